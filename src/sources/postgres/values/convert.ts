import type { Json } from "../../../model/json.ts";
import { parseArrayText } from "./array-text.ts";
import type { PgType } from "./column-types.ts";
import { MAX_JSON_DEPTH, parseExactJson } from "./exact-json.ts";

/** The text of one value that is not null → what a mapping sees. Throws a ConversionError. */
export type Convert = (text: string) => Json;

/** A value whose text is not what its type promises. The message follows "holds a value that". */
export class ConversionError extends Error {
  override readonly name = "ConversionError";
}

/**
 * The one table of conversions, by type OID. Whatever is not in it stays the text that PostgreSQL prints: numeric (every
 * digit and zero of it), text, date, time, timestamp (it has no zone, and none is added), interval
 * (ISO 8601), bytea (`\x…`), uuid, enums, ranges, xml, inet, bit, point and the types of extensions.
 */
const CONVERSIONS: Readonly<Record<number, Convert>> = {
  16: toBoolean,
  20: toInteger,
  21: toNumber,
  23: toNumber,
  26: toNumber,
  114: toJson,
  700: toFloat,
  701: toFloat,
  1042: toUnpadded,
  1184: toIsoInstant,
  3802: toJson,
};

/** undefined where the text is the value. */
export function converterOf(type: PgType): Convert | undefined {
  if (type.kind === "scalar") return CONVERSIONS[type.oid];
  const element = converterOf(type.element) ?? ((text: string) => text);
  return (text) => parseArrayText(text, type.delimiter, element);
}

function toBoolean(text: string): boolean {
  if (text === "t") return true;
  if (text === "f") return false;
  throw new ConversionError("is no boolean");
}

function toNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && text !== "") return number;
  throw new ConversionError("is no whole number");
}

/** An int8 beyond ±(2^53 − 1) stays text: as a number it would be another. */
function toInteger(text: string): Json {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** JSON has no NaN and no infinity: they stay the text `NaN`, `Infinity`, `-Infinity`, which no number field takes. */
function toFloat(text: string): Json {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return number === 0 ? 0 : number;
}

function toJson(text: string): Json {
  const value = parseExactJson(text);
  if (value === undefined) throw new ConversionError(`is JSON nested deeper than ${MAX_JSON_DEPTH} levels`);
  return value;
}

/**
 * `char(n)` is stored filled up with blanks that mean nothing: PostgreSQL itself leaves them out in comparisons and casts.
 * As a part of a key they would make another record of it.
 */
function toUnpadded(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(0, end);
}

const INSTANT = /^(\d{4,6})(-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00( BC)?$/;

/**
 * `2026-03-01 10:00:00.123456+00` → `2026-03-01T10:00:00.123456Z`, every digit kept. Years before 1 and after 9999 take
 * ISO 8601's long form (`-000043-03-15T…`, `+012026-…`); `infinity` and `-infinity` stay as they are.
 */
function toIsoInstant(text: string): string {
  const match = INSTANT.exec(text);
  if (match === null) {
    if (text === "infinity" || text === "-infinity") return text;
    throw new ConversionError("is a time in another form than this session asked for");
  }
  const [, digits = "", date = "", time = "", era] = match;
  if (digits.length === 4 && era === undefined) return `${digits}${date}T${time}Z`;
  const year = era === undefined ? Number(digits) : 1 - Number(digits);
  const written =
    year >= 0 && year <= 9999
      ? String(year).padStart(4, "0")
      : `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;
  return `${written}${date}T${time}Z`;
}
