import type { Target } from "../../model/plan-view.ts";
import { escapeText } from "./escape-text.ts";
import type { Palette } from "./palette.ts";

/** Whose state a report speaks of; nothing in a project without environments. */
export function environmentLines(environment: Target["environment"], palette: Palette): readonly string[] {
  return environment === undefined ? [] : [palette.faint(`Environment: ${escapeText(environment)}`)];
}
