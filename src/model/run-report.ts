import type { RuleId } from "./generated/rule-ids.ts";
import type { SkippedRow } from "./plan-view.ts";
import type { Rejection } from "./record.ts";
import type { RowPosition } from "./row.ts";
import type { RunStatus, SyncRun } from "./state-store.ts";
import type { Stop } from "./stop.ts";

/** The rejects of one sync that have one reason. */
export interface RejectCause {
  readonly sync: string;
  readonly rule: RuleId;
  readonly field?: string;
  readonly count: number;
  /** The first one met. */
  readonly example: Rejection;
}

/** Records of one sync that an insert was to create, and that Planhat had already and updated. */
export interface Overwritten {
  readonly sync: string;
  readonly count: number;
  /** The first of them. Where an answer names none, only their number is certain. */
  readonly examples: readonly { readonly key: string; readonly position: RowPosition }[];
}

/** A finished apply, as it is shown. */
export interface RunReport {
  /** Of a saved plan, the first records of each sync that changed in Planhat since, and so were left alone. */
  readonly changedMeanwhile: readonly (SkippedRow & { readonly sync: string })[];
  /** By sync; none where every insert created what it was to create. */
  readonly overwritten: readonly Overwritten[];
  readonly run: string;
  readonly status: Exclude<RunStatus, "running">;
  /** In the order in which they were applied. */
  readonly syncs: readonly SyncRun[];
  /** Of the whole run, planning included, without the time at the question. */
  readonly seconds: number;
  /** What ended the run before its time. */
  readonly stop?: Stop;
  /** Why records did not get in, the most frequent cause first: see rejectCauses. */
  readonly causes: readonly RejectCause[];
}

/** Groups by sync, rule and field; the most frequent first, equals in the order in which they were met. */
export function rejectCauses(rejects: Iterable<Rejection>): readonly RejectCause[] {
  const tally = new RejectTally();
  for (const rejection of rejects) tally.count(rejection);
  return tally.causes;
}

/** The same for rejects that come one by one: of each cause it keeps one. */
export class RejectTally {
  readonly #causes = new Map<string, { readonly example: Rejection; count: number }>();

  count(example: Rejection): void {
    const id = JSON.stringify([example.sync, example.rule, example.field]);
    const known = this.#causes.get(id);
    if (known === undefined) this.#causes.set(id, { example, count: 1 });
    else known.count += 1;
  }

  get causes(): readonly RejectCause[] {
    return [...this.#causes.values()]
      .map(({ example, count }): RejectCause => {
        const { sync, rule, field } = example;
        return { sync, rule, ...(field !== undefined && { field }), count, example };
      })
      .sort((a, b) => b.count - a.count);
  }
}
