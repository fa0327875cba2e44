import { canonicalJson } from "../../model/fingerprint.ts";
import type { JsonObject } from "../../model/json.ts";
import type { RecordKey } from "../../model/record.ts";
import { flattenCustom } from "../../model/record-body.ts";
import type { IdsQuery, TargetReader } from "../../model/target-reader.ts";
import { Reader, type ReaderOptions, topLevel } from "../api/reader.ts";
import { findRecords, keyOfRecord } from "./find-records.ts";

/**
 * Which records exist in Planhat. Reads the cheapest way there is: the lean list where the object has one, otherwise
 * single look-ups for a handful, or the whole collection page by page, archived records too.
 */
export function readback(options: ReaderOptions): Pick<TargetReader, "idsOfKeys"> {
  return {
    idsOfKeys: async (query, signal) => {
      if (query.records.length === 0) return new Map();
      const reader = new Reader(options, query.objectType, signal);
      if (query.keyField === undefined) return byContent(reader, query);
      return byKey(reader, query, query.keyField);
    },
  };
}

async function byKey(
  reader: Reader,
  { objectType, records, neighbours }: IdsQuery,
  keyField: string,
): Promise<ReadonlyMap<RecordKey, readonly string[]>> {
  const keys = new Set(records.map(({ key }) => key));
  const wanted = { objectType, keyField, keys, atLeast: 0, ...(neighbours && { neighbours }) };
  const ids = new Map<RecordKey, string[]>();
  const note = async (record: JsonObject): Promise<void> => {
    const id = record["_id"];
    if (typeof id !== "string") return;
    if (neighbours?.concerns(record) === true) {
      await neighbours.take([{ key: String(record[keyField] ?? "") as RecordKey, id, fields: record }]);
    }
    const key = keyOfRecord(record, wanted);
    if (key === undefined) return;
    const known = ids.get(key);
    if (known === undefined) ids.set(key, [id]);
    // A page may repeat a record when others write meanwhile.
    else if (!known.includes(id)) known.push(id);
  };
  if (objectType.leanPath !== undefined && LEAN_KEYS.includes(keyField)) {
    // Where a record that is not there may be created, all are read: another one may be meant by it.
    const only = neighbours?.searches === true ? undefined : filterOf(keyField, keys);
    for await (const record of reader.lean(only)) await note(record);
  } else {
    const select = [...new Set(["_id", keyField, ...(neighbours?.fields ?? [])])];
    for await (const page of findRecords(reader, wanted, select)) {
      for (const record of page) await note(record);
    }
  }
  return ids;
}

/** Keyables that a lean list shows. */
const LEAN_KEYS = ["externalId", "sourceId"];

/**
 * One key is asked for by itself; the list of all takes one call too. A comma may part two keys or belong to one, and
 * blanks at an end may not be kept: what such a filter finds nobody knows.
 */
function filterOf(field: string, keys: ReadonlySet<string>): { field: string; value: string } | undefined {
  const [value, ...others] = keys;
  const isPlain = value !== undefined && !value.includes(",") && value === value.trim();
  return isPlain && others.length === 0 ? { field, value } : undefined;
}

/** Records without a keyable: the same values in every field that was sent, references aside. */
async function byContent(
  reader: Reader,
  { objectType, records }: IdsQuery,
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
