import type { Change } from "../model/change.ts";
import type { Clock } from "../model/clock.ts";
import type { RecordKey, RunId } from "../model/record.ts";
import type { Lease, RunRecord, StateStore, Watermark } from "../model/state-store.ts";
import { compared, type Entry, intend, remember, settle } from "./entry.ts";
import { keyToBytes } from "./key-bytes.ts";
import {
  breakLease,
  currentHolder,
  type LeaseCell,
  type LeaseContext,
  type LeaseState,
  refuseWhileHeld,
  renewLease,
  takeLease,
} from "./lease.ts";
import { isProcessAlive, processIdentity } from "./process-identity.ts";
import { nextRejects, type RejectHistory } from "./reject-history.ts";
import { withoutHolder } from "./rows/run-row.ts";
import { MAX_RUNS } from "./runs.ts";

export type MemoryStateOptions = Pick<LeaseContext, "process"> &
  Partial<LeaseContext> & { readonly clock: Clock };

/** State that ends with the process: for runs that compare with nothing, and for tests. Nothing is redacted. */
export function openMemoryState(options: MemoryStateOptions): StateStore {
  const context: LeaseContext = { isAlive: isProcessAlive, identify: processIdentity, ...options };
  const entries = new Map<string, Map<RecordKey, Entry>>();
  const rejects = new Map<string, RejectHistory>();
  const watermarks = new Map<string, Watermark>();
  /** Newest first. */
  let runs: readonly RunRecord[] = [];
  let state: LeaseState = { fence: 0, holder: undefined };
  const cell: LeaseCell = {
    read: () => view(),
    change(next) {
      state = next(view());
    },
  };
  const now = () => Math.trunc(options.clock.now());
  const view = () => ({ lease: state, now: now() });
  const check = (run: RunId, lease: Lease) => cell.change((held) => renewLease(held, run, lease.fence));
  const holderNow = () => currentHolder(view(), context)?.run;
  const ofSync = (sync: string) => entries.get(sync) ?? new Map<RecordKey, Entry>();

  function change({ sync, key }: Change, next: (before: Entry | undefined) => Entry | undefined): void {
    const known = ofSync(sync);
    entries.set(sync, known);
    const after = next(known.get(key));
    if (after === undefined) known.delete(key);
    else known.set(key, after);
  }

  return {
    async recall(sync, keys) {
      const known = ofSync(sync);
      return new Map(
        keys.flatMap((key) => {
          const entry = known.get(key);
          return entry === undefined ? [] : [[key, remember(key, entry)]];
        }),
      );
    },
    async compare(sync, records) {
      const known = ofSync(sync);
      return new Map(
        records.flatMap((record) => {
          const entry = known.get(record.key);
          return entry === undefined ? [] : [[record.key, compared(record, entry)]];
        }),
      );
    },
    async count(sync) {
      return countOf(ofSync(sync)).records;
    },
    async syncs() {
      return [...entries]
        .map(([sync, known]) => ({ sync, ...countOf(known) }))
        .filter(({ records, pending }) => records + pending > 0)
        .sort((a, b) => (a.sync < b.sync ? -1 : 1));
    },
    async *entries(sync) {
      const sorted = [...ofSync(sync)].sort(([a], [b]) => Buffer.compare(keyToBytes(a), keyToBytes(b)));
      for (const [key, entry] of sorted) yield remember(key, entry);
    },

    async acquire(run) {
      return takeLease(cell, context, run);
    },
    async holder() {
      return currentHolder(view(), context);
    },
    async breakLease(run) {
      const before = state;
      cell.change(({ lease }) => breakLease(lease, run));
      return before.holder !== undefined && state !== before;
    },

    async startRun(run, lease, syncs = []) {
      check(run, lease);
      const started: RunRecord = { id: run, startedAt: now(), status: "running", syncs };
      const earlier = runs.map(
        (other): RunRecord => (other.status === "running" ? { ...other, status: "interrupted" } : other),
      );
      runs = [started, ...earlier].slice(0, MAX_RUNS);
    },
    async intend(run, lease, changes) {
      check(run, lease);
      for (const item of changes) change(item, intend);
    },
    async settle(run, lease, outcomes, syncs) {
      check(run, lease);
      for (const outcome of outcomes) change(outcome.change, (before) => settle(before, outcome));
      if (syncs !== undefined) runs = runs.map((other) => (other.id === run ? { ...other, syncs } : other));
    },
    async saveRejects(run, lease, sync, rejected, stays) {
      check(run, lease);
      const earlier = rejects.get(sync) ?? { kept: [], leftOut: 0 };
      rejects.set(sync, nextRejects(earlier, run, rejected, stays));
    },
    async finishRun(run, lease, status, syncs) {
      check(run, lease);
      if (!runs.some((other) => other.id === run)) throw new Error(`run ${run} ends without a start`);
      runs = runs.map((other) => (other.id === run ? { ...other, finishedAt: now(), status, syncs } : other));
    },

    async watermark(sync) {
      return watermarks.get(sync);
    },
    async saveWatermark(run, lease, sync, watermark) {
      check(run, lease);
      watermarks.set(sync, watermark);
    },

    async rejects(sync) {
      const names = sync === undefined ? [...rejects.keys()].sort() : [sync];
      return names.flatMap((name) => rejects.get(name)?.kept ?? []);
    },
    async rejectsLeftOut(sync) {
      const of = sync === undefined ? [...rejects.values()] : [rejects.get(sync)];
      return of.reduce((sum, saved) => sum + (saved?.leftOut ?? 0), 0);
    },
    async runs(limit) {
      return runs.slice(0, Math.max(0, limit)).map((run) => withoutHolder(run, holderNow()));
    },
    async run(id) {
      const run = runs.find((one) => one.id === id);
      return run === undefined ? undefined : withoutHolder(run, holderNow());
    },
    async forget(sync, key) {
      refuseWhileHeld(view(), context);
      const known = ofSync(sync);
      if (key !== undefined) return known.delete(key) ? 1 : 0;
      entries.delete(sync);
      watermarks.delete(sync);
      rejects.delete(sync);
      return known.size;
    },
    async close() {},
  };
}

function countOf(known: ReadonlyMap<RecordKey, Entry>): {
  readonly records: number;
  readonly pending: number;
} {
  const all = [...known.values()];
  return {
    records: all.filter((entry) => entry.accepted !== undefined).length,
    pending: all.filter((entry) => entry.standing !== "settled").length,
  };
}
