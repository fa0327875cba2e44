import type { Json } from "../../../model/json.ts";
import { MAX_DEPTH, MAX_TEXT_BYTES, RECORD_LIMITS } from "../../formats/json/json-limits.ts";
import { JsonProblem } from "../../formats/json/json-problem.ts";
import { parseJson } from "../../formats/json/parse-json.ts";
import { parseArrayText } from "./array-text.ts";
import type { PgType } from "./column-types.ts";

/** The text of one value that is not null → what a mapping sees. Throws a ConversionError. */
export type Convert = (text: string) => Json;

/** A value whose text is not what its type promises. The message follows "holds a value that", and shows no data. */
export class ConversionError extends Error {
  override readonly name = "ConversionError";
  /** What to do, where it is not the usual. */
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
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

/** JSON has no NaN and no infinity: they stay the text `NaN`, `Infinity`, `-Infinity`. The row says so: see non-finite.ts. */
function toFloat(text: string): Json {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return number === 0 ? 0 : number;
}

function toJson(text: string): Json {
  try {
    return parseJson(Buffer.from(text, "utf8"));
  } catch (error) {
    throw error instanceof JsonProblem ? jsonError(error) : error;
  }
}

/** The database lets in what no reader can be sure of: a `json` column keeps a key that an object has twice. */
function jsonError(problem: JsonProblem): ConversionError {
  switch (problem.kind) {
    case "repeated-key":
      return new ConversionError(
        "is JSON with an object that has one key twice",
        `it is not clear which of the two values counts; the key is ${JSON.stringify(problem.key ?? "")}. Cast the column to jsonb, which keeps the last one, or fix the rows`,
      );
    case "too-deep":
      return new ConversionError(`is JSON nested deeper than ${MAX_DEPTH} levels`);
    case "too-many":
      return new ConversionError(`is JSON of more than ${RECORD_LIMITS.values.toLocaleString("en")} values`);
    case "too-long":
      return new ConversionError(`is JSON with a text longer than ${MAX_TEXT_BYTES / 1024 / 1024} MiB`);
    case "blank":
    case "cut-off":
    case "encoding":
    case "syntax":
      return new ConversionError("is not JSON");
    default:
      return problem.kind satisfies never;
  }
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
