import type { RunId } from "../model/record.ts";
import type { RunRecord, SyncRun } from "../model/state-store.ts";
import type { Queries } from "./queries.ts";
import { publicRun, type RunEnd, type RunStart, runOf, runValues, type StoredRun } from "./rows/run-row.ts";

/** Of one target. */
export const MAX_RUNS = 1000;

/** Whoever starts a run has the lease, so a run that still counts as running was killed. */
export function addRun(queries: Queries, target: string, { id, startedAt, syncs }: RunStart): void {
  for (const run of running(queries)) {
    saveRun(queries, { ...run, status: "interrupted" });
  }
  const last = queries.get("SELECT coalesce(max(number), 0) AS last FROM run")?.["last"];
  const number = (typeof last === "number" ? last : 0) + 1;
  saveRun(queries, { number, target, id, startedAt, status: "running", syncs });
  queries.run(
    `DELETE FROM run WHERE target = ?1 AND number <= (
       SELECT number FROM run WHERE target = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)`,
    target,
    MAX_RUNS,
  );
}

/** Keeps what a run has come to so far. */
export function noteRun(queries: Queries, target: string, id: RunId, syncs: readonly SyncRun[]): void {
  const run = running(queries).find((one) => one.id === id && one.target === target);
  if (run === undefined) throw new Error(`run ${id} goes on without a start`);
  saveRun(queries, { ...run, syncs });
}

export function endRun(queries: Queries, target: string, end: RunEnd): void {
  const run = findStored(queries, target, end.id);
  if (run === undefined) throw new Error(`run ${end.id} ends without a start`);
  saveRun(queries, { ...run, finishedAt: end.finishedAt, status: end.status, syncs: end.syncs });
}

/** `holder`: the run that has the lease. */
export function newestRuns(
  queries: Queries,
  target: string,
  limit: number,
  holder: RunId | undefined,
): readonly RunRecord[] {
  const newest = storedRuns(queries, target).slice(0, Math.max(0, limit));
  return newest.map((run) => publicRun(run, holder));
}

export function findRun(
  queries: Queries,
  target: string,
  id: string,
  holder: RunId | undefined,
): RunRecord | undefined {
  const run = findStored(queries, target, id);
  return run === undefined ? undefined : publicRun(run, holder);
}

function running(queries: Queries): readonly StoredRun[] {
  return queries.all("SELECT * FROM run WHERE status = 'running'").map(runOf);
}

function findStored(queries: Queries, target: string, id: string): StoredRun | undefined {
  return storedRuns(queries, target).find((run) => run.id === id);
}

/** Newest first. All rows are read, and they are few: a damaged name shows, where a look-up would only miss it. */
function storedRuns(queries: Queries, target: string): readonly StoredRun[] {
  const rows = queries.all("SELECT * FROM run ORDER BY number DESC");
  return rows.map(runOf).filter((run) => run.target === target);
}

function saveRun(queries: Queries, run: StoredRun): void {
  queries.run("INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ...runValues(run));
}
