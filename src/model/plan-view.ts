import type { CallCount, Drift, FieldChange, PlanSummary, SkipReason } from "./change.ts";
import type { Mode } from "./compiled-sync.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Rejection } from "./record.ts";
import type { RowPosition } from "./row.ts";

/** What a plan was compared with: Planhat itself, what it accepted last, or nothing. */
export type BaselineKind = "live" | "state" | "none";

/** How many changes and rejects a report lists for one sync, unless told otherwise. */
export const DEFAULT_LIMIT = 100;

/** The part of a change that a reader wants to see; every Change is one. */
export interface ChangeView {
  readonly action: "create" | "update";
  readonly key: string;
  /** What differs from the baseline, flat. */
  readonly fields: Readonly<Record<string, FieldChange>>;
  /** Changed in Planhat since our last apply; the plan would overwrite that. */
  readonly drift?: Drift;
  readonly position: RowPosition;
}

/** A row that the mode leaves out, or that repeats another one. */
export interface SkippedRow {
  readonly key: string;
  readonly reason: SkipReason;
  readonly position: RowPosition;
}

/** A finished plan of one sync. The counts are whole; the lists hold the first ones, in the plan's order. */
export interface SyncPlanView {
  readonly name: string;
  readonly object: string;
  readonly mode: Mode;
  /** undefined for an insert without one. */
  readonly key: string | undefined;
  readonly summary: PlanSummary;
  /** Their sum is `summary.skip`. */
  readonly skips: Readonly<Record<SkipReason, number>>;
  /** Reads as the plan made them, writes as an apply would make them. */
  readonly calls: CallCount;
  /** How long the calls take at the rate limit: see secondsAtRate. */
  readonly seconds: number;
  readonly changes: readonly ChangeView[];
  readonly skipped: readonly SkippedRow[];
  /** How many of the changes would overwrite what somebody changed in Planhat since our last apply. */
  readonly drifted: number;
  readonly rejects: readonly Rejection[];
  /** Whole sentences, for remarks that have no place in a definition. */
  readonly warnings: readonly string[];
}

/** A finished plan, as it is shown. */
export interface PlanView {
  /** In the order in which they would be applied. */
  readonly syncs: readonly SyncPlanView[];
  readonly baseline: BaselineKind;
  readonly callsPerMinute: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Seconds that these calls take when they are spread evenly at the limit. */
export function secondsAtRate(calls: CallCount, callsPerMinute: number): number {
  return ((calls.read + calls.write) * 60) / callsPerMinute;
}
