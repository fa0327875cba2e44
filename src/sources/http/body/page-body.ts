import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { type JsonScan, JsonScanner } from "../../formats/json/json-scanner.ts";
import { parseJson, parseScanned } from "../../formats/json/parse-json.ts";
import type { HttpAnswer } from "../exchange.ts";
import { broken, describePlace, type Place } from "../problems.ts";
import type { BodyFormat } from "../settings.ts";
import { bodyFormat, charsetOf, isUtf8Name } from "./body-format.ts";
import { csvBatches } from "./csv.ts";
import { type JsonPlace, jsonStop } from "./json-problem-text.ts";
import { ndjsonBatches } from "./ndjson.ts";
import type { PageWatch } from "./page-watch.ts";
import { toUtf8, withoutMark } from "./utf8.ts";

/** A JSON body is one value; the others are rows in arrays of any length, parsed as they are taken. */
export type PageBody =
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "rows"; readonly batches: Iterable<readonly Json[]> }
  /** The records that were wanted, of a body that was not read to its end. */
  | { readonly kind: "beginning"; readonly batches: Iterable<readonly Json[]> };

export interface PageBodyOptions {
  readonly format: BodyFormat | undefined;
  readonly delimiter: string;
  /** Most values of a JSON body. */
  readonly maxValues: number;
  /** What has seen the body. */
  readonly watch: PageWatch;
  readonly place: Place;
  readonly redact: Redact;
}

/** Throws a Stop for anything that is not a whole body of its format. */
export function readPageBody(answer: HttpAnswer, options: PageBodyOptions): PageBody {
  const { place, redact, delimiter, watch } = options;
  const format = bodyFormat(answer, options.format, place, redact);
  const { beginning } = watch;
  if (beginning !== undefined) return readBeginning(answer, format, beginning, options);
  if (format === "json" && answer.chunks.length === 0) throw nothing(place);
  if (format !== "json" && !answer.sized) throw endless(format, place);
  const jsonPlace = { ...place, sized: answer.sized };
  switch (format) {
    case "json":
      return { kind: "value", value: readJson(answer, jsonPlace, options) };
    case "ndjson":
      return { kind: "rows", batches: ndjsonBatches(textOf(answer, place), jsonPlace, redact) };
    case "csv":
      return { kind: "rows", batches: csvBatches(textOf(answer, place), delimiter, place) };
    default:
      return format satisfies never;
  }
}

function textOf({ chunks, headers }: HttpAnswer, place: Place): Buffer {
  return withoutMark(toUtf8(chunks, charsetOf(headers), place));
}

/** Its values are counted before the pieces are put together: what is too much is refused while it is small. */
function readJson({ chunks, headers }: HttpAnswer, place: JsonPlace, options: PageBodyOptions): Json {
  const { redact, maxValues, watch } = options;
  const charset = charsetOf(headers);
  return orStop(place, redact, () => {
    if (!isUtf8Name(charset)) return parseJson(toUtf8(chunks, charset, place), { values: maxValues });
    const scan = watch.scan ?? scanAll(chunks, maxValues);
    return parseScanned(toUtf8(chunks, charset, place), scan);
  });
}

function scanAll(chunks: readonly Buffer[], maxValues: number): JsonScan {
  const scanner = new JsonScanner({ values: maxValues });
  for (const chunk of chunks) scanner.take(chunk);
  return scanner.end();
}

function readBeginning(
  answer: HttpAnswer,
  format: BodyFormat,
  { start, end }: { readonly start: number; readonly end: number },
  { place, redact, delimiter, maxValues }: PageBodyOptions,
): PageBody {
  const bytes = toUtf8(answer.chunks, "utf-8", place).subarray(start, end);
  const jsonPlace = { ...place, sized: true };
  switch (format) {
    case "json": {
      const list = Buffer.concat([Buffer.from("["), bytes, Buffer.from("]")]);
      const records = orStop(jsonPlace, redact, () => parseJson(list, { values: maxValues }));
      return { kind: "beginning", batches: [records as readonly Json[]] };
    }
    case "ndjson":
      return { kind: "beginning", batches: ndjsonBatches(withoutMark(bytes), jsonPlace, redact) };
    case "csv":
      return { kind: "beginning", batches: csvBatches(withoutMark(bytes), delimiter, place) };
    default:
      return format satisfies never;
  }
}

function orStop(place: JsonPlace, redact: Redact, parse: () => Json): Json {
  try {
    return parse();
  } catch (error) {
    throw jsonStop(error, place, redact);
  }
}

function nothing(place: Place): Error {
  return broken(
    `Expected JSON, got nothing as ${describePlace(place)}: the body is empty.`,
    "Check `url`. An answer without data has to be an empty list, or have the status 204.",
  );
}

/** JSON tells itself whether it is whole; rows do not, and a connection may be lost between two of them. */
function endless(format: BodyFormat, place: Place): Error {
  return broken(
    `It is unclear whether ${describePlace(place)} is complete: its ${format.toUpperCase()} has neither a length nor chunks.`,
    "The server has to send Content-Length or Transfer-Encoding: chunked (HTTP/1.1), or JSON.",
  );
}
