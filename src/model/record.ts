import type { Fingerprint } from "./fingerprint.ts";
import type { RuleId } from "./generated/rule-ids.ts";
import type { JsonObject } from "./json.ts";
import type { Reason } from "./reason.ts";
import type { RecordJson } from "./record-json.ts";
import type { FoundReferences } from "./reference-lookup.ts";
import type { RowPosition } from "./row.ts";

export type { Fingerprint };

declare const brand: unique symbol;

/** What identifies a record within one sync: the value of its key field, or `~` + fingerprint where none is mapped. */
export type RecordKey = string & { readonly [brand]: "RecordKey" };

export type RunId = string & { readonly [brand]: "RunId" };

/**
 * What one Planhat object should be. `fields` is flat: a custom field stands as `custom.Name`;
 * a field that is absent is left alone, `null` clears it.
 */
export interface TargetRecord {
  readonly key: RecordKey;
  readonly fields: JsonObject;
  /** The same as canonical JSON. */
  readonly whole: RecordJson;
  readonly fingerprint: Fingerprint;
  readonly position: RowPosition;
  /** Of its references those that were looked up; absent where none was. */
  readonly references?: FoundReferences;
}

/** Why a row became no change, or why Planhat did not take it. A value, never thrown. */
export interface Rejection {
  readonly sync: string;
  readonly position: RowPosition;
  /** null where the row yields no key. */
  readonly key: string | null;
  /** Of the linter, of the transform or of the writer: what rejections are counted by. */
  readonly rule: RuleId;
  readonly field?: string;
  readonly reason: Reason;
  /** The record as far as it could be built, flat. */
  readonly record: JsonObject;
  /** In how many applies in a row Planhat has refused just this record; absent where it was not Planhat. */
  readonly refusals?: number;
}
