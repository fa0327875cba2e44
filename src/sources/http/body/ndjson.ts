import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { parseJson } from "../json/parse-json.ts";
import { type JsonPlace, jsonStop } from "./json-problem-text.ts";

const LINE_FEED = 0x0a;
const MAX_BATCH = 1000;

/** One JSON text a line; blank lines are left out. Arrays of 1 to 1,000. Throws a Stop that names the line. */
export function* ndjsonBatches(body: Buffer, place: JsonPlace, redact: Redact): Iterable<readonly Json[]> {
  let batch: Json[] = [];
  let line = 0;
  for (let from = 0; from < body.length; ) {
    const found = body.indexOf(LINE_FEED, from);
    const to = found === -1 ? body.length : found;
    line++;
    if (!isBlank(body, from, to)) batch.push(parseLine(body.subarray(from, to), { ...place, line }, redact));
    from = to + 1;
    if (batch.length < MAX_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function parseLine(bytes: Buffer, place: JsonPlace, redact: Redact): Json {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw jsonStop(error, place, redact);
  }
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
