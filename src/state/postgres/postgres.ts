import type { Clock } from "../../model/clock.ts";
import type { RecordKey, RunId } from "../../model/record.ts";
import type { Redact } from "../../model/redact.ts";
import type { Lease, StateStore } from "../../model/state-store.ts";
import { compared, intend, remember, settle } from "../entry.ts";
import {
  breakLease,
  currentHolder,
  type LeaseCell,
  type LeaseContext,
  refuseWhileHeld,
  renewLease,
  type StoreProcess,
  takeLease,
} from "../lease.ts";
import { isProcessAlive, processIdentity } from "../process-identity.ts";
import { leaseTransaction, readLease, timeSql } from "./lease-transaction.ts";
import type { PgQueries } from "./pg-queries.ts";
import { changeEntries, forgetEntries, forgetEntry, pageOfEntries, recallEntries } from "./records.ts";
import { forgetRejects, readRejects, replaceRejects } from "./rejects.ts";
import { addRun, endRun, findRun, newestRuns, noteRun } from "./runs.ts";
import { allScopes, findScope } from "./scopes.ts";
import { PostgresSession } from "./session.ts";
import { parseStateUrl } from "./state-url.ts";
import { forgetWatermark, readWatermark, saveWatermark } from "./watermarks.ts";

const PAGE = 1000;

export interface PostgresStateOptions {
  /** `postgres://…`, with `schema=` for another one than planhat_sync. */
  readonly url: string;
  /** API host and tenant: what was accepted by one is not known to another. */
  readonly target: string;
  /** Sleeps between attempts to connect; the time of leases and runs is the database's. */
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly process: StoreProcess;
  /** Whether a process of this host exists; by default the system is asked. */
  readonly isAlive?: (pid: number) => boolean;
  /** Milliseconds since the epoch, in place of the database's clock. */
  readonly now?: () => number;
  /** Makes and changes nothing: a missing schema reads as an empty state. */
  readonly readOnly?: boolean;
  readonly redact: Redact;
}

/**
 * State in one schema of a PostgreSQL. Connects with its first use, and again where the connection is lost. Throws a
 * Stop of kind `environment` where the database cannot be used, or holds something else than a sound state.
 */
export function openPostgresState(options: PostgresStateOptions): StateStore {
  const { target, redact, clock, random, readOnly = false } = options;
  const session = new PostgresSession({ url: parseStateUrl(options.url), readOnly, clock, random, redact });
  const context: LeaseContext = {
    process: options.process,
    isAlive: options.isAlive ?? isProcessAlive,
    identify: processIdentity,
  };
  const time = timeSql(options.now);
  const free = { lease: { fence: 0, holder: undefined }, now: 0 };
  const view = () => session.read(free, (queries) => readLease(queries, time));
  const cell: LeaseCell = {
    read: view,
    change: (next) => leaseTransaction(session, time, next, async () => undefined),
  };
  /** The check and the work are one transaction: whoever lost the lease changes nothing. */
  const writeAs = (
    run: RunId,
    { fence }: Lease,
    work: (queries: PgQueries, now: number) => Promise<void>,
  ): Promise<void> => leaseTransaction(session, time, (held) => renewLease(held, run, fence), work);
  const ownScopes = async (queries: PgQueries, sync?: string) =>
    (await allScopes(queries)).filter(
      (scope) => scope.target === target && (sync === undefined || scope.sync === sync),
    );

  const holderOf = async () => currentHolder(await view(), context)?.run;

  return {
    async recall(sync, keys) {
      const entries = await session.read([], (queries) => recallEntries(queries, { target, sync }, keys));
      return new Map(entries.map(({ key, entry }) => [key, remember(key, entry)]));
    },
    async compare(sync, records) {
      const keys = records.map(({ key }) => key);
      const entries = await session.read([], (queries) => recallEntries(queries, { target, sync }, keys));
      const known = new Map(entries.map(({ key, entry }) => [key, entry]));
      return new Map(
        records.flatMap((record) => {
          const entry = known.get(record.key);
          return entry === undefined ? [] : [[record.key, compared(record, entry)]];
        }),
      );
    },
    async count(sync) {
      const scope = await session.read(undefined, (queries) => findScope(queries, target, sync));
      return scope?.records ?? 0;
    },
    async syncs() {
      const scopes = await session.read([], ownScopes);
      return scopes
        .filter(({ records, pending }) => records + pending > 0)
        .map(({ sync, records, pending }) => ({ sync, records, pending }));
    },
    async *entries(sync) {
      let after: RecordKey | undefined;
      do {
        const page = await session.read([], async (queries) => {
          const scope = await findScope(queries, target, sync);
          return scope === undefined ? [] : pageOfEntries(queries, scope, after, PAGE);
        });
        for (const { key, entry } of page) yield remember(key, entry);
        after = page.at(-1)?.key;
      } while (after !== undefined);
    },

    acquire: (run) => takeLease(cell, context, run),
    async holder() {
      return currentHolder(await view(), context);
    },
    async breakLease(run) {
      let broken = false;
      await cell.change(({ lease }) => {
        const after = breakLease(lease, run);
        broken = lease.holder !== undefined && after !== lease;
        return after;
      });
      return broken;
    },

    startRun: (run, lease, syncs = []) =>
      writeAs(run, lease, (queries, startedAt) => addRun(queries, target, { id: run, startedAt, syncs })),
    intend: (run, lease, changes) =>
      writeAs(run, lease, (queries) =>
        changeEntries(queries, { target, redact }, changes, (change) => change, intend),
      ),
    settle: (run, lease, outcomes, syncs) =>
      writeAs(run, lease, async (queries) => {
        await changeEntries(queries, { target, redact }, outcomes, (outcome) => outcome.change, settle);
        if (syncs !== undefined) await noteRun(queries, target, run, syncs);
      }),
    async saveRejects(run, lease, sync, rejects, stays) {
      // What comes only once cannot be saved twice.
      const all = [...rejects];
      await writeAs(run, lease, (queries) =>
        replaceRejects(queries, { target, sync, redact, run }, all, stays),
      );
    },
    finishRun: (run, lease, status, syncs) =>
      writeAs(run, lease, (queries, finishedAt) =>
        endRun(queries, target, { id: run, finishedAt, status, syncs }),
      ),

    watermark: (sync) => session.read(undefined, (queries) => readWatermark(queries, target, sync)),
    saveWatermark: (run, lease, sync, watermark) =>
      writeAs(run, lease, (queries) => saveWatermark(queries, target, sync, watermark)),

    rejects: (sync) =>
      session.read([], async (queries) => {
        const all = [];
        for (const scope of await ownScopes(queries, sync)) all.push(...(await readRejects(queries, scope)));
        return all;
      }),
    async rejectsLeftOut(sync) {
      const scopes = await session.read([], (queries) => ownScopes(queries, sync));
      return scopes.reduce((sum, scope) => sum + scope.rejectsLeftOut, 0);
    },
    runs: async (limit) => {
      const holder = await holderOf();
      return session.read([], (queries) => newestRuns(queries, target, limit, holder));
    },
    run: async (id) => {
      const holder = await holderOf();
      return session.read(undefined, (queries) => findRun(queries, target, id, holder));
    },
    forget: (sync, key) =>
      leaseTransaction(
        session,
        time,
        (held) => {
          refuseWhileHeld(held, context);
          return held.lease;
        },
        async (queries) => {
          const scope = await findScope(queries, target, sync);
          if (scope === undefined) return 0;
          if (key !== undefined) return forgetEntry(queries, scope, key);
          await forgetWatermark(queries, scope);
          await forgetRejects(queries, scope);
          return forgetEntries(queries, scope);
        },
      ),
    close: () => session.close(),
  };
}
