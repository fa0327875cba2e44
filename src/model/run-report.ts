import type { Rejection } from "./record.ts";
import type { RunStatus, SyncRun } from "./state-store.ts";
import type { Stop } from "./stop.ts";

/** The rejects of one sync that have one reason. */
export interface RejectCause {
  readonly sync: string;
  readonly rule: string;
  readonly field?: string;
  readonly count: number;
  /** The first one met. */
  readonly example: Rejection;
}

/** A finished apply, as it is shown. */
export interface RunReport {
  readonly run: string;
  readonly status: Exclude<RunStatus, "running">;
  /** In the order in which they were applied. */
  readonly syncs: readonly SyncRun[];
  /** Of the whole run, planning included. */
  readonly seconds: number;
  /** What ended the run before its time. */
  readonly stop?: Stop;
  /** Why records did not get in, the most frequent cause first: see rejectCauses. */
  readonly causes: readonly RejectCause[];
}

/** Groups by sync, rule and field; the most frequent first, equals in the order in which they were met. */
export function rejectCauses(rejects: Iterable<Rejection>): readonly RejectCause[] {
  const causes = new Map<string, RejectCause>();
  for (const example of rejects) {
    const { sync, rule, field } = example;
    const id = JSON.stringify([sync, rule, field]);
    const known = causes.get(id) ?? { sync, rule, ...(field !== undefined && { field }), count: 0, example };
    causes.set(id, { ...known, count: known.count + 1 });
  }
  return [...causes.values()].sort((a, b) => b.count - a.count);
}
