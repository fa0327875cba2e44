import type { CompiledExpression } from "./expression.ts";
import type { Json, JsonObject } from "./json.ts";
import type { FieldSpec, ObjectType } from "./object-type.ts";
import type { Rejection, TargetRecord } from "./record.ts";
import type { FindReferences, ReferenceLookup } from "./reference-lookup.ts";
import type { Row } from "./row.ts";
import type { SourceSpec } from "./source.ts";

export type Mode = "insert" | "update" | "upsert";

/** One mapped field: a constant or an expression, and the field of Planhat it fills. */
export interface CompiledField {
  /** `name`, or `custom.Name`. */
  readonly name: string;
  /** undefined for custom fields, whose type nobody has told us. */
  readonly spec: FieldSpec | undefined;
  readonly value:
    | { readonly kind: "constant"; readonly constant: Json }
    | { readonly kind: "expression"; readonly expression: CompiledExpression };
  /** A record without a value here is rejected. */
  readonly required: boolean;
  /** In front of every id that the expression gives: `extid-`, `srcid-`. */
  readonly prefix?: string;
  /** The expression gives what a record is looked up by, in place of its `_id`. */
  readonly lookup?: ReferenceLookup;
}

export type Transformed =
  | {
      readonly kind: "record";
      readonly record: TargetRecord;
      /** References that name no record and were left out. */
      readonly omitted?: readonly OmittedReference[];
    }
  | { readonly kind: "reject"; readonly rejection: Rejection };

export interface OmittedReference {
  readonly field: string;
  readonly objectType: string;
}

/** Share (0 to 1) or count of rows. */
export type Threshold = { readonly share: number } | { readonly count: number };

export interface Guards {
  readonly minRows?: number;
  readonly maxRejected?: Threshold;
  readonly maxChanges?: Threshold;
}

export interface SyncTest {
  readonly name: string;
  readonly row: JsonObject;
  readonly expect?: JsonObject;
  readonly expectError?: string;
  /** What `$now()` answers, in milliseconds since the epoch. */
  readonly now?: number;
  /** Line of the definition, from 1. */
  readonly line: number;
}

/** A checked definition, closed over its expressions. Nothing downstream checks it again. */
export interface CompiledSync {
  readonly name: string;
  readonly description: string | undefined;
  /** Path relative to the project folder. */
  readonly file: string;
  readonly objectType: ObjectType;
  readonly mode: Mode;
  /** The keyable that identifies a record; undefined for an insert without one. */
  readonly key: string | undefined;
  readonly fields: readonly CompiledField[];
  /** Of metric points: one whose value has changed, or whose answer was lost, is sent again. */
  readonly resend?: true;
  readonly source: SourceSpec;
  readonly batchSize: "auto" | number;
  readonly guards: Guards;
  readonly tests: readonly SyncTest[];
  /** SHA-256 (hex) of what the definition means: two texts that do the same have one. */
  readonly fingerprint: string;
  /** Environment variables that the source's settings name and that are not set. */
  readonly missingVariables: readonly string[];
  /**
   * Rows to records, in order, one result a row. `runStart` in milliseconds since the epoch. Lets signals be heard while
   * rows take long, and throws a Stop then when `signal` has fired. Without `find` a reference that is looked up stays
   * what it is looked up by: Planhat is not asked.
   */
  transform(
    rows: readonly Row[],
    runStart: number,
    signal?: AbortSignal,
    find?: FindReferences,
  ): Promise<readonly Transformed[]>;
}

/** What opening a source takes of a sync, also of one that does not compile. */
export type NamedSource = Pick<CompiledSync, "name" | "source">;
