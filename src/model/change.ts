import type { Action } from "./action.ts";
import type { Alike } from "./alike.ts";
import type { Json } from "./json.ts";
import type { Fingerprint, RecordKey, Rejection } from "./record.ts";
import { define } from "./record-body.ts";
import type { RecordJson } from "./record-json.ts";
import type { FoundReferences } from "./reference-lookup.ts";
import type { RowPosition } from "./row.ts";

/** One field of a change. `before` is absent where the baseline does not know it. */
export interface FieldChange {
  readonly before?: Json;
  readonly after: Json;
}

/**
 * What somebody else did to the record in Planhat since our last apply: `edited` with the mapped fields that no longer
 * hold what was accepted, or `deleted`, so that it is created anew.
 */
export type Drift =
  | { readonly kind: "edited"; readonly fields: readonly string[] }
  | { readonly kind: "deleted" };

/** What each action makes of one record. Another action does not compile until it stands here. */
interface Changes {
  readonly create: Create;
  readonly update: Update;
}

/** Create or update of one record. */
export type Change = Changes[Action];

/** Of a record that is not there: all of it is new. */
export interface Create extends ChangeBase {
  readonly action: "create";
}

export interface Update extends ChangeBase {
  readonly action: "update";
  /** What differs from the baseline, flat. */
  readonly fields: Readonly<Record<string, FieldChange>>;
}

interface ChangeBase {
  readonly sync: string;
  readonly key: RecordKey;
  /** Planhat's `_id`, where the baseline found it. */
  readonly id?: string;
  /** The whole record as mapped: what the state remembers once Planhat took it. */
  readonly record: RecordJson;
  readonly fingerprint: Fingerprint;
  /** Only a live baseline sees it. */
  readonly drift?: Drift;
  /** Of a create: records whose keys are almost the same; absent where there are none. */
  readonly alike?: readonly Alike[];
  /** Of the fields that are written: the records that looked up references mean. */
  readonly references?: FoundReferences;
  readonly position: RowPosition;
}

/** What a change writes, field by field; of a create each field of the record, and nothing is known to be there before. */
export function fieldsOf(change: Change): Readonly<Record<string, FieldChange>> {
  switch (change.action) {
    case "update":
      return change.fields;
    case "create": {
      const fields: Record<string, FieldChange> = {};
      const { fields: record } = change.record;
      for (const name of Object.keys(record)) define(fields, name, { after: record[name] as Json });
      return fields;
    }
    default:
      return change satisfies never;
  }
}

/**
 * `exists`: insert of a known record. `missing`: update of an unknown one. `repeat`: a second row with the same content.
 * `changed`: somebody changed the record in Planhat after the plan that is applied was saved.
 */
export type SkipReason = "exists" | "missing" | "repeat" | "changed";

/** What a plan says of one row. Every row yields exactly one. */
export type PlanItem =
  | { readonly kind: "change"; readonly change: Change }
  | { readonly kind: "unchanged"; readonly key: RecordKey; readonly position: RowPosition }
  | {
      readonly kind: "skip";
      readonly key: RecordKey;
      readonly reason: SkipReason;
      /** With `changed`: the fields that hold something else now; none where the record came or went. */
      readonly fields?: readonly string[];
      /** With `missing`: records whose keys are almost the same; absent where there are none. */
      readonly alike?: readonly Alike[];
      readonly position: RowPosition;
    }
  | { readonly kind: "reject"; readonly rejection: Rejection };

/** Always: read = create + update + unchanged + skip + reject. */
export interface PlanSummary {
  readonly read: number;
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly skip: number;
  readonly reject: number;
}

export interface CallCount {
  readonly read: number;
  readonly write: number;
}
