import type { JsonObject } from "./json.ts";

/**
 * JSON objects by row number, outside of memory: put in any order, several a row, and taken out by row.
 * Every method throws a Stop of kind `environment` when the disk does not take or give them.
 */
export interface RowStore<T = JsonObject> {
  put(entries: readonly { readonly row: number; readonly value: T }[]): Promise<void>;
  /** What was put for each of these rows, in the order of putting; rows without anything are left out. */
  take(rows: readonly number[]): Promise<ReadonlyMap<number, readonly T[]>>;
  /** Gives the disk space back. May be called twice. */
  dispose(): Promise<void>;
}
