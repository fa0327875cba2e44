import { setImmediate as nextTurn } from "node:timers/promises";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";
import type { PageBody } from "./body/page-body.ts";
import type { EvaluatePage, PageRequest } from "./pagination/page.ts";
import { broken, describePlace, type Place } from "./problems.ts";
import { checkToldError } from "./told-error.ts";

const MAX_BATCH = 1000;

/** The records of one page, in arrays of 1 to 1,000. */
export interface PageRecords {
  /** What expressions see; undefined where nothing asked for it. */
  readonly body: Json | undefined;
  /** undefined where the rows are parsed as they are taken. */
  readonly all: readonly Json[] | undefined;
  readonly batches: Iterable<readonly Json[]>;
}

export interface RecordOptions {
  /** Picks the records out of the body; without it the body is the records. `text` is for messages. */
  readonly pick: { readonly text: string; readonly evaluate: EvaluatePage } | undefined;
  /** Whether somebody needs the body, or the number of the records, before they are taken. */
  readonly whole: boolean;
  readonly request: PageRequest;
  readonly place: Place;
  readonly redact: Redact;
}

/** Throws a Stop where the records are no list, or where the body has an error in their place. */
export async function pageRecords(
  page: Exclude<PageBody, { readonly kind: "beginning" }>,
  options: RecordOptions,
): Promise<PageRecords> {
  const { pick, whole, request, place, redact } = options;
  if (page.kind === "rows" && !whole && pick === undefined) {
    return { body: undefined, all: undefined, batches: inSlices(page.batches) };
  }
  const body = page.kind === "value" ? page.value : await collect(page.batches);
  const records = pick === undefined ? body : await pick.evaluate(body, request);
  if (!Array.isArray(records) || records.length === 0) checkToldError(body, place, redact);
  if (!Array.isArray(records)) throw noList(records, body, pick?.text, place);
  const all = records as readonly Json[];
  return { body, all, batches: slices(all) };
}

async function collect(batches: Iterable<readonly Json[]>): Promise<readonly Json[]> {
  const all: Json[] = [];
  for (const batch of batches) {
    for (const record of batch) all.push(record);
    // A large page is parsed without I/O: signals and timers get their turn in between.
    await nextTurn();
  }
  return all;
}

/** An answer without a body: 204. */
export const NO_RECORDS: PageRecords = { body: undefined, all: [], batches: [] };

/** In arrays of 1 to 1,000. */
export function* inSlices(batches: Iterable<readonly Json[]>): Iterable<readonly Json[]> {
  for (const batch of batches) yield* slices(batch);
}

function* slices(records: readonly Json[]): Iterable<readonly Json[]> {
  if (records.length > 0 && records.length <= MAX_BATCH) yield records;
  else
    for (let from = 0; from < records.length; from += MAX_BATCH) yield records.slice(from, from + MAX_BATCH);
}

/** A record as a row's data. It is the page's own object, and changed in place: nobody else reads it any more. */
export function rowData(record: Json, index: number, place: Place): JsonObject {
  if (!isJsonObject(record)) {
    throw broken(
      `A record is ${kindOf(record)} and not an object: index ${index} of ${describePlace(place)}.`,
      "Every record has to be an object with named values. If `records` leads past them, shorten it; if it makes them, let it make objects.",
    );
  }
  // Not a copy: this keeps the fast layout that the parser gave the object.
  return Object.setPrototypeOf(record, null) as JsonObject;
}

function noList(records: Json | undefined, body: Json, picked: string | undefined, place: Place): Error {
  const found = records === undefined ? "nothing" : kindOf(records);
  if (picked === undefined) {
    const lists = isJsonObject(body) ? Object.keys(body).filter((key) => Array.isArray(body[key])) : [];
    const guess = lists[0] === undefined ? "records: data" : `records: ${quoted(lists[0])}`;
    return broken(
      `The body of ${describePlace(place)} is ${found}, and not a list of records.`,
      `Say where in it the records are, such as \`${guess}\`.`,
    );
  }
  // An object may be the only record, and nothing what a filter leaves. Anything else is no record.
  const isOpen = records === undefined || isJsonObject(records);
  const brackets = isOpen
    ? ` If this is all there is, brackets make a list of it, whatever it finds: \`records: ${JSON.stringify(`[${picked.trim()}]`)}\`.`
    : "";
  return broken(
    `What \`records\` finds in ${describePlace(place)} is ${found}, and not a list.`,
    `Write an expression that leads to the list itself, such as data.items; compare it with the API's answer.${brackets}`,
  );
}

function quoted(key: string): string {
  return /^[A-Za-z_]\w{0,60}$/.test(key) ? key : "data";
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "an object";
    case "string":
      return "text";
    case "number":
      return "a number";
    default:
      return "true or false";
  }
}
