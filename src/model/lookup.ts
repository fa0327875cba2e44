import type { JsonObject } from "./json.ts";
import type { Neighbours } from "./neighbours.ts";
import type { ObjectType } from "./object-type.ts";
import type { RecordKey } from "./record.ts";

export interface LookupQuery {
  readonly objectType: ObjectType;
  /** The keyable whose values the keys are; undefined: records without one, found by their content. */
  readonly keyField: string | undefined;
  readonly records: readonly { readonly key: RecordKey; readonly fields: JsonObject }[];
  /** Absent: nobody wants to know of other records. Of them only the keyables and the company are read. */
  readonly neighbours?: Neighbours;
}

/** Reads back from Planhat which records exist, archived ones included. */
export interface Lookup {
  /**
   * Planhat's `_id`s by key, for the keys it holds; more than one `_id` where several records bear a key.
   * Throws a Stop when Planhat cannot be asked.
   */
  existing(query: LookupQuery, signal: AbortSignal): Promise<ReadonlyMap<RecordKey, readonly string[]>>;
}
