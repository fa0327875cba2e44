import type { RuleId } from "./generated/rule-ids.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Reason } from "./reason.ts";

/** How one field of one record came about. */
export interface FieldTrace {
  /** `name`, or `custom.Name`. */
  readonly field: string;
  /** Place of the expression, or of a constant's field, in the definition; from 1. */
  readonly line: number;
  readonly column: number;
  /** Absent for a constant. */
  readonly expression?: string;
  /** The columns that the expression reads and the row has; of an expression that may read any column, all. */
  readonly inputs: JsonObject;
  /** Columns that the expression reads and the row does not have. */
  readonly missing: readonly string[];
  /** What the expression gives, before it is checked against the field. Absent for "no value" and where it failed. */
  readonly result?: Json;
  /** Why it failed, or why its result does not fit the field. */
  readonly error?: FieldTraceError;
}

export interface FieldTraceError {
  readonly rule: RuleId;
  readonly reason: Reason;
  /** Where in the definition, where that is known; from 1. */
  readonly line?: number;
  readonly column?: number;
}
