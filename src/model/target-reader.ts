import type { CurrentRecord } from "./current-record.ts";
import type { JsonObject } from "./json.ts";
import type { Neighbours } from "./neighbours.ts";
import type { ObjectType } from "./object-type.ts";
import type { RecordKey } from "./record.ts";
import type { FindReferences } from "./reference-lookup.ts";

/** The keys that are looked for. */
export interface KeySet {
  readonly size: number;
  has(key: RecordKey): boolean;
  keys(): Iterable<RecordKey>;
  /** Another one for each key, from 0 and below `size`. Absent where the keys are few. */
  numberOf?(key: RecordKey): number | undefined;
}

export interface RecordsQuery {
  readonly objectType: ObjectType;
  /** The keyable whose values the keys are. */
  readonly keyField: string;
  readonly keys: KeySet;
  /** Flat names of the fields that are compared. */
  readonly fields: readonly string[];
  /** How many records Planhat holds at least: what a list of all of them would cost is estimated from it. */
  readonly atLeast: number;
  /**
   * Of a key that is unique within one company only: the `_id` of the company whose record is meant. undefined where it
   * is not known: then all records with the key are wanted.
   */
  readonly companyOf?: (key: RecordKey) => string | undefined;
  /** Absent: nobody wants to know of other records. */
  readonly neighbours?: Neighbours;
}

export interface IdsQuery {
  readonly objectType: ObjectType;
  /** The keyable whose values the keys are; undefined: records without one, found by their content. */
  readonly keyField: string | undefined;
  readonly records: readonly { readonly key: RecordKey; readonly fields: JsonObject }[];
  /** Absent: nobody wants to know of other records. Of them only the keyables and the company are read. */
  readonly neighbours?: Neighbours;
}

/** What the target holds, archived records included: the one port that asks. All of it throws a Stop when Planhat cannot be asked. */
export interface TargetReader {
  /** Planhat's `_id`s by key, for the keys that it holds; more than one `_id` where several records bear a key. */
  idsOfKeys(query: IdsQuery, signal: AbortSignal): Promise<ReadonlyMap<RecordKey, readonly string[]>>;
  /**
   * References (`_id`, `extid-…`, `srcid-…`) → the `_id` of the record they mean, for those that mean one. Values stay
   * known until the run ends. undefined: the token may not read this object type, so nobody can tell.
   */
  idsOfReferences(
    objectType: string,
    values: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string> | undefined>;
  /** What people have of a record → the records that have it. */
  find: FindReferences;
  /**
   * The records that bear one of the keys, in any order and in arrays of any size; several where several bear a key.
   * A record may come twice, because a list is no snapshot.
   */
  records(query: RecordsQuery, signal: AbortSignal): AsyncIterable<readonly CurrentRecord[]>;
  /**
   * Asks for the first page of what `records` will be asked for, where it is certain already that pages are wanted:
   * while the source is still being read, with its keys so far. Answers whether it did. What comes of it, a Stop too,
   * `records` tells.
   */
  prefetch(query: RecordsQuery, signal: AbortSignal): boolean;
}
