import { RunTally, rejectionOf } from "../engine/run-tally.ts";
import type { Outcome, WriteCalls } from "../model/outcome.ts";
import type { Rejection } from "../model/record.ts";
import type { SyncRun } from "../model/state-store.ts";
import type { PlannedSync } from "./plan-run.ts";

/** What one sync's part of a run comes to. */
export class SyncBook {
  readonly planned: PlannedSync;
  readonly #tally: RunTally;
  readonly #rejected: Rejection[] = [];
  #calls: WriteCalls;
  #seconds: number;

  constructor(planned: PlannedSync) {
    this.planned = planned;
    this.#tally = new RunTally(planned.view.summary);
    this.#calls = { read: planned.view.calls.read, write: 0, retried: 0 };
    this.#seconds = planned.seconds;
  }

  count(outcome: Outcome): void {
    this.#tally.count(outcome);
    const rejection = rejectionOf(outcome);
    if (rejection !== undefined) this.#rejected.push(rejection);
  }

  /** A batch that several syncs share is booked on the first of them. */
  spend(calls: WriteCalls, seconds: number): void {
    this.#seconds += seconds;
    this.#calls = {
      read: this.#calls.read + calls.read,
      write: this.#calls.write + calls.write,
      retried: this.#calls.retried + calls.retried,
    };
  }

  /** Of the plan, then of the writing. */
  async rejects(): Promise<readonly Rejection[]> {
    const all: Rejection[] = [];
    if (this.planned.view.summary.reject === 0) return this.#rejected;
    // Wanted of an interrupted run too, so its own signal is none here.
    for await (const items of this.planned.plan.items(new AbortController().signal)) {
      for (const item of items) if (item.kind === "reject") all.push(item.rejection);
    }
    return [...all, ...this.#rejected];
  }

  /** Whether everything that was read is in Planhat, as far as it was to be: only then may a watermark move. */
  get isWhole(): boolean {
    const { rejected, failed, notAttempted } = this.#tally.summary;
    return rejected + failed + notAttempted + this.planned.view.skips.changed === 0;
  }

  run(): SyncRun {
    const { sync } = this.planned;
    return {
      sync: sync.name,
      object: sync.objectType.name,
      summary: this.#tally.summary,
      calls: this.#calls,
      seconds: this.#seconds,
    };
  }
}
