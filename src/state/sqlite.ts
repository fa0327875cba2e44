import { resolve } from "node:path";
import type { Clock } from "../model/clock.ts";
import type { RecordKey, RunId } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import type { Lease, StateStore } from "../model/state-store.ts";
import { bySync } from "./by-sync.ts";
import { compareRecords } from "./compare-records.ts";
import { openDatabase } from "./database.ts";
import { remember } from "./entry.ts";
import { addIntent } from "./intents.ts";
import {
  breakLease,
  currentHolder,
  type LeaseCell,
  type LeaseContext,
  type LeaseView,
  refuseWhileHeld,
  renewLease,
  type StoreProcess,
  takeLease,
} from "./lease.ts";
import { isProcessAlive, processIdentity } from "./process-identity.ts";
import type { Queries } from "./queries.ts";
import { openReadOnlyDatabase } from "./read-only-database.ts";
import {
  countPending,
  foldIntents,
  forgetEntries,
  pageOfEntries,
  readEntries,
  settleEntries,
} from "./records.ts";
import { forgetRejects, readRejects, replaceRejects } from "./rejects.ts";
import { addRun, endRun, findRun, newestRuns, noteRun } from "./runs.ts";
import { allScopes, ensureScope, findScope } from "./scopes.ts";
import { isBusy } from "./sqlite-stop.ts";
import { readLease, saveLease } from "./stored-lease.ts";
import { forgetWatermark, readWatermark, saveWatermark } from "./watermarks.ts";

const PAGE = 1000;
const ACQUIRE_ATTEMPTS = 5;

export interface SqliteStateOptions {
  /** Path of the file; made, with its folder, if it is missing and not `readOnly`. */
  readonly path: string;
  /** API host and tenant: what was accepted by one is not known to another. */
  readonly target: string;
  readonly clock: Clock;
  readonly process: StoreProcess;
  /** Whether a process of this host exists; by default the system is asked. */
  readonly isAlive?: (pid: number) => boolean;
  /** Makes and changes nothing on the disk: a missing file reads as an empty one, and writing is a bug. */
  readonly readOnly?: boolean;
  readonly redact: Redact;
}

/** State in one SQLite file. Throws a Stop of kind `environment` where the file cannot be used or is damaged. */
export function openSqliteState(options: SqliteStateOptions): StateStore {
  const { target, redact, clock } = options;
  const path = resolve(options.path);
  const database = options.readOnly === true ? openReadOnlyDatabase(path) : openDatabase(path);
  const context: LeaseContext = {
    process: options.process,
    isAlive: options.isAlive ?? isProcessAlive,
    identify: processIdentity,
  };
  const now = () => Math.trunc(clock.now());
  const view = (queries: Queries): LeaseView => ({ lease: readLease(queries), now: now() });
  const cell: LeaseCell = {
    read: () => database.read(view),
    change: (next) =>
      database.write((queries) => {
        const before = view(queries);
        const after = next(before);
        if (after !== before.lease) saveLease(queries, after);
      }),
  };

  const holderOf = (queries: Queries): RunId | undefined => currentHolder(view(queries), context)?.run;

  /** The check and the work are one transaction: whoever lost the lease changes nothing. */
  const writeAs = (run: RunId, lease: Lease, work: (queries: Queries) => void): void =>
    database.write((queries) => {
      saveLease(queries, renewLease(view(queries), run, lease.fence));
      work(queries);
    });

  return {
    async recall(sync, keys) {
      const entries = database.read((queries) => {
        const scope = findScope(queries, target, sync);
        return scope === undefined ? undefined : readEntries(queries, scope, keys);
      });
      return new Map([...(entries ?? [])].map(([key, entry]) => [key, remember(key, entry)]));
    },
    async compare(sync, records) {
      return database.read((queries) => {
        const scope = findScope(queries, target, sync);
        return scope === undefined ? new Map() : compareRecords(queries, scope, records);
      });
    },
    async count(sync) {
      return database.read((queries) => findScope(queries, target, sync)?.records ?? 0);
    },
    async syncs() {
      return database.read((queries) =>
        allScopes(queries)
          .filter((scope) => scope.target === target)
          .map((scope) => ({
            sync: scope.sync,
            records: scope.records,
            pending: countPending(queries, scope),
          }))
          .filter(({ records, pending }) => records + pending > 0),
      );
    },
    async *entries(sync) {
      let after: RecordKey | undefined;
      do {
        const page = database.read((queries) => {
          const scope = findScope(queries, target, sync);
          return scope === undefined ? undefined : pageOfEntries(queries, scope, after, PAGE);
        });
        for (const { key, entry } of page?.entries ?? []) yield remember(key, entry);
        after = page?.last;
      } while (after !== undefined);
    },

    async acquire(run) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await takeLease(cell, context, run);
        } catch (error) {
          // Somebody wrote for longer than SQLite waits: the holder, or others who want the lease.
          if (!isBusy(error) || attempt === ACQUIRE_ATTEMPTS) throw error;
        }
      }
    },
    async holder() {
      return currentHolder(database.read(view), context);
    },
    async breakLease(run) {
      return database.write((queries) => {
        const before = readLease(queries);
        const after = breakLease(before, run);
        if (after !== before) saveLease(queries, after);
        return before.holder !== undefined && after !== before;
      });
    },

    async startRun(run, lease, syncs = []) {
      writeAs(run, lease, (queries) => {
        for (const scope of allScopes(queries)) {
          if (scope.target === target) foldIntents(queries, scope, redact);
        }
        addRun(queries, target, { id: run, startedAt: now(), syncs });
      });
    },
    async intend(run, lease, changes) {
      writeAs(run, lease, (queries) => {
        for (const [sync, own] of bySync(changes, (change) => change)) {
          const scope = ensureScope(queries, target, sync);
          addIntent(
            queries,
            scope.id,
            own.map(({ key }) => key),
          );
        }
      });
    },
    async settle(run, lease, outcomes, syncs) {
      writeAs(run, lease, (queries) => {
        for (const [sync, own] of bySync(outcomes, ({ change }) => change)) {
          settleEntries(queries, ensureScope(queries, target, sync), own, redact);
        }
        if (syncs !== undefined) noteRun(queries, target, run, syncs);
      });
    },
    async saveRejects(run, lease, sync, rejects, stays) {
      writeAs(run, lease, (queries) =>
        replaceRejects(queries, { target, sync, redact, run }, rejects, stays),
      );
    },
    async finishRun(run, lease, status, syncs) {
      writeAs(run, lease, (queries) =>
        endRun(queries, target, { id: run, finishedAt: now(), status, syncs }),
      );
    },

    async watermark(sync) {
      return database.read((queries) => readWatermark(queries, target, sync));
    },
    async saveWatermark(run, lease, sync, watermark) {
      writeAs(run, lease, (queries) => saveWatermark(queries, target, sync, watermark));
    },

    async rejects(sync) {
      return database.read((queries) =>
        allScopes(queries)
          .filter((scope) => scope.target === target && (sync === undefined || scope.sync === sync))
          .flatMap((scope) => readRejects(queries, scope)),
      );
    },
    async rejectsLeftOut(sync) {
      return database
        .read(allScopes)
        .filter((scope) => scope.target === target && (sync === undefined || scope.sync === sync))
        .reduce((sum, scope) => sum + scope.rejectsLeftOut, 0);
    },
    async runs(limit) {
      return database.read((queries) => newestRuns(queries, target, limit, holderOf(queries)));
    },
    async run(id) {
      return database.read((queries) => findRun(queries, target, id, holderOf(queries)));
    },
    async forget(sync, key) {
      return database.write((queries) => {
        refuseWhileHeld(view(queries), context);
        if (key === undefined) {
          forgetWatermark(queries, target, sync);
          forgetRejects(queries, target, sync);
        }
        const scope = findScope(queries, target, sync);
        return scope === undefined ? 0 : forgetEntries(queries, scope, key, redact);
      });
    },
    async close() {
      database.close();
    },
  };
}
