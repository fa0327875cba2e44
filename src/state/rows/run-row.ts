import type { RunId } from "../../model/record.ts";
import type { RunRecord, RunStatus } from "../../model/state-store.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { parsedColumn, syncRuns } from "./parsed-column.ts";
import { asInteger, asText, DamagedRow, sealed, unsealed } from "./sealed-row.ts";

const COLUMNS = ["number", "target", "id", "started_at", "finished_at", "status", "syncs"];
const STATUSES: readonly RunStatus[] = ["running", "succeeded", "partial", "failed", "interrupted"];

export interface StoredRun extends RunRecord {
  /** Counts up: clocks may be set back, the order of runs stays. */
  readonly number: number;
  readonly target: string;
}

/** How a run begins. */
export type RunStart = Pick<RunRecord, "id" | "startedAt" | "syncs">;

/** How a run ended. */
export type RunEnd = Required<Pick<RunRecord, "id" | "finishedAt" | "status" | "syncs">>;

/** The columns of table `run`, its checksum last. */
export function runValues(run: StoredRun): readonly SqlValue[] {
  const { number, target, id, startedAt, finishedAt, status, syncs } = run;
  return sealed(number, target, id, startedAt, finishedAt ?? null, status, JSON.stringify(syncs));
}

export function runOf(row: SqlRow): StoredRun {
  const [number, target, id, startedAt, finishedAt, statusText, syncs] = unsealed(row, "run", COLUMNS);
  const status = STATUSES.find((name) => name === statusText);
  if (status === undefined) throw new DamagedRow("a run has no status");
  return {
    number: asInteger(number),
    target: asText(target),
    id: asText(id) as RunId,
    startedAt: asInteger(startedAt),
    ...(finishedAt === null ? {} : { finishedAt: asInteger(finishedAt) }),
    status,
    syncs: parsedColumn(asText(syncs), syncRuns, "the syncs of a run"),
  };
}

/** A run that counts as running and does not hold the lease was broken off: nobody wrote down how it ended. */
export function publicRun(stored: StoredRun, holder: RunId | undefined): RunRecord {
  const { number: _number, target: _target, ...run } = stored;
  return withoutHolder(run, holder);
}

export function withoutHolder(run: RunRecord, holder: RunId | undefined): RunRecord {
  return run.status === "running" && run.id !== holder ? { ...run, status: "interrupted" } : run;
}
