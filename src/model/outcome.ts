import type { Change } from "./change.ts";
import type { RuleId } from "./generated/rule-ids.ts";
import type { Reason } from "./reason.ts";
import type { Stop } from "./stop.ts";

/** What a request's changes have in common. */
export interface BatchTarget {
  readonly objectType: string;
  readonly keyField: string | undefined;
}

/** The changes of one request: one target, no key twice, within the limits of count and bytes. */
export interface Batch extends BatchTarget {
  readonly changes: readonly Change[];
}

/**
 * What became of one change.
 * - applied: Planhat took it; `unchanged` where Planhat only counted it as such.
 * - refused: Planhat said no to this record; what it said is the reason's `detail`.
 * - failed: nobody knows, or it could not be tried to the end; the next apply settles it.
 * - notAttempted: it never left.
 */
export type Outcome =
  | {
      readonly kind: "applied";
      readonly change: Change;
      readonly as: "created" | "updated" | "unchanged";
      /** Planhat's `_id`, where the answer tells. */
      readonly id?: string;
    }
  | {
      readonly kind: "refused";
      readonly change: Change;
      readonly rule: RuleId;
      readonly field?: string;
      readonly reason: Reason;
    }
  | { readonly kind: "failed"; readonly change: Change; readonly reason: Reason }
  | { readonly kind: "notAttempted"; readonly change: Change };

export interface WriteCalls {
  readonly read: number;
  readonly write: number;
  /** How many of the calls repeated an earlier one. */
  readonly retried: number;
}

/** How Planhat coped with a batch: the size and the number of the batches to come go by it. */
export interface Load {
  /** Milliseconds of its slowest answer, counted from when the call left. */
  readonly slowest: number;
  /** How many answers were 429. */
  readonly tooMany: number;
  /** How many answers did not come, came with 5xx, or found the body too large. */
  readonly trouble: number;
}

/** What became of a batch, one outcome a change in any order, and what it took. */
export interface Settled {
  readonly outcomes: readonly Outcome[];
  readonly calls: WriteCalls;
}

/** `stop` ends the run: what was not sent is `notAttempted`. */
export interface BatchResult extends Settled {
  /** Absent where the writer does not watch it: the next batches are as large and as many at a time as this one. */
  readonly load?: Load;
  readonly stop?: Stop;
}

/** Changes out. Never throws for what Planhat or the network does; throws a bug only. */
export interface Writer {
  write(batch: Batch, options: { readonly signal: AbortSignal }): Promise<BatchResult>;
  /** UTF-8 bytes that one change takes in a request's body, without separators. */
  bytesOf(change: Change, target: BatchTarget): number;
}
