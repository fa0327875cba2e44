import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { parseJson, parsePlainLines } from "../json/parse-json.ts";
import { type JsonPlace, jsonStop } from "./json-problem-text.ts";

const LINE_FEED = 0x0a;
/** Bytes that are parsed together, more or less: a few hundred ordinary records. */
const BLOCK = 128 * 1024;

/** One JSON text a line; blank lines are left out. Throws a Stop that names the line. */
export function* ndjsonBatches(body: Buffer, place: JsonPlace, redact: Redact): Iterable<readonly Json[]> {
  for (let from = 0; from < body.length; ) {
    const to = endOfBlock(body, from);
    yield parsePlainLines(body.subarray(from, to)) ?? parseEach(body, from, to, place, redact);
    from = to + 1;
  }
}

/** Of whole lines, without the line end behind the last one. */
function endOfBlock(body: Buffer, from: number): number {
  if (body.length - from <= BLOCK) return body.length;
  const last = body.lastIndexOf(LINE_FEED, from + BLOCK);
  return last >= from ? last : endOfLine(body, from + BLOCK);
}

function endOfLine(body: Buffer, from: number): number {
  const found = body.indexOf(LINE_FEED, from);
  return found === -1 ? body.length : found;
}

function parseEach(
  body: Buffer,
  start: number,
  end: number,
  place: JsonPlace,
  redact: Redact,
): readonly Json[] {
  const values: Json[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, endOfLine(body, from));
    const line = body.subarray(from, to);
    try {
      if (!isBlank(line)) values.push(parseJson(line));
    } catch (error) {
      throw jsonStop(error, { ...place, line: lineAt(body, from) }, redact);
    }
    from = to + 1;
  }
  return values;
}

/** From 1. Counted only for a message. */
function lineAt(body: Buffer, offset: number): number {
  let line = 1;
  for (let at = endOfLine(body, 0); at < offset; at = endOfLine(body, at + 1)) line++;
  return line;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
