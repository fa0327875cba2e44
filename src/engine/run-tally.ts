import type { PlanSummary } from "../model/change.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Rejection } from "../model/record.ts";
import type { RunStatus, SyncSummary } from "../model/state-store.ts";

/** Counts what became of one sync's plan. What no outcome speaks of was not attempted. */
export class RunTally {
  readonly #plan: PlanSummary;
  #created = 0;
  #updated = 0;
  #unchanged = 0;
  #refused = 0;
  #failed = 0;

  constructor(plan: PlanSummary) {
    this.#plan = plan;
  }

  count(outcome: Outcome): void {
    switch (outcome.kind) {
      case "applied":
        if (outcome.as === "created") this.#created += 1;
        else if (outcome.as === "updated") this.#updated += 1;
        else this.#unchanged += 1;
        return;
      case "refused":
        this.#refused += 1;
        return;
      case "failed":
        this.#failed += 1;
        return;
      case "notAttempted":
        return;
      default:
        outcome satisfies never;
    }
  }

  /** The same with some more counted, which this one does not count yet. */
  with(outcomes: Iterable<Outcome>): RunTally {
    const next = new RunTally(this.#plan);
    next.#created = this.#created;
    next.#updated = this.#updated;
    next.#unchanged = this.#unchanged;
    next.#refused = this.#refused;
    next.#failed = this.#failed;
    for (const outcome of outcomes) next.count(outcome);
    return next;
  }

  get summary(): SyncSummary {
    const { read, create, update, unchanged, skip, reject } = this.#plan;
    const decided = this.#created + this.#updated + this.#unchanged + this.#refused + this.#failed;
    return {
      read,
      created: this.#created,
      updated: this.#updated,
      unchanged: unchanged + this.#unchanged,
      skipped: skip,
      rejected: reject + this.#refused,
      failed: this.#failed,
      notAttempted: create + update - decided,
    };
  }
}

/** What the refused and the failed leave for `planhat-sync rejects`. */
export function rejectionOf(outcome: Outcome): Rejection | undefined {
  if (outcome.kind !== "refused" && outcome.kind !== "failed") return undefined;
  const { sync, position, key } = outcome.change;
  const record = outcome.change.record.fields;
  const { reason } = outcome;
  if (outcome.kind === "failed") return { sync, position, key, rule: "no-answer", reason, record };
  const { rule, field } = outcome;
  return { sync, position, key, rule, reason, record, ...(field === undefined ? {} : { field }) };
}

export function runStatus(
  summaries: readonly SyncSummary[],
  ended: "whole" | "interrupted" | "stopped",
  /** Approved changes that were left out because Planhat changed meanwhile, and inserts that became updates. */
  unlikePlan = 0,
): Exclude<RunStatus, "running"> {
  if (ended === "interrupted") return "interrupted";
  if (ended === "stopped") return "failed";
  const left = summaries.some(({ rejected, failed, notAttempted }) => rejected + failed + notAttempted > 0);
  return left || unlikePlan > 0 ? "partial" : "succeeded";
}
