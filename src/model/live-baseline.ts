import type { CurrentRecord } from "./current-record.ts";
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

export interface CurrentQuery {
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

/** Reads Planhat back, archived records included. All of it throws a Stop when Planhat cannot be asked. */
export interface LiveBaseline {
  /**
   * Asks for the first page of what `current` will be asked for, where it is certain already that pages are wanted:
   * while the source is still being read, with its keys so far. Answers whether it did. What comes of it, a Stop too,
   * `current` tells.
   */
  begin(query: CurrentQuery, signal: AbortSignal): boolean;
  /**
   * The records that bear one of the keys, in any order and in arrays of any size; several where several bear a key.
   * A record may come twice, because a list is no snapshot.
   */
  current(query: CurrentQuery, signal: AbortSignal): AsyncIterable<readonly CurrentRecord[]>;
  /**
   * References (`_id`, `extid-…`, `srcid-…`) → the `_id` of the record they mean, for those that mean one. Values stay
   * known until the run ends. undefined: the token may not read this object type, so nobody can tell.
   */
  references(
    objectType: string,
    values: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string> | undefined>;
  /** Values of a field → the records that have it. */
  readonly find: FindReferences;
}
