import type { Change } from "./change.ts";
import type { JsonObject } from "./json.ts";
import type { Outcome } from "./outcome.ts";
import type { Fingerprint, RecordKey, Rejection, RunId } from "./record.ts";

/** What Planhat accepted last for one key. */
export interface Accepted {
  readonly key: RecordKey;
  readonly fingerprint: Fingerprint;
  /** The record as accepted, flat. */
  readonly fields: JsonObject;
  readonly id?: string;
}

/**
 * `pending`: it was about to be sent and nobody knows what became of it, so what was accepted before no longer counts.
 */
export type Remembered =
  | { readonly kind: "accepted"; readonly accepted: Accepted }
  | { readonly kind: "pending"; readonly key: RecordKey };

/** `same`: just this record was accepted last. */
export type Recalled = Remembered | { readonly kind: "same"; readonly key: RecordKey };

/** Always: read = created + updated + unchanged + skipped + rejected + failed + notAttempted. */
export interface SyncSummary {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly failed: number;
  readonly notAttempted: number;
}

export type RunStatus = "running" | "succeeded" | "partial" | "failed" | "interrupted";

/** What the values of a column are. `mixed`: not all of one kind. */
export type ColumnKind = "string" | "number" | "boolean" | "array" | "object" | "mixed";

/** What an apply has seen of the columns that custom fields of an unknown type read. */
export interface SeenColumns {
  /** Fingerprint of the definition that read them: another definition begins anew. */
  readonly definition: string;
  readonly kinds: Readonly<Record<string, ColumnKind>>;
}

export interface SyncRun {
  readonly sync: string;
  readonly object: string;
  readonly summary: SyncSummary;
  readonly calls: { readonly read: number; readonly write: number; readonly retried: number };
  readonly seconds: number;
  readonly columns?: SeenColumns;
  /** What the keys were made of, as a digest; absent in runs of older versions. */
  readonly keyMapping?: string;
}

export interface RunRecord {
  readonly id: RunId;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly status: RunStatus;
  readonly syncs: readonly SyncRun[];
}

/** A rejection as the state keeps it. */
export interface StoredReject {
  readonly rejection: Rejection;
  readonly run: RunId;
  /** How many applies have met it, this one included. */
  readonly attempts: number;
}

/** How far an incremental sync has read. */
export interface Watermark {
  /** The greatest cursor value up to which everything was accepted, in the source's own text. */
  readonly value: string;
  /** Fingerprint of the definition that read it: another definition begins anew. */
  readonly definition: string;
}

export interface LeaseHolder {
  readonly run: RunId;
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** Address of the CI job that it is. */
  readonly job?: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly heartbeat: number;
}

/** Held by one apply at a time. Every write of the state checks that the lease is still held, and throws a Stop if not. */
export interface Lease {
  readonly fence: number;
  /** Call at least every 5 s. Throws a Stop when somebody took over. */
  heartbeat(): Promise<void>;
  /** Reads whether it is still held, and renews it where its time is getting on. Throws a Stop when it is lost. */
  verify(): Promise<void>;
  release(): Promise<void>;
}

/**
 * What Planhat accepted, by target (API host and tenant), sync and key; run history; rejects; the lease.
 * Every method throws a Stop of kind `environment` when the store cannot do it durably.
 */
export interface StateStore {
  /** Answers only for the keys it knows, in any order. */
  recall(sync: string, keys: readonly RecordKey[]): Promise<ReadonlyMap<RecordKey, Remembered>>;
  /**
   * The same for records: of those that were accepted last just as they are, it answers no more than that. It is asked for
   * every record of a run, and most are.
   */
  compare(
    sync: string,
    records: readonly Pick<Accepted, "key" | "fingerprint">[],
  ): Promise<ReadonlyMap<RecordKey, Recalled>>;
  /** How many records of the sync Planhat has accepted. */
  count(sync: string): Promise<number>;
  syncs(): Promise<readonly { readonly sync: string; readonly records: number; readonly pending: number }[]>;
  /** All that is remembered of one sync, by key. */
  entries(sync: string): AsyncIterable<Remembered>;

  /** Takes the lease, or answers who holds it. A lease whose holder is known to be gone, or past 15 s, is taken over. */
  acquire(run: RunId): Promise<{ readonly lease: Lease } | { readonly heldBy: LeaseHolder }>;
  /** Who holds the lease; one that `acquire` would take over counts as free. */
  holder(): Promise<LeaseHolder | undefined>;
  /** Takes the lease away from that run, or from whoever holds it. Answers whether there was anybody to take it from. */
  breakLease(run?: RunId): Promise<boolean>;

  /** `syncs`: what is going to be done, nothing of it attempted. */
  startRun(run: RunId, lease: Lease, syncs?: readonly SyncRun[]): Promise<void>;
  /** Durable before it returns: these changes are about to be sent. */
  intend(run: RunId, lease: Lease, changes: readonly Change[]): Promise<void>;
  /**
   * Durable before it returns. Applied: accepted from now on. Refused, not attempted: what was accepted before counts again. Failed: stays pending.
   * `syncs`: what the run has come to with these outcomes, kept together with them: a run that is killed has its counts.
   */
  settle(run: RunId, lease: Lease, outcomes: readonly Outcome[], syncs?: readonly SyncRun[]): Promise<void>;
  /**
   * Replaces the rejects of one sync; `attempts` goes on where the key (or row) had one before. A run that did not get
   * to all of the earlier ones says which of them stay as they are, in front of its own.
   */
  saveRejects(
    run: RunId,
    lease: Lease,
    sync: string,
    rejects: Iterable<Rejection>,
    stays?: (earlier: StoredReject) => boolean,
  ): Promise<void>;
  finishRun(run: RunId, lease: Lease, status: RunStatus, syncs: readonly SyncRun[]): Promise<void>;

  watermark(sync: string): Promise<Watermark | undefined>;
  saveWatermark(run: RunId, lease: Lease, sync: string, watermark: Watermark): Promise<void>;

  rejects(sync?: string): Promise<readonly StoredReject[]>;
  /** How many rejects the last `saveRejects` of the sync (of every sync) left out, beyond the 100,000 kept of one sync. */
  rejectsLeftOut(sync?: string): Promise<number>;
  /** Newest first. A run that was started and whose process does not hold the lease any more was interrupted. */
  runs(limit: number): Promise<readonly RunRecord[]>;
  run(id: string): Promise<RunRecord | undefined>;
  /** Forgets one key, or the whole sync with its watermark and its rejects: the next apply compares as if it had never run. Answers how many records. */
  forget(sync: string, key?: RecordKey): Promise<number>;
  close(): Promise<void>;
}
