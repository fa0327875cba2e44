import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Redact } from "../../model/redact.ts";
import { Stop } from "../../model/stop.ts";
import { SeenRecords } from "../read/seen-records.ts";
import { exhaustedStop, fatalStop, unreachableStop } from "./api-failure.ts";
import { parseAnswer } from "./parse-answer.ts";
import { TransientAnswer } from "./retrying.ts";
import { type ApiAnswer, NetworkError, type Send } from "./send.ts";
import { unexpectedStop } from "./unexpected-answer.ts";

export interface ReaderOptions {
  /** Rate-limited and retrying. */
  readonly send: Send;
  readonly origin: string;
  readonly redact: Redact;
  readonly onProgress: OnProgress;
}

/** So few records are asked for one by one; a list costs at least one call and often more. */
export const MOST_SINGLES = 3;
/** After so many pages in a row without a record that is new, a list is given up: the host does not heed `offset`. */
const MOST_BARREN = 3;
/** What a host may say of a page that lies behind the last one. */
const BEHIND_THE_END: readonly number[] = [400, 404, 416];

/**
 * Whether a value means one record in an address whatever stands between here and Planhat: servers and proxies read an
 * encoded slash, backslash or percent sign in different ways, and what they make of it is not found.
 */
export function isPathSafe(pathId: string): boolean {
  return !/[/\\%\p{Cc}]/u.test(pathId) && pathId !== "." && pathId !== "..";
}

/** The field of a record's own shape that holds a flat one. */
export function topLevel(name: string): string {
  return name.startsWith("custom.") ? "custom" : name;
}

/** The reading calls of one object type. */
export class Reader {
  readonly #options: ReaderOptions;
  readonly #type: ObjectType;
  readonly #signal: AbortSignal;
  #calls = 0;
  #records = 0;

  constructor(options: ReaderOptions, type: ObjectType, signal: AbortSignal) {
    this.#options = options;
    this.#type = type;
    this.#signal = signal;
  }

  /**
   * The record with this key, at its own address; undefined: Planhat does not hold it (404). An answer with another
   * record, or with none, is no answer: it must not pass for a record that is not there, which would be created.
   */
  async one(prefix: string, keyField: string, key: string): Promise<JsonObject | undefined> {
    const answer = await this.#get(`${this.#type.path}/${encodeURIComponent(prefix + key)}`);
    if (answer.status === 404) return undefined;
    return this.#whole(
      answer,
      (value): value is JsonObject => isRecord(value) && sameKey(value[keyField], key),
    );
  }

  /** What lists show, page by page, with these fields, by `_id`: see #pages. */
  shown(select: readonly string[]): AsyncIterable<readonly JsonObject[]> {
    return this.#pages(select, "");
  }

  /** What lists hide unless asked for (archived contacts); Planhat may show the others with it. */
  async *hidden(select: readonly string[]): AsyncIterable<readonly JsonObject[]> {
    if (this.#type.hidden !== undefined) yield* this.#pages(select, `&${this.#type.hidden}=true`);
  }

  /** Every record, archived ones too. */
  async *all(select: readonly string[]): AsyncIterable<JsonObject> {
    for await (const page of this.shown(select)) yield* page;
    for await (const page of this.hidden(select)) yield* page;
  }

  /**
   * The keys of all records in one call, or of those that hold this value: one, since no page of Planhat shows a filter
   * by several, and where a comma does not part them nothing would be found. More may come than was asked for.
   * Source: the company page (`/leancompanies`, no page limit).
   */
  async *lean(only?: { readonly field: string; readonly value: string }): AsyncIterable<JsonObject> {
    const path = this.#type.leanPath ?? this.#type.path;
    const query = only === undefined ? "" : `?${only.field}=${encodeURIComponent(only.value)}`;
    yield* this.#list(await this.#get(path + query));
  }

  /**
   * Goes on until a page is empty. A short one is no end: a tenant may have smaller pages than the documented ones, and
   * nothing in the answer tells. Whoever has what they need may stop reading before. Throws a Stop where a host sends
   * the same records over and over.
   */
  async *#pages(select: readonly string[], extra: string): AsyncIterable<readonly JsonObject[]> {
    const { path, list } = this.#type;
    const fields = select.map(encodeURIComponent).join(",");
    const seen = new SeenRecords();
    let barren = 0;
    for (let offset = 0, isShort = false; ; ) {
      const query = `?limit=${list.maxLimit}&offset=${offset}&sort=_id&select=${fields}${extra}`;
      const answer = await this.#get(path + query);
      // Two signs of the end agree. Behind a full page this could as well be a limit to how far lists are shown.
      if (isShort && BEHIND_THE_END.includes(answer.status)) return;
      const page = this.#list(answer);
      if (page.length === 0) return;
      const fresh = page.filter((record) => seen.add(this.#idOf(record, answer))).length;
      barren = fresh === 0 ? barren + 1 : 0;
      if (barren === MOST_BARREN) throw this.#barrenStop();
      yield page;
      isShort = page.length < list.maxLimit;
      offset += page.length;
    }
  }

  #idOf(record: JsonObject, answer: ApiAnswer): string {
    const id = record["_id"];
    if (typeof id === "string") return id;
    throw unexpectedStop(answer, this.#what, this.#options.redact);
  }

  #barrenStop(): Stop {
    const { plural, path } = this.#type;
    return new Stop(
      "planhat-answer",
      `Planhat keeps sending the same ${plural}: ${MOST_BARREN} pages in a row contained no new record, so the list cannot be read to its end.`,
      {
        fix: `Check PLANHAT_API_URL, and whether a proxy in between drops the parameter \`offset\` of GET ${path}.`,
      },
    );
  }

  /** Whether the token may read this object type, by the smallest list there is. */
  async isReadable(): Promise<boolean> {
    const answer = await this.#get(`${this.#type.path}?limit=1&select=_id`);
    if (answer.status === 403) return false;
    this.#list(answer);
    return true;
  }

  #list(answer: ApiAnswer): readonly JsonObject[] {
    const isList = (value: Json): value is readonly JsonObject[] =>
      Array.isArray(value) && value.every(isRecord);
    const page = this.#whole(answer, isList);
    this.#records += page.length;
    const { plural } = this.#type;
    this.#options.onProgress({
      kind: "readingBack",
      object: plural,
      records: this.#records,
      calls: this.#calls,
    });
    return page;
  }

  async #get(path: string): Promise<ApiAnswer> {
    const { send, origin, redact } = this.#options;
    this.#calls += 1;
    try {
      return await send({ method: "GET", path }, this.#signal);
    } catch (error) {
      if (error instanceof TransientAnswer) throw exhaustedStop(error.answer, this.#what, redact);
      if (error instanceof NetworkError) throw unreachableStop(error, this.#what, origin, redact);
      throw error;
    }
  }

  #whole<T extends Json>(answer: ApiAnswer, fits: (value: Json) => value is T): T {
    const { origin, redact } = this.#options;
    const stop = fatalStop(answer, this.#what, origin, redact);
    if (stop !== undefined) throw stop;
    if (answer.status === 200) {
      const value = parseAnswer(answer.text);
      if (value !== undefined && fits(value)) return value;
    }
    throw unexpectedStop(answer, this.#what, redact);
  }

  get #what(): string {
    return `read ${this.#type.plural}`;
  }
}

/** Whatever is selected, Planhat answers the `_id` too. */
function isRecord(value: Json): value is JsonObject {
  return isJsonObject(value) && typeof value["_id"] === "string" && value["_id"] !== "";
}

/** Planhat may keep a key in another case. */
function sameKey(value: Json | undefined, key: string): boolean {
  return value !== undefined && String(value).trim().toLowerCase() === key.trim().toLowerCase();
}
