import type { Alike } from "./alike.ts";
import type { CallCount, PlanSummary, SkipReason } from "./change.ts";
import type { Risk } from "./change-risk.ts";
import type { ChangeView } from "./change-view.ts";
import type { Mode } from "./compiled-sync.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Rejection } from "./record.ts";
import type { RejectCause } from "./reject-causes.ts";
import type { RowPosition } from "./row.ts";
import type { UniformField } from "./uniform-field.ts";

/** What a plan was compared with: Planhat itself, what it accepted last, or nothing. */
export type BaselineKind = "live" | "state" | "none";

export const DEFAULT_BASELINE: BaselineKind = "live";

/** How many changes and rejects a report lists for one sync, unless told otherwise. */
export const DEFAULT_LIMIT = 100;

/** What is kept out of a report. */
export interface Hiding {
  readonly values: boolean;
  /** Keys are shown as `sha256:` and twelve hexadecimal digits. */
  readonly keys: boolean;
}

/** A row that the mode leaves out, or that repeats another one. */
export interface SkippedRow {
  readonly key: string;
  readonly reason: SkipReason;
  /** With `changed`: the fields that hold something else now; none where the record came or went. */
  readonly fields?: readonly string[];
  readonly position: RowPosition;
}

/** A row whose key is almost another record's; a row may have several. */
export interface AlikeView extends Omit<Alike, "value" | "other"> {
  readonly key: string;
  readonly position: RowPosition;
  /** Absent where it is hidden. */
  readonly value?: string;
  readonly other: Alike["other"] | { readonly id: string };
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
  /** How many of all changes put what at stake; a change counts for each. */
  readonly risks: Readonly<Record<Risk, number>>;
  /** The riskiest of all changes, by riskWeight; empty where no report asks for them. */
  readonly riskiest: readonly ChangeView[];
  /** What changed in Planhat since the plan was saved comes first. */
  readonly skipped: readonly SkippedRow[];
  /** How many rows have a key that is almost another record's: of creates, and of updates that find no record. */
  readonly alikeCount: number;
  readonly alike: readonly AlikeView[];
  /** How many of the changes would overwrite what somebody changed in Planhat since our last apply. */
  readonly drifted: number;
  readonly rejects: readonly Rejection[];
  /** Of all rejected rows, the most frequent cause first. */
  readonly causes: readonly RejectCause[];
  /** Why the guards of the definition forbid to apply this, as whole sentences; absent where they do not. */
  readonly violations?: readonly string[];
  /** Mapped fields that look like an accident, in the definition's order. */
  readonly uniform: readonly UniformField[];
  /** Whole sentences, for remarks that have no place in a definition. */
  readonly warnings: readonly string[];
}

/** Whose records a plan speaks of, and an apply writes. */
export interface Target {
  /** An origin such as `https://api-us1.planhat.com`, or `sandbox` for the project's own. */
  readonly target: string;
  /** Absent in a project without environments. */
  readonly environment?: string;
}

/** A finished plan, as it is shown. */
export interface PlanView extends Target {
  /** In the order in which they would be applied. */
  readonly syncs: readonly SyncPlanView[];
  readonly baseline: BaselineKind;
  readonly callsPerMinute: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where nothing is hidden. */
  readonly hidden?: Hiding;
}

/** Seconds that these calls take when they are spread evenly at the limit. */
export function secondsAtRate(calls: CallCount, callsPerMinute: number): number {
  return ((calls.read + calls.write) * 60) / callsPerMinute;
}
