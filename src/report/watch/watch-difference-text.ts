import type { Json } from "../../model/json.ts";
import { describePosition } from "../../model/row.ts";
import type { FieldEdit, RowDifference, SampleDifference, WatchedSync } from "../../model/watch.ts";
import { plural } from "../text/amounts.ts";
import { cutToWidth, displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import type { Palette } from "../text/palette.ts";
import { reasonRest, reasonTitle, shortKey } from "../text/rejection-text.ts";
import { ARROW, valuePair, valueText } from "../text/value-text.ts";

/** Rows listed of one sync. */
const MOST_ROWS = 8;
const SHORTEST_VALUE = 10;
const LONGEST_NAME = 40;

/** What became of the sample of one sync: a line a field, and the count. */
export function differenceLines(
  sync: WatchedSync,
  difference: SampleDifference | undefined,
  width: number,
  palette: Palette,
): readonly string[] {
  const title = palette.title(`${escapeText(sync.name)} → ${escapeText(sync.object)}`);
  const rows = difference?.rows ?? [];
  if (rows.length === 0) return [`${title}  ${palette.faint(sameText(sync))}`];
  const shown = rows.slice(0, MOST_ROWS);
  const labels = shown.map(labelOf);
  const column = Math.max(...labels.map(displayWidth));
  return [
    `${title}  ${countsText(rows)}`,
    ...shown.flatMap((row, index) => {
      const label = padToWidth(labels[index] ?? "", column);
      return rowLines(row, label, width, palette);
    }),
    ...(rows.length > shown.length ? [palette.faint(`  … and ${rows.length - shown.length} more`)] : []),
  ];
}

function sameText({ sample }: WatchedSync): string {
  switch (sample.kind) {
    case "unread":
      return "its rows were not read yet: a reads them";
    case "failed":
    case "read":
      return sample.rows.length === 0
        ? "no rows"
        : `no difference in ${plural(sample.rows.length, "sample row")}`;
    default:
      return sample satisfies never;
  }
}

function countsText(rows: readonly RowDifference[]): string {
  const words = COUNTED.flatMap(({ kind, one, many }) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [plural(count, one, many)];
  });
  return words.join(", ");
}

const COUNTED = [
  { kind: "changed", one: "record changed", many: "records changed" },
  { kind: "rejected", one: "row rejected", many: "rows rejected" },
  { kind: "accepted", one: "row accepted again", many: "rows accepted again" },
  { kind: "row", one: "new row", many: "new rows" },
  { kind: "gone", one: "row gone", many: "rows gone" },
] as const satisfies readonly {
  readonly kind: RowDifference["kind"];
  readonly one: string;
  readonly many: string;
}[];

function labelOf({ key, position }: RowDifference): string {
  return cutToWidth(key === null ? escapeText(describePosition(position)) : shortKey(key), LONGEST_NAME);
}

function rowLines(row: RowDifference, label: string, width: number, palette: Palette): readonly string[] {
  switch (row.kind) {
    case "changed":
      return fieldLines(row.fields, label, width, palette);
    case "rejected": {
      const { reason, rule } = row.rejection;
      const head = `  ${palette.bad(`! ${label}`)}  ${reasonTitle(reason, rule, palette)}`;
      return [head, ...reasonRest(reason).map((line) => `      ${line}`)];
    }
    case "accepted":
      return [`  ${palette.good(`+ ${label}`)}  a record again`];
    case "row":
      return [`  ${palette.create(`+ ${label}`)}  a new row`];
    case "gone":
      return [`  ${palette.faint(`- ${label}  no longer among the sample rows`)}`];
    default:
      return row satisfies never;
  }
}

function fieldLines(
  fields: readonly FieldEdit[],
  label: string,
  width: number,
  palette: Palette,
): readonly string[] {
  const names = fields.map(({ field }) => cutToWidth(escapeText(field), LONGEST_NAME));
  const column = Math.max(...names.map(displayWidth));
  const room = Math.max(2 * SHORTEST_VALUE, width - displayWidth(label) - column - 8);
  return fields.map((field, index) => {
    const head = index === 0 ? palette.update(`~ ${label}`) : " ".repeat(displayWidth(label) + 2);
    return `  ${head}  ${padToWidth(names[index] ?? "", column)}  ${editText(field, room, palette)}`;
  });
}

function editText({ before, after }: FieldEdit, room: number, palette: Palette): string {
  if (before !== undefined && after !== undefined) {
    const [left, right] = valuePair(before, after, room);
    return `${palette.faint(left)}${palette.faint(ARROW)}${right}`;
  }
  const half = Math.max(SHORTEST_VALUE, room - NO_VALUE.length - ARROW.length);
  const side = (value: Json | undefined) => (value === undefined ? NO_VALUE : valueText(value, half));
  return `${palette.faint(side(before) + ARROW)}${side(after)}`;
}

const NO_VALUE = "(no value)";
