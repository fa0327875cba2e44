import { ACTIONS, byAction } from "../../model/action.ts";
import { type Alike, DIFFERENCES } from "../../model/alike.ts";
import type { Change, Drift, FieldChange, PlanItem } from "../../model/change.ts";
import { canonicalJson, fingerprint, sameJson } from "../../model/fingerprint.ts";
import type { RuleId } from "../../model/generated/rule-ids.ts";
import { isJsonObject } from "../../model/json.ts";
import type { Fingerprint, RecordKey, Rejection } from "../../model/record.ts";
import { RecordJson } from "../../model/record-json.ts";
import type { FoundReferences } from "../../model/reference-lookup.ts";
import type { RowPosition } from "../../model/row.ts";
import {
  count,
  filledText,
  json,
  jsonObject,
  listOf,
  mapOf,
  matching,
  object,
  oneOf,
  type Reader,
  ShapeError,
  text,
  wanted,
  whole,
} from "../../model/shape.ts";
import { reason } from "../reason-shape.ts";

const position: Reader<RowPosition> = object(
  { row: whole(1) },
  { file: filledText, line: whole(1), page: whole(1), index: count },
);

const key = filledText as Reader<string> as Reader<RecordKey>;

const drift: Reader<Drift> = (value, where) =>
  (value as { readonly kind?: unknown } | null)?.kind === "deleted"
    ? object({ kind: oneOf("deleted") })(value, where)
    : object({ kind: oneOf("edited"), fields: listOf(filledText) })(value, where);

const fieldChange: Reader<FieldChange> = object({ after: json }, { before: json });

/** Only shown: the other record is named, and nothing is sent to it. */
const alike: Reader<readonly Alike[]> = listOf(
  object({
    field: filledText,
    value: text,
    other: (value, where): Alike["other"] =>
      isJsonObject(value) && "row" in value
        ? object({ row: whole(1), key: text })(value, where)
        : object({ id: filledText, value: text })(value, where),
    differs: listOf(oneOf(...DIFFERENCES)),
  }),
);

const references: Reader<FoundReferences> = mapOf(
  listOf(object({ id: filledText }, { name: filledText, value: filledText })),
);

const readChange = object(
  {
    sync: filledText,
    action: oneOf(...ACTIONS),
    key,
    fields: mapOf(fieldChange),
    record: jsonObject,
    fingerprint: matching(/^v\d+:[0-9a-f]{64}$/, "a fingerprint") as Reader<string> as Reader<Fingerprint>,
    position,
  },
  { id: filledText, drift, alike, references },
);

/** What is sent must be what was planned: each changed field as it stands in the record, and the record as it was. */
const change: Reader<Change> = (value, where) => {
  const read = readChange(value, where);
  const { fields, record } = read;
  if (Object.keys(record).length === 0) throw wanted(`${where}.record`, "a record with a field");
  if (Object.keys(fields).length === 0) throw wanted(`${where}.fields`, "a change of a field");
  for (const [index, [name, { after }]] of Object.entries(fields).entries()) {
    const planned = Object.hasOwn(record, name) ? record[name] : undefined;
    if (planned === undefined || !sameJson(planned, after)) {
      throw new ShapeError(`${where}.fields{${index}}.after is not what the record holds`);
    }
  }
  const isWhole = Object.keys(record).every((name) => record[name] === null || Object.hasOwn(fields, name));
  if (byAction(read.action, { create: !isWhole, update: false })) {
    throw new ShapeError(`${where} creates a record without fields that it has`);
  }
  if (fingerprint(record) !== read.fingerprint) {
    throw new ShapeError(`${where}.fingerprint is not that of the record`);
  }
  const { fields: changed, record: whole, ...rest } = read;
  // It is shown in the order of the definition, which the fields have.
  const json = new RecordJson(canonicalJson(whole), Object.keys(changed));
  switch (rest.action) {
    case "create":
      return { ...rest, action: rest.action, record: json };
    case "update":
      return { ...rest, action: rest.action, fields: changed, record: json };
    default:
      return rest.action satisfies never;
  }
};

const rejection: Reader<Rejection> = object(
  {
    sync: filledText,
    position,
    key: ((value, where) => (value === null ? null : text(value, where))) as Reader<string | null>,
    rule: filledText as Reader<string> as Reader<RuleId>,
    reason,
    record: jsonObject,
  },
  { field: filledText, refusals: whole(1) },
);

const ITEMS = {
  change: object({ kind: oneOf("change"), change }),
  skip: object(
    { kind: oneOf("skip"), key, reason: oneOf("exists", "missing", "repeat", "changed"), position },
    { fields: listOf(filledText), alike },
  ),
  reject: object({ kind: oneOf("reject"), rejection }),
} as const;

/** An item of a saved plan, which leaves unchanged rows out. Throws a ShapeError. */
export const planItem: Reader<Exclude<PlanItem, { readonly kind: "unchanged" }>> = (value, where) => {
  const kind = isJsonObject(value) ? value["kind"] : undefined;
  return ITEMS[oneOf("change", "skip", "reject")(kind, `${where}.kind`)](value, where);
};
