import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { parseJson, parsePlainLines } from "../json/parse-json.ts";
import { type JsonPlace, jsonStop } from "./json-problem-text.ts";

const LINE_FEED = 0x0a;
const MAX_BATCH = 1000;

/** One JSON text a line; blank lines are left out. Arrays of 1 to 1,000. Throws a Stop that names the line. */
export function* ndjsonBatches(body: Buffer, place: JsonPlace, redact: Redact): Iterable<readonly Json[]> {
  let before = 0;
  for (const { bytes, lines } of blocks(body)) {
    const batch = parsePlainLines(bytes) ?? [...eachLine(bytes, before, place, redact)];
    before += lines;
    if (batch.length > 0) yield batch;
  }
}

/** Up to MAX_BATCH lines together, without the line end behind them. */
function* blocks(body: Buffer): Iterable<{ readonly bytes: Buffer; readonly lines: number }> {
  for (let from = 0; from < body.length; ) {
    let lines = 0;
    let to = from - 1;
    while (lines < MAX_BATCH && to < body.length) {
      to = endOfLine(body, to + 1);
      lines++;
    }
    yield { bytes: body.subarray(from, to), lines };
    from = to + 1;
  }
}

function* eachLine(bytes: Buffer, before: number, place: JsonPlace, redact: Redact): Iterable<Json> {
  let line = before;
  for (let from = 0; from <= bytes.length; ) {
    const to = endOfLine(bytes, from);
    line++;
    const text = bytes.subarray(from, to);
    if (!isBlank(text)) yield parseLine(text, { ...place, line }, redact);
    from = to + 1;
  }
}

function endOfLine(bytes: Buffer, from: number): number {
  const found = bytes.indexOf(LINE_FEED, from);
  return found === -1 ? bytes.length : found;
}

function parseLine(bytes: Buffer, place: JsonPlace, redact: Redact): Json {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw jsonStop(error, place, redact);
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
