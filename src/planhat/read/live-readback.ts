import type { Clock } from "../../model/clock.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import type { JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { RecordKey } from "../../model/record.ts";
import { flattenCustom } from "../../model/record-body.ts";
import type { LookupField } from "../../model/reference-lookup.ts";
import type { RecordsQuery, TargetReader } from "../../model/target-reader.ts";
import { Reader, type ReaderOptions, topLevel } from "../api/reader.ts";
import { findRecords, keyOfRecord, singlesPrefix } from "./find-records.ts";
import { ReferenceIndex } from "./reference-index.ts";

export interface LiveReadbackOptions extends ReaderOptions {
  readonly objectTypes: ReadonlyMap<string, ObjectType>;
  readonly clock: Clock;
  /** By object type: by what the syncs of the project look its records up. */
  readonly lookups: ReadonlyMap<string, ReadonlySet<LookupField>>;
}

/** A first page that was asked for longer ago (milliseconds) tells too little of what Planhat holds now. */
const FRESH_MS = 60_000;

/** What Planhat holds now, at the least cost in calls. */
export function liveReadback(options: LiveReadbackOptions): Omit<TargetReader, "idsOfKeys"> {
  const indexes = new Map<string, ReferenceIndex>();
  const begun = new Map<ObjectType, BegunPages>();

  /** The pages of what lists show: those that are on their way already, or new ones. */
  function shown(reader: Reader, objectType: ObjectType, select: readonly string[]): Pages {
    const early = begun.get(objectType);
    begun.delete(objectType);
    const isOfUse =
      early !== undefined &&
      early.select.join() === select.join() &&
      options.clock.monotonic() - early.at < FRESH_MS;
    return isOfUse ? early.pages() : reader.shown(select);
  }

  function indexOf(objectType: ObjectType): ReferenceIndex {
    const { name } = objectType;
    const index = indexes.get(name) ?? new ReferenceIndex(objectType, options.lookups.get(name) ?? new Set());
    indexes.set(name, index);
    return index;
  }

  async function* records(query: RecordsQuery, signal: AbortSignal): AsyncIterable<readonly CurrentRecord[]> {
    const { objectType, neighbours } = query;
    const reader = new Reader(options, objectType, signal);
    const select = selectOf(query);
    const pages = findRecords(reader, query, select, () => shown(reader, objectType, select));
    for await (const page of pages) {
      if (neighbours !== undefined) {
        await neighbours.take(page.flatMap((record) => neighbour(record, query) ?? []));
      }
      yield page.flatMap((record) => currentRecord(record, query) ?? []);
    }
  }

  return {
    prefetch: (query, signal) => {
      if (singlesPrefix(query) !== undefined) return false;
      const { objectType } = query;
      const select = selectOf(query);
      const pages = new Reader(options, objectType, signal).shown(select);
      begun.set(objectType, new BegunPages(pages, select, options.clock.monotonic()));
      return true;
    },
    records,
    idsOfReferences: async (name, values, signal) => {
      const objectType = options.objectTypes.get(name);
      // Planhat has it and our catalogue has not: nobody can look.
      if (objectType === undefined) return undefined;
      return indexOf(objectType).resolve(values, new Reader(options, objectType, signal));
    },
    find: async ({ objectType: name, by, values }, signal) => {
      const objectType = options.objectTypes.get(name);
      if (objectType === undefined) throw new Error(`${name} is not in the catalogue`);
      return indexOf(objectType).find(by, values, new Reader(options, objectType, signal));
    },
  };
}

type Pages = AsyncIterable<readonly JsonObject[]>;

/** Pages the first of which is on its way. */
class BegunPages {
  readonly select: readonly string[];
  /** When it was asked for, on the monotonic clock. */
  readonly at: number;
  readonly #pages: AsyncIterator<readonly JsonObject[]>;
  readonly #first: Promise<IteratorResult<readonly JsonObject[]>>;

  constructor(pages: Pages, select: readonly string[], at: number) {
    this.select = select;
    this.at = at;
    this.#pages = pages[Symbol.asyncIterator]();
    this.#first = this.#pages.next();
    // Whoever reads the pages meets it; where nobody does, the run has ended for another reason.
    this.#first.catch(() => undefined);
  }

  async *pages(): Pages {
    for (let next = await this.#first; next.done !== true; next = await this.#pages.next()) yield next.value;
  }
}

function selectOf({ objectType, keyField, fields }: RecordsQuery): readonly string[] {
  const readAs = fields.map((name) => objectType.fields[name]?.readAs ?? name);
  return [...new Set(["_id", keyField, ...readAs].map(topLevel))];
}

/** undefined: it is none of those that were asked for. */
function currentRecord(record: JsonObject, query: RecordsQuery): CurrentRecord | undefined {
  const key = keyOfRecord(record, query);
  const id = record["_id"];
  if (key === undefined || typeof id !== "string") return undefined;
  return { key, id, fields: asWritten(flattenCustom(record), query.objectType, query.fields) };
}

/** undefined for a record that concerns nobody but whoever asked for its key. */
function neighbour(record: JsonObject, query: RecordsQuery): CurrentRecord | undefined {
  const { objectType, keyField, fields, neighbours } = query;
  const [key, id] = [String(record[keyField] ?? "") as RecordKey, record["_id"]];
  if (typeof id !== "string" || neighbours?.concerns(record) !== true) return undefined;
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
