import type { Mode, Transformed } from "./compiled-sync.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Json } from "./json.ts";
import type { PlanView } from "./plan-view.ts";
import type { Reason } from "./reason.ts";
import type { Rejection } from "./record.ts";
import type { Row, RowPosition } from "./row.ts";
import type { RunReport } from "./run-report.ts";
import type { StopCode } from "./stop-code.ts";
import type { TestResult } from "./test-result.ts";

/** What `watch` knows after one run. */
export interface WatchSnapshot {
  /** Counts the runs from 1. */
  readonly run: number;
  /** In the order of their files. */
  readonly syncs: readonly WatchedSync[];
  /** Sorted by file, line, column. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of each file read, by its path relative to the project's folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One sync: its definition, if that is right, or else the last version of it that was. */
export interface WatchedSync {
  readonly name: string;
  readonly file: string;
  readonly object: string;
  readonly mode: Mode;
  readonly key: string | undefined;
  /** `csv`, `postgres`, `http`. */
  readonly source: string;
  /** The definition has errors by now: tests and sample are those of its last good version. */
  readonly isStale: boolean;
  readonly tests: readonly TestResult[];
  readonly sample: Sample;
}

/** The first rows of a source, and rows that were asked for by key, with what became of them. */
export type Sample =
  | { readonly kind: "unread" }
  | { readonly kind: "read"; readonly rows: readonly SampleRow[] }
  /** The source cannot be read: what there is was read before. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly rows: readonly SampleRow[] };

export interface SampleRow {
  readonly row: Row;
  readonly result: Transformed;
}

/** A Stop as a value. */
export type Failure = Reason<StopCode>;

/** What one run changed, beside the run before it. */
export interface WatchDifference {
  readonly diagnostics: { readonly added: readonly Diagnostic[]; readonly gone: readonly Diagnostic[] };
  readonly tests: {
    /** Failing, and not so before. */
    readonly broken: readonly TestResult[];
    /** Passing, and failing before. */
    readonly mended: readonly TestResult[];
    readonly added: number;
    readonly gone: number;
  };
  /** Those whose sample differs. */
  readonly syncs: readonly SampleDifference[];
}

export interface SampleDifference {
  readonly sync: string;
  readonly rows: readonly RowDifference[];
}

/** What became of one row of a sample: `row` and `gone` are of the source, the others of its record. */
export type RowDifference = { readonly key: string | null; readonly position: RowPosition } & (
  | { readonly kind: "changed"; readonly fields: readonly FieldEdit[] }
  /** It was a record, or was rejected for another reason. */
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  /** It was rejected. */
  | { readonly kind: "accepted" }
  | { readonly kind: "row" }
  | { readonly kind: "gone" }
);

/** An absent side: the field has no value there. */
export interface FieldEdit {
  readonly field: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** One run of `watch`, as it is shown. */
export interface WatchReport {
  readonly snapshot: WatchSnapshot;
  readonly difference: WatchDifference;
  /** What led to it: `saved` names the files, as paths relative to the project's folder. */
  readonly cause: { readonly kind: "start" | "asked" | "saved"; readonly files: readonly string[] };
  /** Names of the syncs that the saved files belong to, or that were asked for. */
  readonly touched: readonly string[];
  /** Names of the syncs whose rows are on their way: another report follows. */
  readonly reading: readonly string[];
  /** Since the run began. */
  readonly milliseconds: number;
  /** Milliseconds since the epoch, at the same moment. */
  readonly time: number;
  /** Where somebody asked for a plan. */
  readonly plan?: PlanOutcome;
  /** Where `watch` applies. */
  readonly apply?: ApplyOutcome;
}

export type PlanOutcome =
  | { readonly kind: "planned"; readonly view: PlanView; readonly violations: readonly string[] }
  | { readonly kind: "failed"; readonly failure: Failure };

export type ApplyOutcome =
  | { readonly kind: "applied"; readonly report: RunReport }
  /** Nothing was written: a guard, another host, a Planhat that cannot be reached. */
  | { readonly kind: "failed"; readonly failure: Failure }
  /** Nothing was written, because a definition or a test is wrong. */
  | { readonly kind: "held"; readonly reason: string };
