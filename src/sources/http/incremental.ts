import { milliseconds } from "../../model/duration.ts";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import { type CursorKind, compareCursors, cursorKind, cursorMinusLag } from "./cursor-value.ts";
import { broken, type Place, wrongSetting } from "./problems.ts";
import type { CursorSettings } from "./settings.ts";

/** What is sent to read from an earlier watermark on. Throws a Stop where the lag does not fit it. */
export function changedSince(after: string, cursor: CursorSettings): string {
  const lag = lagFor(cursorKind(after), cursor);
  return lag === 0 ? after : cursorMinusLag(after, lag);
}

/** Milliseconds for times, a number for numbers. Throws a Stop where the lag does not fit such values. */
function lagFor(kind: CursorKind, { lag = 0, column }: CursorSettings): number {
  const amount = typeof lag === "number" ? lag : milliseconds(lag);
  if (amount === undefined)
    throw wrongSetting("`cursor.lag` is not a duration.", "Write it like 5m, 2h or 1d.");
  if (amount === 0) return 0;
  if (kind === "text") {
    throw wrongSetting(
      `\`cursor.lag\` cannot be taken from the values of the column ${column}: they are neither timestamps nor whole numbers.`,
      "Remove `lag`, or choose a `column` that holds ISO 8601 timestamps or whole numbers.",
    );
  }
  if ((kind === "number") !== (typeof lag === "number")) {
    throw wrongSetting(
      kind === "number"
        ? "`cursor.lag` is a duration, and the cursor is a number."
        : "`cursor.lag` is a number, and the cursor is a timestamp.",
      kind === "number"
        ? "Write the lag in the cursor's own unit, such as lag: 300."
        : "Write the lag as a duration, such as lag: 5m.",
    );
  }
  return amount;
}

/** The same as a value of the request: in a JSON body a number is a number, as long as that keeps its digits. */
export function asParameter(since: string): Json {
  return cursorKind(since) === "number" && String(Number(since)) === since ? Number(since) : since;
}

/** Clocks differ: only what lies further ahead is worth a word. */
const SKEW_MS = 5 * 60_000;
/** A time without a zone may be that of the places that are furthest ahead. */
const FURTHEST_ZONE_MS = 14 * 3_600_000;

/** The greatest cursor value among the records of one read: data, never the clock. */
export class Watermark {
  readonly #cursor: CursorSettings;
  #kind: CursorKind | undefined;
  #greatest: string | undefined;
  #missing = 0;
  #ahead = 0;

  constructor(cursor: CursorSettings) {
    this.#cursor = cursor;
  }

  /**
   * `asOf`: when the page was answered, in milliseconds. Throws a Stop where the value cannot be compared with those
   * before, or the lag does not fit it: the first read finds out, and not the one that needs the lag.
   */
  note(record: JsonObject, asOf: number, place: () => Place & { readonly index: number }): void {
    const value = valueAt(record, this.#cursor.column);
    if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) {
      this.#missing += 1;
      return;
    }
    const text = cursorText(value);
    const kind = text === undefined ? undefined : cursorKind(text);
    if (text === undefined || (this.#kind !== undefined && this.#kind !== "text" && kind !== this.#kind)) {
      const { page, url, index } = place();
      throw broken(
        `The cursor column ${this.#cursor.column} does not hold one kind of value: page ${page}, index ${index} of ${url} has ${kind ?? "neither text nor number"}${this.#kind === undefined ? "" : `, others have ${this.#kind}`}.`,
        "Choose a column that holds a timestamp or a number in every record, or remove `cursor` to read everything each time.",
      );
    }
    if (this.#kind === undefined && kind !== undefined) {
      lagFor(kind, this.#cursor);
      this.#kind = kind;
    }
    if (this.#greatest !== undefined && compareCursors(text, this.#greatest, this.#kind ?? "text") <= 0)
      return;
    if (!isAfter(text, asOf, this.#kind)) this.#greatest = text;
    // As a watermark it would hide every change until then; without it the record is only read again.
    else if (isAfter(text, asOf + SKEW_MS, this.#kind)) this.#ahead += 1;
  }

  get greatest(): string | undefined {
    return this.#greatest;
  }

  /** What the user should know about records that the cursor does not sort out. `records`: how many there were. */
  *warnings(records: number): Generator<string> {
    if (this.#missing > 0) {
      yield `${this.#missing} of ${records} records have no value in the cursor column ${this.#cursor.column}: a change of such a record is read only where the API gives it anyway.`;
    }
    if (this.#ahead > 0) {
      yield `${this.#ahead} of ${records} records have a time in the future in the cursor column ${this.#cursor.column}: it does not count as a position, and such records are read on every apply. Fix them where they come from.`;
    }
  }
}

function isAfter(text: string, instant: number, kind: CursorKind | undefined): boolean {
  if (kind !== "timestamp" && kind !== "timestamp without zone") return false;
  const latest = new Date(kind === "timestamp" ? instant : instant + FURTHEST_ZONE_MS).toISOString();
  return compareCursors(text, latest, kind) > 0;
}

/** A column of that very name, or a path with dots through nested objects. */
function valueAt(record: JsonObject, column: string): Json | undefined {
  if (column in record) return record[column];
  let value: Json | undefined = record;
  for (const step of column.split(".")) {
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function cursorText(value: Json): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}
