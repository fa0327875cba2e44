import type { SkippedRow, Target } from "./plan-view.ts";
import type { RejectCause } from "./reject-causes.ts";
import type { RowPosition } from "./row.ts";
import type { RunStatus, SyncRun } from "./state-store.ts";
import type { Stop } from "./stop.ts";

/** Records of one sync that an insert was to create, and that Planhat had already and updated. */
export interface Overwritten {
  readonly sync: string;
  readonly count: number;
  /** The first of them. Where an answer names none, only their number is certain. */
  readonly examples: readonly { readonly key: string; readonly position: RowPosition }[];
}

/** A finished apply, as it is shown. It names its target where the project has environments. */
export interface RunReport extends Partial<Target> {
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
