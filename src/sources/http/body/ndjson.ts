import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { MAX_BLANK_BYTES, MAX_TEXT_BYTES } from "../../formats/json/json-limits.ts";
import { JsonProblem } from "../../formats/json/json-problem.ts";
import { parseJson, parsePlainLines } from "../../formats/json/parse-json.ts";
import { type JsonPlace, jsonStop } from "./json-problem-text.ts";

const LINE_FEED = 0x0a;
/** Bytes that are parsed together, more or less: a few hundred ordinary records. */
const BLOCK = 128 * 1024;

/** One JSON text a line; blank lines are left out. Throws a Stop that names the line. */
export function* ndjsonBatches(body: Buffer, place: JsonPlace, redact: Redact): Iterable<readonly Json[]> {
  let blank = 0;
  for (let from = 0; from < body.length; ) {
    const to = endOfBlock(body, from);
    const isHuge = to - from > MAX_TEXT_BYTES;
    const plain = isHuge ? undefined : parsePlainLines(body.subarray(from, to));
    const values = plain ?? parseEach(body, from, to, place, redact);
    blank = values.length > 0 ? 0 : blank + to - from;
    if (blank > MAX_BLANK_BYTES) throw lineStop(new JsonProblem("blank"), body, from, place, redact);
    yield values;
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
    try {
      if (to - from > MAX_TEXT_BYTES) throw new JsonProblem("too-long");
      if (!isBlank(body, from, to)) values.push(parseJson(body.subarray(from, to)));
    } catch (error) {
      throw lineStop(error, body, from, place, redact);
    }
    from = to + 1;
  }
  return values;
}

function lineStop(error: unknown, body: Buffer, from: number, place: JsonPlace, redact: Redact): unknown {
  return jsonStop(error, { ...place, line: lineAt(body, from) }, redact);
}

/** From 1. Counted only for a message. */
function lineAt(body: Buffer, offset: number): number {
  let line = 1;
  for (let at = endOfLine(body, 0); at < offset; at = endOfLine(body, at + 1)) line++;
  return line;
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
