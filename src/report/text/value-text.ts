import type { Json } from "../../model/json.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";
import { escapeText } from "./escape-text.ts";

export const ARROW = " → ";

/** By `_id`: the names of records that a value refers to. */
type Names = Readonly<Record<string, string>> | undefined;

/** A value as JSON on one line, escaped, cut to `width` columns; a reference with a name as `Ann Berg (5f…)`. */
export function valueText(value: Json, width: number, names?: Names): string {
  return cutToWidth(shown(textOf(value, names), 0, width), width);
}

function textOf(value: Json, names: Names): string {
  if (names === undefined) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one: Json) => textOf(one, names)).join(", ")}]`;
  const isNamed = typeof value === "string" && Object.hasOwn(names, value);
  return isNamed ? `${names[value]} (${value})` : JSON.stringify(value);
}

/**
 * Two values that share a line of `width` columns: each whole where both fit, else cut. Where they begin alike, the
 * likeness is cut first, so that the difference stays in sight.
 */
export function valuePair(
  before: Json,
  after: Json,
  width: number,
  names?: Names,
): readonly [string, string] {
  const texts = [textOf(before, names), textOf(after, names)] as const;
  const room = Math.max(2 * NARROWEST, width - displayWidth(ARROW));
  const whole = texts.map((text) => shown(text, 0, room)) as [string, string];
  if (displayWidth(whole[0]) + displayWidth(whole[1]) <= room) return whole;
  const start = commonStart(texts[0], texts[1]);
  const half = Math.floor(room / 2);
  const [left, right] = start > half - LEAD ? texts.map((text) => shown(text, start - LEAD, room)) : whole;
  return share(left ?? "", right ?? "", room);
}

/**
 * Two values on lines of their own, `width` columns each: cut, if need be, so that the difference stays in sight. Where
 * they look alike and are not, what is not ASCII is written as an escape: a no-break space for a space.
 */
export function valueLines(before: Json, after: Json, width: number): readonly [string, string] {
  const [a, b] = [JSON.stringify(before), JSON.stringify(after)] as const;
  const start = commonStart(a, b);
  const from = start > width - NARROWEST && Math.max(a.length, b.length) > width ? start - LEAD : 0;
  const lines = [a, b].map((text) => cutToWidth(shown(text, from, width), width));
  if (new Set(lines.map(look)).size === 2) return lines as [string, string];
  return [a, b].map((text) => cutToWidth(shown(escapeNonAscii(text), 0, width), width)) as [string, string];
}

/** As the eye sees it: compatible characters are one, joiners have no width. */
function look(text: string): string {
  return text.normalize("NFKC").replace(/[\u200c\u200d]/g, "");
}

function escapeNonAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What one side does not need goes to the other. */
function share(left: string, right: string, room: number): readonly [string, string] {
  const half = Math.floor(room / 2);
  const forLeft = Math.max(half, room - displayWidth(right));
  const cut = cutToWidth(left, forLeft);
  return [cut, cutToWidth(right, room - displayWidth(cut))];
}

/** Escaped, from `start` on, and no more than can be of use in `width` columns. */
function shown(json: string, start: number, width: number): string {
  const from = start <= 0 ? 0 : start - (isLowSurrogate(json, start) ? 1 : 0);
  const end = from + width * UNITS_PER_COLUMN;
  const part = json.slice(from, end - (isLowSurrogate(json, end) ? 1 : 0));
  const behind = from + part.length < json.length ? "…" : "";
  return `${from > 0 ? "…" : ""}${escapeText(part)}${behind}`;
}

function commonStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  return index;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Columns that a value gets at least, however narrow the terminal. */
const NARROWEST = 10;
/** How much of a common beginning is kept in front of the difference, in UTF-16 units. */
const LEAD = 3;
const UNITS_PER_COLUMN = 16;
