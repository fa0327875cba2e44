import { canonicalJson } from "../model/fingerprint.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { Lookup, LookupQuery } from "../model/lookup.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { OnProgress } from "../model/progress.ts";
import type { RecordKey } from "../model/record.ts";
import { flattenCustom } from "../model/record-body.ts";
import type { Redact } from "../model/redact.ts";
import { exhaustedStop, fatalStop, unreachableStop } from "./api-failure.ts";
import { TransientAnswer } from "./retrying.ts";
import { type ApiAnswer, NetworkError, type Send } from "./send.ts";
import { unexpectedStop } from "./unexpected-answer.ts";

export interface ReadbackOptions {
  /** Rate-limited and retrying. */
  readonly send: Send;
  readonly origin: string;
  readonly redact: Redact;
  readonly onProgress: OnProgress;
}

/** So few records are asked for one by one; a list costs at least one call and often more. */
const MOST_SINGLES = 3;
/** Keys in one filtered lean list: keeps the address below the 8 kB that servers take. */
const MOST_FILTERED = 50;

/**
 * Which records exist in Planhat. Reads the cheapest way there is: single look-ups for a handful, the lean list where
 * the object has one, otherwise the whole collection page by page, archived records too.
 */
export function readback(options: ReadbackOptions): Lookup {
  return {
    existing: async (query, signal) => {
      if (query.records.length === 0) return new Map();
      const reader = new Reader(options, query.objectType, signal);
      if (query.keyField === undefined) return byContent(reader, query);
      return byKey(reader, query, query.keyField);
    },
  };
}

async function byKey(
  reader: Reader,
  { objectType, records }: LookupQuery,
  keyField: string,
): Promise<ReadonlyMap<RecordKey, readonly string[]>> {
  const found = new Found(records.map(({ key }) => key));
  const note = (record: JsonObject): void => found.add(record[keyField], record["_id"]);
  const pathId = objectType.pathIds.find(({ field }) => field === keyField);
  const lean = objectType.leanPath !== undefined && ["externalId", "sourceId"].includes(keyField);
  if (lean) {
    for await (const record of reader.lean(keyField, found.keys)) note(record);
  } else if (pathId !== undefined && records.length <= MOST_SINGLES) {
    for (const key of found.keys) {
      const record = await reader.one(pathId.prefix + key);
      if (record !== undefined) note(record);
    }
  } else {
    for await (const record of reader.all(["_id", keyField])) note(record);
  }
  return found.ids;
}

/** Records without a keyable: the same values in every field that was sent, references aside. */
async function byContent(
  reader: Reader,
  { objectType, records }: LookupQuery,
): Promise<ReadonlyMap<RecordKey, readonly string[]>> {
  const content = (fields: JsonObject, names: readonly string[]): string =>
    canonicalJson(names.map((name) => fields[name] ?? null));
  // Records may map different fields; those that map the same are compared alike.
  const groups = new Map<string, { names: readonly string[]; keys: Map<string, RecordKey> }>();
  for (const { key, fields } of records) {
    const names = Object.keys(fields)
      .filter((name) => objectType.fields[name]?.ref === undefined)
      .sort();
    const group = groups.get(names.join("\u0000")) ?? { names, keys: new Map() };
    group.keys.set(content(fields, names), key);
    groups.set(names.join("\u0000"), group);
  }
  const selected = new Set([...groups.values()].flatMap(({ names }) => names.map(topLevel)));
  const ids = new Map<RecordKey, string[]>();
  for await (const record of reader.all(["_id", ...selected])) {
    const fields = flattenCustom(record);
    for (const { names, keys } of groups.values()) {
      const key = keys.get(content(fields, names));
      if (key !== undefined) ids.set(key, [...(ids.get(key) ?? []), String(record["_id"])]);
    }
  }
  return ids;
}

function topLevel(name: string): string {
  return name.startsWith("custom.") ? "custom" : name;
}

/** `_id`s by key, for the keys that were asked for. */
class Found {
  readonly keys: readonly RecordKey[];
  readonly ids = new Map<RecordKey, string[]>();
  readonly #wanted: ReadonlySet<string>;

  constructor(keys: readonly RecordKey[]) {
    this.keys = keys;
    this.#wanted = new Set(keys);
  }

  add(value: Json | undefined, id: Json | undefined): void {
    if (value === undefined || value === null || typeof id !== "string") return;
    const key = String(value) as RecordKey;
    if (!this.#wanted.has(key)) return;
    const known = this.ids.get(key);
    if (known === undefined) this.ids.set(key, [id]);
    // A page may repeat a record when others write meanwhile.
    else if (!known.includes(id)) known.push(id);
  }
}

/** The reading calls of one object type. */
class Reader {
  readonly #options: ReadbackOptions;
  readonly #type: ObjectType;
  readonly #signal: AbortSignal;
  #calls = 0;
  #records = 0;

  constructor(options: ReadbackOptions, type: ObjectType, signal: AbortSignal) {
    this.#options = options;
    this.#type = type;
    this.#signal = signal;
  }

  /** undefined: Planhat does not hold it (404). */
  async one(pathId: string): Promise<JsonObject | undefined> {
    const answer = await this.#get(`${this.#type.path}/${encodeURIComponent(pathId)}`);
    if (answer.status === 404) return undefined;
    return this.#whole(answer, isJsonObject);
  }

  /** Every record, with these fields, by `_id`; archived ones too where the object hides them from lists. */
  async *all(select: readonly string[]): AsyncIterable<JsonObject> {
    yield* this.#pages(select, "");
    if (this.#type.hidden !== undefined) yield* this.#pages(select, `&${this.#type.hidden}=true`);
  }

  async *lean(keyField: string, keys: readonly string[]): AsyncIterable<JsonObject> {
    const path = this.#type.leanPath ?? this.#type.path;
    // A key with a comma would read as two, so such a set takes the whole list.
    const filtered = keys.length <= MOST_FILTERED && !keys.some((key) => key.includes(","));
    const query = filtered ? `?${keyField}=${keys.map(encodeURIComponent).join(",")}` : "";
    yield* this.#list(await this.#get(path + query));
  }

  async *#pages(select: readonly string[], extra: string): AsyncIterable<JsonObject> {
    const { path, list } = this.#type;
    for (let offset = 0; ; offset += list.maxLimit) {
      const query = `?limit=${list.maxLimit}&offset=${offset}&sort=_id&select=${select.map(encodeURIComponent).join(",")}${extra}`;
      const page = this.#list(await this.#get(path + query));
      yield* page;
      if (page.length < list.maxLimit) return;
    }
  }

  #list(answer: ApiAnswer): readonly JsonObject[] {
    const isList = (value: Json): value is readonly JsonObject[] =>
      Array.isArray(value) && value.every(isJsonObject);
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
      const value = parse(answer.text);
      if (value !== undefined && fits(value)) return value;
    }
    throw unexpectedStop(answer, this.#what, redact);
  }

  get #what(): string {
    return `read ${this.#type.plural}`;
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
