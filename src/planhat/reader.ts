import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Redact } from "../model/redact.ts";
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
/** Keys in one filtered lean list: keeps the address below the 8 kB that servers take. */
const MOST_FILTERED = 50;

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

  /** What lists show, page by page, with these fields, by `_id`. */
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

  /** The keys of the records that bear one of `keys`, or of all of them. */
  async *lean(keyField: string, keys: readonly string[] | undefined): AsyncIterable<JsonObject> {
    const path = this.#type.leanPath ?? this.#type.path;
    // A key with a comma would read as two, so such a set takes the whole list.
    const filtered =
      keys !== undefined && keys.length <= MOST_FILTERED && !keys.some((key) => key.includes(","));
    const query = filtered ? `?${keyField}=${keys.map(encodeURIComponent).join(",")}` : "";
    yield* this.#list(await this.#get(path + query));
  }

  async *#pages(select: readonly string[], extra: string): AsyncIterable<readonly JsonObject[]> {
    const { path, list } = this.#type;
    for (let offset = 0; ; offset += list.maxLimit) {
      const query = `?limit=${list.maxLimit}&offset=${offset}&sort=_id&select=${select.map(encodeURIComponent).join(",")}${extra}`;
      const page = this.#list(await this.#get(path + query));
      yield page;
      if (page.length < list.maxLimit) return;
    }
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
