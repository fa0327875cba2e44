import { compareDiagnostics, type Diagnostic } from "../../model/diagnostic.ts";
import { plural } from "../text/amounts.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { statementOf } from "../text/reason-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { wrapText } from "../text/wrap-text.ts";
import { type Snippet, snippet } from "./diagnostics-snippet.ts";
import { SourceLines } from "./diagnostics-source.ts";

export interface DiagnosticsTextOptions extends TextOptions {
  /** Text of each file by its path: the lines that are shown. A file that is not there gives no line. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many syncs and how many files were checked. */
  readonly syncs: number;
  readonly files: number;
}

/**
 * Every diagnostic with the line it speaks of and a mark under the place, by file and line, and a last line with
 * the counts. Secrets in the shown lines are masked.
 */
export function diagnosticsText(diagnostics: readonly Diagnostic[], options: DiagnosticsTextOptions): string {
  const palette = makePalette(options.colour);
  const width = Math.max(MIN_WIDTH, options.width ?? DEFAULT_WIDTH);
  const ordered = [...diagnostics].sort(compareDiagnostics);
  const lines = new SourceLines(options.texts, ordered);
  const blocks = ordered.map((diagnostic) => block(diagnostic, lines, width, palette));
  return `${[...blocks, countsLine(ordered, options, palette)].join("\n\n")}\n`;
}

function block(diagnostic: Diagnostic, lines: SourceLines, width: number, palette: Palette): string {
  const { file, line, column, rule, severity, reason } = diagnostic;
  const colour = severity === "error" ? palette.bad : palette.warning;
  const place = palette.title(escapeText(`${file}:${line}:${column}`));
  const source = lines.line(file, line);
  const shown =
    source === undefined || source.trim() === ""
      ? []
      : snippetLines(
          snippet(source, {
            column,
            endColumn: diagnostic.endColumn ?? column + 1,
            masked: lines.secrets(file, line),
            width: width - gutter(line).length - 3,
          }),
          gutter(line),
          colour,
          palette,
        );
  return [
    `${place}  ${colour(severity)}  ${escapeText(rule)}`,
    ...wrapText(escapeMessage(statementOf(reason)), width - INDENT.length).map((text) => INDENT + text),
    ...shown,
    ...(reason.fix === undefined ? [] : hintLines(reason.fix, width, palette)),
  ].join("\n");
}

function snippetLines(
  { text, before, marked }: Snippet,
  number: string,
  colour: (text: string) => string,
  palette: Palette,
): string[] {
  const empty = " ".repeat(number.length);
  const mark = " ".repeat(before) + colour("^".repeat(marked));
  return ["", `${palette.faint(`${number} │`)} ${text}`, `${palette.faint(`${empty} │`)} ${mark}`];
}

function hintLines(hint: string, width: number, palette: Palette): string[] {
  const label = "hint: ";
  const [first = "", ...rest] = wrapText(escapeMessage(hint), width - INDENT.length - label.length);
  const hanging = INDENT + " ".repeat(label.length);
  return [`${INDENT}${palette.good(label.trimEnd())} ${first}`, ...rest.map((text) => hanging + text)];
}

function gutter(line: number): string {
  return `  ${line}`;
}

/** `5 syncs, no problems`, `2 errors and 1 warning in 3 files`. */
function countsLine(
  diagnostics: readonly Diagnostic[],
  { syncs, files }: DiagnosticsTextOptions,
  palette: Palette,
): string {
  if (diagnostics.length === 0) return palette.good(`${plural(syncs, "sync", "syncs")}, no problems`);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const counts = [
    errors > 0 ? palette.bad(plural(errors, "error")) : undefined,
    warnings > 0 ? palette.warning(plural(warnings, "warning")) : undefined,
  ].filter((count) => count !== undefined);
  const affected = new Set(diagnostics.map(({ file }) => file)).size;
  const where = affected < files ? `${affected} of ${plural(files, "file")}` : plural(affected, "file");
  const fixes = diagnostics.filter(({ fix }) => fix !== undefined).length;
  const mended =
    fixes === 0 ? "" : `; planhat-sync validate --fix fixes ${fixes === 1 ? "one" : fixes} of them`;
  return `${counts.join(" and ")} in ${where}${mended}`;
}

const INDENT = "  ";
const MIN_WIDTH = 40;
