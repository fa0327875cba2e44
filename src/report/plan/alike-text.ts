import type { AlikeRow, Difference } from "../../model/alike.ts";
import type { AlikeView } from "../../model/plan-view.ts";
import { describePosition } from "../../model/row.ts";
import { amount, plural } from "../text/amounts.ts";
import { cutToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import { shortKey } from "../text/rejection-text.ts";
import { valueLines } from "../text/value-text.ts";

/** `2 rows have almost the same key as another record.`; undefined where none has. Holds no data. */
export function alikeText(rows: number): string | undefined {
  if (rows === 0) return undefined;
  return `${plural(rows, "row has", "rows have")} almost the same key as another record. Planhat does not say whether it takes such keys for one: check them before you apply.`;
}

/** The parts of a line on one such row, for a report to put together. Escaped as for a terminal, but for `field`. */
export interface AlikeParts {
  /** `accounts.csv:3` */
  readonly place: string;
  readonly field: string;
  /** As JSON; absent where it is hidden. */
  readonly value?: string;
  /** As JSON; absent where it is hidden or not at hand. */
  readonly other?: string;
  /** `row 1 of the source`, `Planhat (_id 6b0e…)` */
  readonly where: string;
  /** `upper and lower case`; empty where it is not known. */
  readonly differs: string;
}

/** Each pair of rows once: the entry of the second one would say the same. */
export function alikeParts(alike: readonly AlikeView[], width = WIDTH): readonly AlikeParts[] {
  const told = new Set<string>();
  return alike.flatMap((one) => {
    const { field, position, other } = one;
    if ("row" in other) {
      if (told.has(`${field} ${other.row} ${position.row}`)) return [];
      told.add(`${field} ${position.row} ${other.row}`);
    }
    return [partsOf(one, width)];
  });
}

function partsOf({ key, field, position, value, other, differs }: AlikeView, width: number): AlikeParts {
  // Where the key itself is alike, the other row's key is its value.
  const theirs = "value" in other ? other.value : "key" in other && value === key ? other.key : undefined;
  const about = {
    place: describePosition(position),
    field,
    where: "row" in other ? placeOfRow(other, theirs) : `Planhat (_id ${escapeText(other.id)})`,
    differs: differs.map(wordOf).join(", "),
  };
  if (value === undefined) return about;
  if (theirs === undefined) return { ...about, value: cutToWidth(escapeText(JSON.stringify(value)), width) };
  return { ...about, ...pair(valueLines(value, theirs, width)) };
}

function placeOfRow({ row, key }: AlikeRow, shown: string | undefined): string {
  const place = `row ${amount(row)} of the source`;
  return shown === undefined ? `${place} (key ${shortKey(key)})` : place;
}

function pair([value, other]: readonly [string, string]): Pick<AlikeParts, "value" | "other"> {
  return { value, other };
}

function wordOf(difference: Difference): string {
  switch (difference) {
    case "case":
      return "upper and lower case";
    case "blanks":
      return "blanks";
    case "invisible":
      return "invisible characters";
    case "form":
      return "Unicode form";
    case "alphabet":
      return "alphabet of letters that look the same";
    case "number":
      return "number format";
    default:
      return difference satisfies never;
  }
}

const WIDTH = 60;
