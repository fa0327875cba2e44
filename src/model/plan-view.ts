import type { CallCount, FieldChange, PlanSummary, SkipReason } from "./change.ts";
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
  readonly position: RowPosition;
}

/** A finished plan of one sync. The counts are whole; `changes` and `rejects` are the first ones, in the plan's order. */
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
