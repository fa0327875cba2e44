import type { PgType } from "../values/column-types.ts";

/** How values of one type are compared, here as PostgreSQL does it. Texts as the server prints them in a session of ours. */
export interface CursorType {
  /** What a bound value is cast to. Wider than the column where a lag could leave its range. */
  readonly cast: string;
  /** Written behind the column where its own order is not the one compared with. */
  readonly collate: string;
  /** What `lag` is: a duration, a whole number, or not possible. */
  readonly lag: "interval" | "number" | "none";
  /** Whether a text can be a watermark at all: NaN and the infinities would hide every later row. */
  isOrdinary(text: string): boolean;
  /**
   * SQL behind the column that is true of the values below every watermark that are no watermark: those rows are read
   * each time, as the ones above are.
   */
  readonly below?: string;
  isGreater(a: string, b: string): boolean;
  /** Which clock tells that a value lies in the future. */
  readonly clock: "instant" | "local" | "none";
}

/** undefined where a column of this type cannot be a cursor. */
export function cursorType(type: PgType): CursorType | undefined {
  return type.kind === "scalar" ? BY_OID[type.oid] : undefined;
}

const INTEGER: CursorType = {
  cast: "int8",
  collate: "",
  lag: "number",
  isOrdinary: (text) => /^-?\d+$/.test(text),
  isGreater: isGreaterDecimal,
  clock: "none",
};
const NUMERIC: CursorType = {
  ...INTEGER,
  cast: "numeric",
  isOrdinary: (text) => /^-?\d+(?:\.\d+)?$/.test(text),
  // Older servers know no infinite numeric, and refuse its name; no number in use is as small as this.
  below: " < '-1e131000'::numeric",
};
const FLOAT: CursorType = {
  ...INTEGER,
  cast: "float8",
  isOrdinary: (text) => text !== "" && Number.isFinite(Number(text)),
  isGreater: (a, b) => Number(a) > Number(b),
  below: " = '-Infinity'",
};
const TIME: CursorType = {
  cast: "timestamptz",
  collate: "",
  lag: "interval",
  isOrdinary: (text) => /^\d{4,7}-\d\d-\d\d/.test(text),
  isGreater: isLater,
  below: " = '-infinity'",
  clock: "instant",
};
const TEXT: CursorType = {
  cast: "text",
  collate: ' collate "C"',
  lag: "none",
  isOrdinary: () => true,
  isGreater: (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) > 0,
  clock: "none",
};

const BY_OID: Readonly<Record<number, CursorType>> = {
  20: INTEGER,
  21: INTEGER,
  23: INTEGER,
  25: TEXT,
  // As a float8, 0.7 is more than the float4 that prints so, which would not be read again.
  700: { ...FLOAT, cast: "float4" },
  701: FLOAT,
  1043: TEXT,
  1082: { ...TIME, cast: "date", clock: "local" },
  1114: { ...TIME, cast: "timestamp", clock: "local" },
  1184: TIME,
  1700: NUMERIC,
  2950: {
    ...TEXT,
    cast: "uuid",
    collate: "",
    isOrdinary: (text) => /^[\da-f-]{36}$/.test(text),
    isGreater: (a, b) => a > b,
  },
};

/**
 * A watermark less a lag, where the server could not compute it: below its least value there is none. `undefined` where
 * it can.
 */
export function leastAfterLag(after: string, lag: number, type: CursorType): string | undefined {
  if (lag === 0) return undefined;
  // A lag longer than the years before our era that PostgreSQL counts; reading all of them again is right, too.
  if (type.lag === "interval" && after.endsWith(" BC")) return "-infinity";
  if (type.cast !== "int8") return undefined;
  const from = BigInt(after) - BigInt(lag);
  return String(from < LEAST_INT8 ? LEAST_INT8 : from);
}

const LEAST_INT8 = -(2n ** 63n);

/** Any number of digits, no exponent. */
function isGreaterDecimal(a: string, b: string): boolean {
  const negative = a.startsWith("-");
  if (negative !== b.startsWith("-")) return !negative && !(isZero(a) && isZero(b));
  const [large, small] = negative ? [b.slice(1), a.slice(1)] : [a, b];
  const [largeWhole = "", largeFraction = ""] = large.split(".");
  const [smallWhole = "", smallFraction = ""] = small.split(".");
  if (largeWhole.length !== smallWhole.length) return largeWhole.length > smallWhole.length;
  if (largeWhole !== smallWhole) return largeWhole > smallWhole;
  const width = Math.max(largeFraction.length, smallFraction.length);
  return largeFraction.padEnd(width, "0") > smallFraction.padEnd(width, "0");
}

function isZero(text: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(text);
}

/** ISO dates and times of one kind. As text where both have a four-digit year: `+` and nothing sort before `.` */
function isLater(a: string, b: string): boolean {
  if (isCommonEra(a) && isCommonEra(b)) return a > b;
  const [yearA, restA] = yearAndRest(a);
  const [yearB, restB] = yearAndRest(b);
  return yearA === yearB ? restA > restB : yearA > yearB;
}

function isCommonEra(text: string): boolean {
  return text.charCodeAt(4) === HYPHEN && !text.endsWith("C");
}

function yearAndRest(text: string): readonly [number, string] {
  const [year = "", ...rest] = text.split("-");
  const isBefore = text.endsWith(" BC");
  return [isBefore ? 1 - Number(year) : Number(year), rest.join("-").replace(" BC", "")];
}

const HYPHEN = 45;
