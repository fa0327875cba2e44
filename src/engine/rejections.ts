import type { Change } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { JsonObject } from "../model/json.ts";
import type { FieldSpec } from "../model/object-type.ts";
import type { RecordKey, Rejection, TargetRecord } from "../model/record.ts";
import type { RowPosition } from "../model/row.ts";
import { withArticle } from "../model/with-article.ts";
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
    message: `Another row has the same key and other values, so neither is sent. It is row ${other ?? "?"} of the source. Make the source yield one row a key.`,
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

/** A field refers to a record that Planhat does not hold, and that this run does not create either. */
export function unknownReference(
  sync: CompiledSync,
  { key, record, position }: Change,
  {
    field,
    reference,
    spec,
  }: { readonly field: string; readonly reference: string; readonly spec: FieldSpec },
): Rejection {
  const object = spec.ref ?? "record";
  return {
    sync: sync.name,
    position,
    key,
    rule: "reference-not-found",
    field,
    message: `${field} refers to ${withArticle(object)} that Planhat does not hold and this run does not create. It is ${JSON.stringify(reference)}. ${adviceOn(reference, object, spec)}`,
    record,
  };
}

function adviceOn(reference: string, object: string, { prefixes }: FieldSpec): string {
  if (/^(extid|srcid)-/.test(reference)) {
    return `Sync the ${object} first, in the same run or before, or correct the value in the source.`;
  }
  if (/^[0-9a-f]{24}$/i.test(reference)) {
    return `The token sees no ${object} with this _id: correct the value in the source.`;
  }
  return prefixes === true
    ? `It is no _id of Planhat's. For an id of your own write "extid-" & …, for an id of a connected system "srcid-" & ….`
    : "Planhat takes its own _id here, 24 hex digits.";
}
