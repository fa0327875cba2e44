import type { JsonObject } from "../model/json.ts";
import type { CurrentQuery, CurrentRecord, LiveBaseline } from "../model/live-baseline.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { RecordKey } from "../model/record.ts";
import { flattenCustom } from "../model/record-body.ts";
import { MOST_SINGLES, Reader, type ReaderOptions, topLevel } from "./reader.ts";
import { ReferenceIndex } from "./reference-index.ts";

export interface LiveReadbackOptions extends ReaderOptions {
  readonly objectTypes: ReadonlyMap<string, ObjectType>;
}

/** What Planhat holds now, at the least cost in calls. */
export function liveReadback(options: LiveReadbackOptions): LiveBaseline {
  const indexes = new Map<string, ReferenceIndex>();
  return {
    current: (query, signal) => current(new Reader(options, query.objectType, signal), query),
    references: async (name, values, signal) => {
      const objectType = options.objectTypes.get(name);
      // Planhat has it and our catalogue has not: nobody can look.
      if (objectType === undefined) return undefined;
      const index = indexes.get(name) ?? new ReferenceIndex(objectType);
      indexes.set(name, index);
      return index.resolve(values, new Reader(options, objectType, signal));
    },
  };
}

/** One by one where that takes no more calls than all pages would, otherwise page by page. */
async function* current(reader: Reader, query: CurrentQuery): AsyncIterable<readonly CurrentRecord[]> {
  const { objectType, keyField, keys, fields, atLeast } = query;
  const pathId = objectType.pathIds.find(({ field }) => field === keyField);
  const pages = Math.max(MOST_SINGLES, Math.ceil(atLeast / objectType.list.maxLimit));
  if (pathId !== undefined && keys.size <= pages) {
    for (const key of keys.keys()) {
      const record = await reader.one(pathId.prefix + key);
      const found = record === undefined ? undefined : currentRecord(record, query);
      if (found !== undefined) yield [found];
    }
    return;
  }
  const readAs = fields.map((name) => objectType.fields[name]?.readAs ?? name);
  const select = [...new Set(["_id", keyField, ...readAs].map(topLevel))];
  const found = new Set<RecordKey>();
  for await (const page of reader.shown(select)) {
    const records = page.flatMap((record) => currentRecord(record, query) ?? []);
    for (const { key } of records) found.add(key);
    yield records;
  }
  // Most runs find everything in what is shown, and the hidden ones would cost as many pages again.
  if (found.size === keys.size) return;
  for await (const page of reader.hidden(select)) {
    yield page.flatMap((record) => currentRecord(record, query) ?? []);
  }
}

/** undefined: it is none of those that were asked for. */
function currentRecord(
  record: JsonObject,
  { objectType, keyField, keys, fields }: CurrentQuery,
): CurrentRecord | undefined {
  const [value, id] = [record[keyField], record["_id"]];
  if (value === undefined || value === null || typeof id !== "string") return undefined;
  const key = String(value) as RecordKey;
  if (!keys.has(key)) return undefined;
  return { key, id, fields: asWritten(flattenCustom(record), objectType, fields) };
}

/** Some fields come back under another name than they are written with. */
function asWritten(record: JsonObject, { fields: specs }: ObjectType, fields: readonly string[]): JsonObject {
  const renamed = fields.flatMap((name) => {
    const value = record[specs[name]?.readAs ?? name];
    return value === undefined || specs[name]?.readAs === undefined ? [] : [[name, value] as const];
  });
  return renamed.length === 0 ? record : { ...record, ...Object.fromEntries(renamed) };
}
