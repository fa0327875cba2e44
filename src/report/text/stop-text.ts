import type { Reason } from "../../model/reason.ts";
import { escapeMessage } from "./escape-text.ts";
import { makePalette } from "./palette.ts";
import { statementOf } from "./reason-text.ts";
import type { TextOptions } from "./text-options.ts";

/** Why a run cannot go on, and what to do. No stack: a stop is nobody's bug. */
export function stopText(reason: Reason, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const message = `${palette.bad("error:")} ${escapeMessage(statementOf(reason))}\n`;
  return reason.fix === undefined
    ? message
    : `${message}${palette.title("hint:")} ${escapeMessage(reason.fix)}\n`;
}
