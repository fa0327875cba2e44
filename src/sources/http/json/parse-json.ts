import { isUtf8 } from "node:buffer";
import type { Json } from "../../../model/json.ts";
import { firstInvalidByte } from "../invalid-byte.ts";
import { findRepeatedKey } from "./repeated-key.ts";
import { scanJson } from "./scan-json.ts";

/** Objects and arrays within each other: what walks them later may do so by calling itself. */
const MAX_DEPTH = 256;

/** Bytes that are no JSON, or JSON that JavaScript would read as something else. Holds nothing of the data but a key. */
export class JsonProblem extends Error {
  override readonly name = "JsonProblem";
  readonly kind: "cut-off" | "syntax" | "encoding" | "too-deep" | "infinite" | "repeated-key";
  /** Where it shows, in UTF-16 units (bytes for `encoding`); undefined where that is not known. */
  readonly offset: number | undefined;
  /** The key that an object has twice. */
  readonly key: string | undefined;

  constructor(kind: JsonProblem["kind"], offset?: number, key?: string) {
    super(`no usable JSON: ${kind}`);
    this.kind = kind;
    this.offset = offset;
    this.key = key;
  }
}

/**
 * JSON.parse that never changes a value: numbers that JavaScript cannot hold exactly become text, digit by digit as
 * they are written, and a key that an object has twice is an error. A byte order mark may stand in front. `__proto__`
 * is a key like any other. Throws a JsonProblem.
 *
 * The platform's parser does the work; one pass over the bytes finds what it does not tell.
 */
export function parseJson(bytes: Buffer): Json {
  const body = withoutMark(bytes);
  if (!isUtf8(body)) throw new JsonProblem("encoding", firstInvalidByte(body));
  const text = body.toString("utf8");
  const value = parse(text);
  const scan = scanJson(body);
  if (scan.depth > MAX_DEPTH) throw new JsonProblem("too-deep");
  if (scan.infinite !== undefined) throw new JsonProblem("infinite", textOffset(body, scan.infinite));
  if (countMembers(value) !== scan.members) {
    const repeated = findRepeatedKey(text);
    throw new JsonProblem("repeated-key", repeated?.offset, repeated?.key);
  }
  return scan.changed.length === 0 ? value : (JSON.parse(quoteNumbers(body, scan.changed)) as Json);
}

/**
 * Many lines of one JSON text each, at once, which is faster: what parseJson gives for each. undefined where any line
 * is not plain, for parseJson to tell which and why. Bytes without a value give an empty list.
 */
export function parsePlainLines(bytes: Buffer): readonly Json[] | undefined {
  const scan = scanJson(bytes);
  const plain =
    scan.byLine && scan.depth <= MAX_DEPTH && scan.infinite === undefined && scan.changed.length === 0;
  if (!plain || !isUtf8(bytes)) return undefined;
  let values: readonly Json[];
  try {
    values = JSON.parse(asList(bytes, scan.lineEnds)) as readonly Json[];
  } catch {
    return undefined;
  }
  return countMembers(values) === scan.members ? values : undefined;
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

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    // Only the place is taken over: the message quotes the text.
    const place = / at position (\d+)$/.exec(String(error))?.[1];
    const offset = place === undefined ? firstStray(text) : Number(place);
    const ended = /Unexpected end of JSON|Unterminated string/.test(String(error)) || offset === text.length;
    throw new JsonProblem(ended ? "cut-off" : "syntax", offset);
  }
}

const TOKEN = /[\s{}[\],:]+|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|(?<stray>.)/g;

/** Where the text stops to look like JSON at all: `NaN`, a comment, `<html>`. */
function firstStray(text: string): number | undefined {
  for (const token of text.matchAll(TOKEN)) {
    if (token.groups?.["stray"] !== undefined) return token.index;
  }
  return undefined;
}

function textOffset(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).toString("utf8").length;
}

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

function quoteNumbers(bytes: Buffer, numbers: readonly { start: number; end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of numbers) {
    const written = bytes.toString("latin1", start, end);
    // -0 is an ordinary zero; what is too small for JavaScript has digits that count and is kept.
    const zero = !/[1-9]/.test(written.replace(/e.*/i, ""));
    parts.push(bytes.toString("utf8", from, start), zero ? "0" : `"${written}"`);
    from = end;
  }
  parts.push(bytes.toString("utf8", from));
  return parts.join("");
}
