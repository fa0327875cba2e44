import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import type { HttpAnswer } from "../exchange.ts";
import { parseJson } from "../json/parse-json.ts";
import { broken, describePlace, type Place } from "../problems.ts";
import type { BodyFormat } from "../settings.ts";
import { bodyFormat, charsetOf } from "./body-format.ts";
import { csvBatches } from "./csv.ts";
import { jsonStop } from "./json-problem-text.ts";
import { ndjsonBatches } from "./ndjson.ts";
import { toUtf8 } from "./utf8.ts";

/** A JSON body is one value; the other two are rows in arrays of any length, parsed as they are taken. */
export type PageBody =
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "rows"; readonly batches: Iterable<readonly Json[]> };

export interface PageBodyOptions {
  readonly format: BodyFormat | undefined;
  readonly delimiter: string;
  readonly place: Place;
  readonly redact: Redact;
}

/** Throws a Stop for anything that is not a whole body of its format. */
export function readPageBody(answer: HttpAnswer, options: PageBodyOptions): PageBody {
  const { place, redact, delimiter } = options;
  const format = bodyFormat(answer, options.format, place, redact);
  if (format === "json" && answer.chunks.length === 0) throw nothing(place);
  if (format !== "json" && !answer.sized) throw endless(format, place);
  const body = toUtf8(answer.chunks, charsetOf(answer.headers), place);
  switch (format) {
    case "json":
      return { kind: "value", value: parseWhole(body, { ...place, sized: answer.sized }, redact) };
    case "ndjson":
      return { kind: "rows", batches: ndjsonBatches(body, { ...place, sized: answer.sized }, redact) };
    case "csv":
      return { kind: "rows", batches: csvBatches(body, delimiter, place) };
    default:
      return format satisfies never;
  }
}

function parseWhole(body: Buffer, place: Place & { sized: boolean }, redact: Redact): Json {
  try {
    return parseJson(body);
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
    `Nobody can tell whether ${describePlace(place)} is whole: its ${format.toUpperCase()} has neither a length nor chunks.`,
    "The server has to send Content-Length or Transfer-Encoding: chunked (HTTP/1.1), or JSON.",
  );
}
