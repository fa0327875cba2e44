import { keyMapping } from "../../engine/keys/key-mapping.ts";
import { Refusals } from "../../engine/parking.ts";
import { RunTally, rejectionOf } from "../../engine/run-tally.ts";
import { byAction } from "../../model/action.ts";
import { given } from "../../model/given.ts";
import type { Outcome, Settled, WriteCalls } from "../../model/outcome.ts";
import type { Rejection } from "../../model/record.ts";
import type { RowPosition } from "../../model/row.ts";
import type { Overwritten } from "../../model/run-report.ts";
import type { StoredReject, SyncRun } from "../../model/state-store.ts";
import type { PlannedSync } from "./plan-run.ts";

/** Records of an insert that Planhat updated, listed of each sync. */
const MOST_OVERWRITTEN = 100;

/** What one sync's part of a run comes to. */
export class SyncRunRecord {
  readonly planned: PlannedSync;
  readonly #tally: RunTally;
  readonly #rejected: Rejection[] = [];
  readonly #overwritten: { key: string; position: RowPosition }[] = [];
  #overwrites = 0;
  /** Keys that the state has rejects of, and those of them that Planhat has decided on. */
  readonly #doubted: ReadonlySet<string | null>;
  readonly #decided = new Set<string>();
  readonly #refusals: Refusals;
  #calls: WriteCalls;
  #seconds: number;

  constructor(planned: PlannedSync, earlier: readonly StoredReject[]) {
    this.planned = planned;
    this.#doubted = new Set(earlier.map(({ rejection }) => rejection.key));
    this.#refusals = new Refusals(earlier);
    this.#tally = new RunTally(planned.view.summary);
    this.#calls = { read: planned.view.calls.read, write: 0, retried: 0 };
    this.#seconds = planned.seconds;
  }

  count(outcome: Outcome): void {
    this.#tally.count(outcome);
    const rejection = rejectionOf(outcome);
    if (rejection !== undefined) {
      this.#rejected.push(outcome.kind === "refused" ? this.#refusals.counted(rejection) : rejection);
    }
    const { key, position } = outcome.change;
    if (this.#isOverwrite(outcome)) {
      this.#overwrites += 1;
      if (this.#overwritten.length < MOST_OVERWRITTEN) this.#overwritten.push({ key, position });
    }
    if (outcome.kind !== "notAttempted" && this.#doubted.has(key)) this.#decided.add(key);
  }

  /** Planhat upserts whatever it is sent: what the plan did not find, or what came about since, it updates. */
  #isOverwrite(outcome: Outcome): boolean {
    const { sync } = this.planned;
    if (sync.mode !== "insert" || outcome.kind !== "applied") return false;
    return byAction(outcome.change.action, { create: outcome.as === "updated", update: false });
  }

  /** undefined: every record of an insert was new. */
  get overwritten(): Overwritten | undefined {
    if (this.#overwrites === 0) return undefined;
    return { sync: this.planned.sync.name, count: this.#overwrites, examples: this.#overwritten };
  }

  spend(calls: WriteCalls, seconds: number): void {
    this.#seconds += seconds;
    this.#calls = sum(this.#calls, calls);
  }

  /** Of the plan, then of the writing. */
  async rejects(): Promise<readonly Rejection[]> {
    const all: Rejection[] = [];
    if (this.planned.view.summary.reject === 0) return this.#rejected;
    for await (const items of this.#items()) {
      for (const item of items) if (item.kind === "reject") all.push(item.rejection);
    }
    return [...all, ...this.#rejected];
  }

  /**
   * Which of the earlier rejects stay: those whose rows were left out, and those that the run did not get to. undefined:
   * it went over all there were.
   */
  async untouched(): Promise<((reject: StoredReject) => boolean) | undefined> {
    const { only } = this.planned;
    if (only === undefined && this.#tally.summary.notAttempted === 0) return undefined;
    const open = new Set<string>();
    for await (const items of this.#items()) {
      for (const item of items) {
        if (item.kind !== "change") continue;
        const { key } = item.change;
        if (this.#doubted.has(key) && !this.#decided.has(key)) open.add(key);
      }
    }
    return (reject) => {
      const { key } = reject.rejection;
      return (only?.isUnmet(reject) ?? false) || (key !== null && open.has(key));
    };
  }

  /** Wanted of an interrupted run too, so that its signal is none here. */
  #items(): ReturnType<PlannedSync["plan"]["items"]> {
    return this.planned.plan.items(new AbortController().signal);
  }

  /** Whether everything that was read is in Planhat, as far as it was to be: only then may a watermark move. */
  get isWhole(): boolean {
    const { rejected, failed, notAttempted } = this.#tally.summary;
    return rejected + failed + notAttempted + this.planned.view.skips.changed === 0;
  }

  /** `settling`: a batch, of any syncs, that is about to be counted. */
  run(settling?: Settled): SyncRun {
    const { sync, columns } = this.planned;
    const own = settling?.outcomes.filter(({ change }) => change.sync === sync.name) ?? [];
    const pays = settling !== undefined && payerOf(settling) === sync.name;
    return {
      sync: sync.name,
      object: sync.objectType.name,
      summary: this.#tally.with(own).summary,
      calls: pays ? sum(this.#calls, settling.calls) : this.#calls,
      seconds: this.#seconds,
      ...given({ columns, keyMapping: keyMapping(sync) }),
    };
  }
}

/** The name of the sync that a batch's calls are booked on: the first of those that share it. */
export function payerOf({ outcomes }: Settled): string | undefined {
  return outcomes[0]?.change.sync;
}

function sum(a: WriteCalls, b: WriteCalls): WriteCalls {
  return { read: a.read + b.read, write: a.write + b.write, retried: a.retried + b.retried };
}
