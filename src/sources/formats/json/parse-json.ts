import { isUtf8 } from "node:buffer";
import type { Json } from "../../../model/json.ts";
import { jsonFault } from "../../../model/json-fault.ts";
import { findInvalidUtf8 } from "../utf8.ts";
import { type JsonLimits, RECORD_LIMITS } from "./json-limits.ts";
import { JsonProblem } from "./json-problem.ts";
import { type JsonScan, JsonScanner, type LineScan } from "./json-scanner.ts";
import { findRepeatedKey } from "./repeated-key.ts";
import { closingQuote } from "./text-end.ts";

/**
 * JSON.parse that never changes a value: numbers that JavaScript cannot hold exactly become text, digit by digit as
 * they are written, and a key that an object has twice is an error. A byte order mark may stand in front. `__proto__`
 * is a key like any other. Throws a JsonProblem, for more than the limits too.
 *
 * The platform's parser does the work; one pass over the bytes before it finds what it does not tell.
 */
export function parseJson(bytes: Buffer, limits: JsonLimits = RECORD_LIMITS): Json {
  const scanner = new JsonScanner(limits);
  scanner.take(bytes);
  return parseScanned(bytes, scanner.end());
}

/** The same for bytes that a JsonScanner has taken, all of them and in this order. */
export function parseScanned(bytes: Buffer, { members, changed }: JsonScan): Json {
  const start = startOf(bytes);
  const body = bytes.subarray(start);
  if (!isUtf8(body)) throw new JsonProblem("encoding", findInvalidUtf8(body));
  const text = body.toString("utf8");
  const value = parse(text);
  if (countMembers(value) !== members) {
    const repeated = findRepeatedKey(text);
    throw new JsonProblem("repeated-key", repeated?.offset, repeated?.key);
  }
  return changed.length === 0 ? value : (JSON.parse(quoteNumbers(bytes, start, changed)) as Json);
}

/**
 * Many lines of one JSON text each, at once, which is faster: what parseJson gives for each. undefined where any line
 * is not plain, for parseJson to tell which and why. Bytes without a value give an empty list.
 */
export function parsePlainLines(bytes: Buffer): readonly Json[] | undefined {
  const lines: LineScan = { ends: [], areWhole: true };
  try {
    const scanner = new JsonScanner(RECORD_LIMITS, lines);
    scanner.take(bytes);
    const { members, changed } = scanner.end();
    if (!lines.areWhole || changed.length > 0 || !isUtf8(bytes)) return undefined;
    const values = JSON.parse(asList(bytes, lines.ends)) as readonly Json[];
    return countMembers(values) === members ? values : undefined;
  } catch {
    return undefined;
  }
}

/** The lines as the items of one list. A line end within a text stays, and is no more valid than it was. */
function asList(bytes: Buffer, lineEnds: readonly number[]): string {
  const list = Buffer.allocUnsafe(bytes.length + 2);
  list[0] = OPEN_BRACKET;
  bytes.copy(list, 1);
  for (const at of lineEnds) list[at + 1] = COMMA;
  list[bytes.length + 1] = CLOSE_BRACKET;
  return list.toString("utf8");
}

const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Behind a byte order mark. */
function startOf(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    // Only the place is taken over: the message quotes the text.
    const fault = jsonFault(error);
    const offset = fault.offset ?? firstStray(text);
    throw new JsonProblem(fault.isCut || offset === text.length ? "cut-off" : "syntax", offset);
  }
}

/** Where the text stops to look like JSON at all: `NaN`, a comment, `<html>`. */
function firstStray(text: string): number | undefined {
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      if (end === text.length) return at;
      at = end + 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) return at;
    at = TOKEN.lastIndex;
  }
  return undefined;
}

/** All but texts; a number only its first digits, which is enough to go on behind them. */
const TOKEN = /[\s{}[\],:]|-?\d[\d.eE+-]{0,1000}|true|false|null/y;

function countMembers(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object" && item !== null) count += countMembers(item);
    return count;
  }
  const members = value as { readonly [key: string]: Json };
  // JSON.parse makes own keys only, and nothing ours is put on Object.prototype.
  for (const key in members) {
    count++;
    const inner = members[key];
    if (typeof inner === "object" && inner !== null) count += countMembers(inner);
  }
  return count;
}

function quoteNumbers(
  bytes: Buffer,
  start: number,
  numbers: readonly { readonly start: number; readonly end: number }[],
): string {
  const parts: string[] = [];
  let from = start;
  for (const { start: at, end } of numbers) {
    const written = bytes.toString("latin1", at, end);
    // -0 is an ordinary zero; what is too small for JavaScript has digits that count and is kept.
    const zero = !/[1-9]/.test(written.replace(/e.*/i, ""));
    parts.push(bytes.toString("utf8", from, at), zero ? "0" : `"${written}"`);
    from = end;
  }
  parts.push(bytes.toString("utf8", from));
  return parts.join("");
}
