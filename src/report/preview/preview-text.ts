import type { JsonObject } from "../../model/json.ts";
import { describePosition } from "../../model/row.ts";
import { plural } from "../text/amounts.ts";
import { cutToWidth, displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { messageOf } from "../text/reason-text.ts";
import { shortKey } from "../text/rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { valueText } from "../text/value-text.ts";
import { previewTable } from "./preview-table.ts";
import type { PreviewRow, PreviewView } from "./preview-view.ts";
import { traceLines } from "./trace-text.ts";

/**
 * Source rows and the records they become, side by side: a line each where the terminal is wide enough for it, else a
 * block each, and one above the other where that is too wide too. With a trace, always a block.
 */
export function previewText(preview: PreviewView, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  const title = palette.title(`${escapeText(preview.sync)} → ${escapeText(preview.object)}`);
  const traced = preview.rows.some(({ trace }) => trace !== undefined);
  const table = traced || preview.rows.length === 0 ? undefined : previewTable(preview.rows, width, palette);
  const blocks =
    table === undefined ? preview.rows.map((entry) => rowBlock(entry, preview, width, palette)) : [table];
  return `${[[title], ...blocks, [lastLine(preview, palette)]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function rowBlock(
  { row, result, trace }: PreviewRow,
  { object, file }: PreviewView,
  width: number,
  palette: Palette,
): readonly string[] {
  const beside = width >= NARROW;
  const column = beside ? Math.floor((width - displayWidth(GAP)) / 2) : width;
  const left = [
    cutToWidth(escapeText(describePosition(row.position)), column),
    ...fieldLines(row.data, column),
  ];
  const right = resultLines(result, object, column, palette);
  const lines = beside ? sideBySide(left, right, column) : [...left, ...right];
  // A message may be longer than its column and is never cut: it stands below, over the whole width.
  const whole =
    result.kind === "reject" ? [...lines, `  ${escapeMessage(messageOf(result.rejection.reason))}`] : lines;
  return trace === undefined ? whole : [...whole, "", ...traceLines(trace, { file, width, palette })];
}

function resultLines(
  result: PreviewRow["result"],
  object: string,
  column: number,
  palette: Palette,
): string[] {
  if (result.kind === "record") {
    const head = cutToWidth(`→ ${escapeText(object)} ${shortKey(result.record.key)}`, column);
    return [palette.create(head), ...fieldLines(result.record.fields, column)];
  }
  const { rule, record } = result.rejection;
  return [palette.bad(cutToWidth(`! rejected (${escapeText(rule)})`, column)), ...fieldLines(record, column)];
}

function fieldLines(fields: JsonObject, width: number): string[] {
  const names = Object.keys(fields).map((name) => cutToWidth(escapeText(name), Math.floor(width / 2)));
  const column = Math.max(0, ...names.map(displayWidth));
  const room = Math.max(SHORTEST_VALUE, width - column - 4);
  return Object.values(fields).map(
    (value, index) => `  ${padToWidth(names[index] ?? "", column)}  ${valueText(value, room)}`,
  );
}

/** Lines on the left are cut to the column already and carry no colour; those on the right end the line. */
function sideBySide(left: readonly string[], right: readonly string[], column: number): string[] {
  return [...Array(Math.max(left.length, right.length)).keys()].map((index) =>
    `${padToWidth(left[index] ?? "", column)}${GAP}${right[index] ?? ""}`.trimEnd(),
  );
}

function lastLine({ rows }: PreviewView, palette: Palette): string {
  const rejected = rows.filter(({ result }) => result.kind === "reject").length;
  if (rows.length === 0) return "No rows: the source is empty, or no row has the key asked for.";
  const counts = `${plural(rows.length, "row")}: ${plural(rows.length - rejected, "record")}`;
  return `${counts}, ${rejected > 0 ? palette.bad(`${rejected} rejected`) : "none rejected"}. Nothing is written.`;
}

const GAP = " │ ";
const NARROW = 60;
const SHORTEST_VALUE = 10;
