import type { Change } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { JsonObject } from "../model/json.ts";
import type { FieldSpec } from "../model/object-type.ts";
import type { RecordKey, Rejection, TargetRecord } from "../model/record.ts";
import { describePosition, type RowPosition } from "../model/row.ts";
import { withArticle } from "../model/with-article.ts";
import type { OtherRow } from "./keys/claims.ts";
import type { SeenKeys } from "./seen-keys.ts";

/** One of several rows that say different things of one record: nobody knows which is right. */
export function duplicateKey(
  sync: string,
  key: RecordKey,
  position: RowPosition,
  record: JsonObject,
  seen: SeenKeys,
): Rejection {
  const other = seen.conflictOf(key, position);
  return {
    sync,
    position,
    key,
    rule: "duplicate-key",
    reason: {
      code: "duplicate-key",
      what: "Another row has the same key and different values, so neither is sent.",
      ...(other === undefined ? {} : { detail: `The other one is ${describePosition(other)}.` }),
      fix: "Return one row per key.",
    },
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
    reason: {
      code: "ambiguous-key",
      what: "Several records in Planhat have this key, so it does not say which one is meant.",
      detail: `There are ${ids.length} (_id ${shown}).`,
      fix: "Merge them in Planhat, or use another key.",
    },
    record: record.fields,
  };
}

/** A record that does not exist yet has another keyable of a record that does. */
export function takenKey(
  sync: CompiledSync,
  record: TargetRecord,
  field: string,
  holders: readonly CurrentRecord[],
): Rejection {
  const shown = holders
    .slice(0, 3)
    .map(({ id, key }) => (key === "" ? id : `${id} with ${sync.key} ${JSON.stringify(key)}`));
  const more = holders.length > shown.length ? " …" : "";
  const [has, that] =
    holders.length === 1
      ? ["Another record in Planhat has", "that record"]
      : ["Other records in Planhat have", "one of them"];
  return {
    sync: sync.name,
    position: record.position,
    key: record.key,
    rule: "key-taken",
    field,
    reason: {
      code: "key-taken",
      what: `${has} the same ${field}, so this one would not be created. ${triesAll(sync)}, so it would take the row for ${that}.`,
      detail: `It is ${JSON.stringify(record.fields[field])} (_id ${shown.join(", ")}${more}).`,
      fix: adviceOnTaken(sync, field),
    },
    record: record.fields,
  };
}

/** A record that does not exist yet has a keyable that another row has too. */
export function rivalRow(sync: CompiledSync, record: TargetRecord, rival: OtherRow): Rejection {
  const { field, value, row, key } = rival;
  return {
    sync: sync.name,
    position: record.position,
    key: record.key,
    rule: "key-taken",
    field,
    reason: {
      code: "key-taken",
      what: `Another row has the same ${field}, so this record is not created. ${triesAll(sync)}, so it would take both rows for one record.`,
      detail: `It is ${JSON.stringify(value)}, also in row ${row} of the source (${sync.key} ${JSON.stringify(key)}).`,
      fix: `Give each record its own ${field}, or leave one of the rows out.`,
    },
    record: record.fields,
  };
}

/** What Planhat tries before the key of the sync identifies better than that. */
function adviceOnTaken({ objectType, key = "" }: CompiledSync, field: string): string {
  const { keyables } = objectType;
  return keyables.indexOf(field) < keyables.indexOf(key)
    ? `If it is the same record, let ${field} identify it (key: ${field}); otherwise correct ${field} in the source.`
    : `Correct ${field} or ${key} in the source, or change the record in Planhat.`;
}

function triesAll({ objectType }: CompiledSync): string {
  const names = objectType.keyables;
  return `Planhat looks for a record by ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
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
    reason: {
      code: "reference-not-found",
      what: `"${field}" refers to ${withArticle(object)} that Planhat does not have and this run does not create.`,
      detail: `The value is ${JSON.stringify(reference)}.`,
      fix: adviceOn(reference, object, spec),
    },
    record: record.fields,
  };
}

function adviceOn(reference: string, object: string, { prefixes }: FieldSpec): string {
  if (/^(extid|srcid)-/.test(reference)) {
    return `Sync the ${object} first, in the same run or before, or fix the value in the source.`;
  }
  if (/^[0-9a-f]{24}$/i.test(reference)) {
    return `The token sees no ${object} with this _id: fix the value in the source.`;
  }
  return prefixes === true
    ? "This is not an _id of Planhat. For an id of your own system write `by: externalId`, for one of a connected system `by: sourceId`."
    : "Give the _id that Planhat shows, 24 hex digits.";
}
