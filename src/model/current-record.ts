import type { JsonObject } from "./json.ts";
import type { RecordKey } from "./record.ts";

/** What Planhat holds of one record now. `fields` is flat and may hold more than was asked for. */
export interface CurrentRecord {
  /** Empty for a record without one, which only a neighbour may be. */
  readonly key: RecordKey;
  readonly id: string;
  readonly fields: JsonObject;
}
