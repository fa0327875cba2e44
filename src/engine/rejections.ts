import type { JsonObject } from "../model/json.ts";
import type { RecordKey, Rejection, TargetRecord } from "../model/record.ts";
import type { RowPosition } from "../model/row.ts";
import type { KeyBook } from "./key-book.ts";

/** One of several rows that say different things of one record: nobody knows which is right. */
export function duplicateKey(
  sync: string,
  key: RecordKey,
  position: RowPosition,
  record: JsonObject,
  book: KeyBook,
): Rejection {
  const other = book.conflictOf(key, position.row);
  return {
    sync,
    position,
    key,
    rule: "duplicate-key",
    message: `Row ${other ?? "?"} has the same key and other values, so neither is sent. Make the source yield one row a key.`,
    record,
  };
}

/** Several records of Planhat bear the key. */
export function ambiguousKey(
  sync: string,
  keyField: string,
  record: TargetRecord,
  ids: readonly string[],
): Rejection {
  const shown = ids.slice(0, 5).join(", ");
  return {
    sync,
    position: record.position,
    key: record.key,
    rule: "ambiguous-key",
    field: keyField,
    message: `${ids.length} records in Planhat bear this key (_id ${shown}), so nobody knows which one is meant. Merge them in Planhat, or use another key.`,
    record: record.fields,
  };
}
