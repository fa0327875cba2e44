import type { CurrentRecord } from "./current-record.ts";
import type { JsonObject } from "./json.ts";

/**
 * Records of Planhat that may stand in the way of a new one: their key is almost the same, or they hold another keyable of
 * the record. Whoever reads Planhat back shows them as it meets them, also where it was asked for them by their keys.
 */
export interface Neighbours {
  /**
   * Whether they are worth a reading of their own: where records may be created and a key was not found by itself, all
   * records are read. Otherwise those are shown that come along anyway.
   */
  readonly searches: boolean;
  /** Top-level fields that `concerns` looks at, and that are wanted of such a record. */
  readonly fields: readonly string[];
  /** `record` in Planhat's own shape. */
  concerns(record: JsonObject): boolean;
  /** Only such records. `key` is empty where one has none. A record may come twice. */
  take(records: readonly CurrentRecord[]): Promise<void>;
}
