import type { Json } from "../../model/json.ts";
import { describePosition } from "../../model/row.ts";
import { cutToWidth, displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import type { Palette } from "../text/palette.ts";
import { messageOf } from "../text/reason-text.ts";
import { valueText } from "../text/value-text.ts";
import type { PreviewRow } from "./preview-view.ts";

/**
 * A row of the source and its record on one line, a column for each column and each field. undefined where the terminal
 * is too narrow for that, however much values are cut.
 */
export function previewTable(
  rows: readonly PreviewRow[],
  width: number,
  palette: Palette,
): readonly string[] | undefined {
  const columns = namesOf(rows.map(({ row }) => row.data));
  const fields = namesOf(
    rows.flatMap(({ result }) => (result.kind === "record" ? [result.record.fields] : [])),
  );
  const left = [...rows.map(({ row }) => [place(row), ...cells(columns, row.data)])];
  const right = rows.map(({ result }) =>
    result.kind === "record" ? cells(fields, result.record.fields) : [],
  );
  const heads = [["", ...columns.map(escapeText)], fields.map(escapeText)] as const;
  const widths = fittingWidths([heads[0], ...left], [heads[1], ...right], width);
  if (widths === undefined) return undefined;
  const [leftWidths, rightWidths] = widths;
  const head = `${line(heads[0], leftWidths)}${GAP}${line(heads[1], rightWidths)}`.trimEnd();
  return [
    palette.faint(head),
    ...rows.flatMap(({ result }, index) => {
      const start = `${line(left[index] ?? [], leftWidths)}${GAP}`;
      if (result.kind === "record") return [`${start}${line(right[index] ?? [], rightWidths)}`.trimEnd()];
      const { rule, reason } = result.rejection;
      return [
        `${start}${palette.bad(`! rejected (${escapeText(rule)})`)}`,
        `  ${escapeMessage(messageOf(reason))}`,
      ];
    }),
  ];
}

function place(row: PreviewRow["row"]): string {
  return escapeText(describePosition(row.position));
}

/** In the order in which they first appear. */
function namesOf(objects: readonly { readonly [key: string]: Json }[]): readonly string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))];
}

function cells(names: readonly string[], data: { readonly [key: string]: Json }): readonly string[] {
  return names.map((name) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? "" : valueText(value, WIDEST);
  });
}

type Widths = readonly [readonly number[], readonly number[]];

/** The widest cut of all cells with which everything fits. */
function fittingWidths(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
  width: number,
): Widths | undefined {
  const natural = [left, right].map(naturalWidths) as unknown as Widths;
  for (let most = WIDEST; most >= NARROWEST; most -= 1) {
    // The place of a row, which comes first, is never cut.
    const cut = natural.map((some, side) =>
      some.map((one, column) => (side + column === 0 ? one : Math.min(one, most))),
    ) as unknown as Widths;
    if (total(cut[0]) + displayWidth(GAP) + Math.max(total(cut[1]), REJECTED) <= width) return cut;
  }
  return undefined;
}

function naturalWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return [...Array(columns).keys()].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? "")), 0),
  );
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 2 * Math.max(0, widths.length - 1));
}

function line(row: readonly string[], widths: readonly number[]): string {
  return widths.map((width, column) => padToWidth(cutToWidth(row[column] ?? "", width), width)).join("  ");
}

const GAP = " │ ";
/** A cell is cut to this even where there is room: other columns matter as much. */
const WIDEST = 40;
/** Less than this of each value tells nothing. */
const NARROWEST = 12;
/** `! rejected (` and the longest rule id. */
const REJECTED = 34;
