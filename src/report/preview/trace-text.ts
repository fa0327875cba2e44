import type { FieldTrace } from "../../model/field-trace.ts";
import { displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import type { Palette } from "../text/palette.ts";
import { messageOf } from "../text/reason-text.ts";
import { valueText } from "../text/value-text.ts";
import { wrapText } from "../text/wrap-text.ts";

/** How each field came about: `=` the expression, what it read, `→` what it gave, `!` why it did not. */
export function traceLines(
  traces: readonly FieldTrace[],
  { file, width, palette }: { readonly file: string; readonly width: number; readonly palette: Palette },
): readonly string[] {
  return traces.flatMap((trace) => [
    `  ${palette.title(escapeText(trace.field))}  ${palette.faint(escapeText(`${file}:${trace.line}:${trace.column}`))}`,
    ...expressionLines(trace, width),
    ...inputLines(trace, width),
    ...resultLines(trace, { file, width, palette }),
  ]);
}

function expressionLines({ expression }: FieldTrace, width: number): readonly string[] {
  if (expression === undefined) return [];
  const lines = wrapText(escapeMessage(expression), Math.max(20, width - 6));
  return lines.map((line, index) => `    ${index === 0 ? "=" : " "} ${line}`);
}

function inputLines({ inputs, missing }: FieldTrace, width: number): readonly string[] {
  const names = [...Object.keys(inputs), ...missing].map(escapeText);
  const column = Math.min(40, Math.max(0, ...names.map(displayWidth)));
  const room = Math.max(10, width - column - 8);
  const values = [
    ...Object.values(inputs).map((value) => valueText(value, room)),
    ...missing.map(() => "(not in the row)"),
  ];
  return values.map((value, index) => `      ${padToWidth(names[index] ?? "", column)}  ${value}`);
}

function resultLines(
  { result, error }: FieldTrace,
  { file, width, palette }: { readonly file: string; readonly width: number; readonly palette: Palette },
): readonly string[] {
  const given = result === undefined ? NO_VALUE : valueText(result, Math.max(10, width - 6));
  if (error === undefined) return [`    → ${given}`];
  const at = error.line === undefined ? "" : `  ${escapeText(`${file}:${error.line}:${error.column}`)}`;
  return [
    ...(result === undefined ? [] : [`    → ${given}`]),
    `    ${palette.bad(`! ${escapeText(error.rule)}`)}${palette.faint(at)}`,
    ...wrapText(escapeMessage(messageOf(error.reason)), Math.max(20, width - 6)).map(
      (line) => `      ${line}`,
    ),
  ];
}

const NO_VALUE = "(no value: the field is left as it is)";
