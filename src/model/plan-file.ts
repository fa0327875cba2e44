import type { CallCount, PlanItem, PlanSummary, SkipReason } from "./change.ts";
import type { Guards, Mode } from "./compiled-sync.ts";
import type { BaselineKind } from "./plan-view.ts";
import type { Watermark } from "./state-store.ts";
import type { UniformField } from "./uniform-field.ts";

/** What a saved plan says of one sync, beside its items. */
export interface PlannedSyncHeader {
  readonly name: string;
  /** Path of the definition, relative to the project folder. */
  readonly file: string;
  readonly object: string;
  readonly mode: Mode;
  readonly key: string | undefined;
  /** Fingerprint of the definition, with what else decides about its rows: see Source.meaning. */
  readonly definition: string;
  /**
   * What keeps a plan from doing harm, and does not change what its rows mean: whoever approved a plan without a guard did
   * not see it broken. Not part of the definition's fingerprint, by which an incremental source knows where to read on.
   */
  readonly safety: { readonly guards: Guards; readonly resend: boolean };
  readonly summary: PlanSummary;
  readonly skips: Readonly<Record<SkipReason, number>>;
  readonly drifted: number;
  /** How many rows have a key that is almost another record's. */
  readonly alike: number;
  /** Absent where there are none. */
  readonly uniform?: readonly UniformField[];
  readonly calls: CallCount;
  readonly warnings: readonly string[];
  /** Guards that the plan breaks, as whole sentences. */
  readonly violations: readonly string[];
  /** Where the next apply may go on reading. */
  readonly watermark: Watermark | undefined;
}

export interface PlanFileHeader {
  /** Of the program that made it. No time stands here: the same inputs give the same bytes. */
  readonly version: string;
  /**
   * The last run of the state from which the plan was made. A plan that says the same after another run is another plan,
   * and may be applied again.
   */
  readonly after: string | undefined;
  /** API origin and, where one is set, a digest of the tenant's UUID. */
  readonly target: string;
  /** Absent in a project without environments. */
  readonly environment?: string;
  readonly region: string;
  readonly baseline: BaselineKind;
  readonly callsPerMinute: number;
  readonly syncs: readonly PlannedSyncHeader[];
}

/** A saved plan whose checksum was right. */
export interface SavedPlan {
  /** The checksum: two plans that say the same have one. */
  readonly id: string;
  readonly header: PlanFileHeader;
  /**
   * Every change and rejection, and the first skipped rows, sync after sync in the order of the header. May be read
   * several times. Throws a Stop of kind `stale` when the file changes meanwhile.
   */
  items(): AsyncIterable<readonly SavedItem[]>;
}

export interface SavedItem {
  /** Place of the sync in the header. */
  readonly sync: number;
  readonly item: PlanItem;
}
