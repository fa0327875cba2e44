import { canonicalJson } from "../model/fingerprint.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Lookup, LookupQuery } from "../model/lookup.ts";
import type { RecordKey } from "../model/record.ts";
import { flattenCustom } from "../model/record-body.ts";
import { MOST_SINGLES, Reader, type ReaderOptions, topLevel } from "./reader.ts";

/**
 * Which records exist in Planhat. Reads the cheapest way there is: single look-ups for a handful, the lean list where
 * the object has one, otherwise the whole collection page by page, archived records too.
 */
export function readback(options: ReaderOptions): Lookup {
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
      const record = await reader.one(pathId.prefix, keyField, key);
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
