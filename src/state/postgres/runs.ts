import type { RunId } from "../../model/record.ts";
import type { RunRecord, SyncRun } from "../../model/state-store.ts";
import { publicRun, type RunEnd, type RunStart, runOf, runValues, type StoredRun } from "../rows/run-row.ts";
import { asInteger } from "../rows/sealed-row.ts";
import { MAX_RUNS } from "../runs.ts";
import type { PgQueries } from "./pg-queries.ts";

/** Whoever starts a run has the lease, so a run that still counts as running was killed. */
export async function addRun(
  queries: PgQueries,
  target: string,
  { id, startedAt, syncs }: RunStart,
): Promise<void> {
  const { schema } = queries;
  for (const run of await running(queries)) await saveRun(queries, { ...run, status: "interrupted" });
  const [last] = await queries.rows(`SELECT coalesce(max(number), 0) AS last FROM ${schema}.run`);
  const number = asInteger(last?.["last"] as number) + 1;
  await saveRun(queries, { number, target, id, startedAt, status: "running", syncs });
  await queries.rows(
    `DELETE FROM ${schema}.run WHERE target = $1 AND number <= (
       SELECT number FROM ${schema}.run WHERE target = $1 ORDER BY number DESC LIMIT 1 OFFSET $2)`,
    [target, MAX_RUNS],
  );
}

/** Keeps what a run has come to so far. */
export async function noteRun(
  queries: PgQueries,
  target: string,
  id: RunId,
  syncs: readonly SyncRun[],
): Promise<void> {
  const run = (await running(queries)).find((one) => one.id === id && one.target === target);
  if (run === undefined) throw new Error(`run ${id} goes on without a start`);
  await saveRun(queries, { ...run, syncs });
}

export async function endRun(queries: PgQueries, target: string, end: RunEnd): Promise<void> {
  const run = await findStored(queries, target, end.id);
  if (run === undefined) throw new Error(`run ${end.id} ends without a start`);
  await saveRun(queries, { ...run, finishedAt: end.finishedAt, status: end.status, syncs: end.syncs });
}

export async function newestRuns(
  queries: PgQueries,
  target: string,
  limit: number,
  holder: RunId | undefined,
): Promise<readonly RunRecord[]> {
  const rows = await queries.rows(
    `SELECT * FROM ${queries.schema}.run WHERE target = $1 ORDER BY number DESC LIMIT $2`,
    [target, Math.max(0, limit)],
  );
  return rows.map((row) => publicRun(runOf(row), holder));
}

export async function findRun(
  queries: PgQueries,
  target: string,
  id: string,
  holder: RunId | undefined,
): Promise<RunRecord | undefined> {
  const run = await findStored(queries, target, id);
  return run === undefined ? undefined : publicRun(run, holder);
}

async function running(queries: PgQueries): Promise<readonly StoredRun[]> {
  const rows = await queries.rows(`SELECT * FROM ${queries.schema}.run WHERE status = 'running'`);
  return rows.map(runOf);
}

/** The newest of that id. */
async function findStored(queries: PgQueries, target: string, id: string): Promise<StoredRun | undefined> {
  // A text of PostgreSQL has no NUL, so no run has such an id.
  if (id.includes("\0")) return undefined;
  const [row] = await queries.rows(
    `SELECT * FROM ${queries.schema}.run WHERE target = $1 AND id = $2 ORDER BY number DESC LIMIT 1`,
    [target, id],
  );
  return row === undefined ? undefined : runOf(row);
}

async function saveRun(queries: PgQueries, run: StoredRun): Promise<void> {
  await queries.rows(
    `INSERT INTO ${queries.schema}.run VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (number) DO UPDATE SET finished_at = excluded.finished_at, status = excluded.status,
       syncs = excluded.syncs, checksum = excluded.checksum`,
    runValues(run),
  );
}
