import { escapeMessage } from "./escape-text.ts";
import { makePalette } from "./palette.ts";
import type { TextOptions } from "./text-options.ts";

/** Why a run cannot go on, and what to do. No stack: a stop is nobody's bug. */
export function stopText(
  stop: { readonly message: string; readonly hint?: string | undefined },
  options: TextOptions,
): string {
  const palette = makePalette(options.colour);
  const message = `${palette.bad("error:")} ${escapeMessage(stop.message)}\n`;
  return stop.hint === undefined
    ? message
    : `${message}${palette.title("hint:")} ${escapeMessage(stop.hint)}\n`;
}
