import type { Diagnostic } from "../../model/diagnostic.ts";
import { plural } from "../text/amounts.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette } from "../text/palette.ts";
import type { TextOptions } from "../text/text-options.ts";

/** What `validate --fix` has mended, a line each; empty where it mended nothing. */
export function fixesText(fixed: readonly Diagnostic[], { colour }: TextOptions): string {
  if (fixed.length === 0) return "";
  const palette = makePalette(colour);
  const files = new Set(fixed.map(({ file }) => file)).size;
  const lines = fixed.map(
    ({ file, line, rule, fix }) =>
      `  ${palette.title(escapeText(`${file}:${line}`))}  ${escapeText(fix?.title ?? "")}  ${palette.faint(rule)}`,
  );
  const counted = palette.good(`mended ${plural(fixed.length, "problem")} in ${plural(files, "file")}`);
  return `${[counted, ...lines].join("\n")}\n\n`;
}
