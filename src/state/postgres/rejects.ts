import type { Rejection, RunId } from "../../model/record.ts";
import type { Redact } from "../../model/redact.ts";
import type { StoredReject } from "../../model/state-store.ts";
import type { SqlValue } from "../queries.ts";
import { nextRejects } from "../reject-history.ts";
import { rejectOf, rejectValues } from "../rows/reject-row.ts";
import type { Scope } from "../rows/scope-row.ts";
import type { PgQueries } from "./pg-queries.ts";
import { ensureScope, saveScope } from "./scopes.ts";

const CHUNK = 5000;

/** A slow machine reads 100,000 rejects for longer than a process may stand still in a transaction. */
const THINKS_LONGER = "SELECT set_config('idle_in_transaction_session_timeout', '60000', true)";

/** In the order in which they were saved. */
export async function readRejects(queries: PgQueries, scope: Scope): Promise<readonly StoredReject[]> {
  if (scope.rejects === 0) return [];
  const rows = await queries.rows(
    `SELECT * FROM ${queries.schema}.reject WHERE scope = $1 ORDER BY position`,
    [scope.id],
  );
  return rows.map(rejectOf);
}

export async function replaceRejects(
  queries: PgQueries,
  where: { readonly target: string; readonly sync: string; readonly redact: Redact; readonly run: RunId },
  rejects: Iterable<Rejection>,
  stays: ((reject: StoredReject) => boolean) | undefined,
): Promise<void> {
  const scope = await ensureScope(queries, where.target, where.sync);
  if (scope.rejects > CHUNK) await queries.rows(THINKS_LONGER);
  const earlier = { kept: await readRejects(queries, scope), leftOut: scope.rejectsLeftOut };
  const { kept, leftOut } = nextRejects(earlier, where.run, rejects, stays);
  if (scope.rejects > 0) {
    await queries.rows(`DELETE FROM ${queries.schema}.reject WHERE scope = $1`, [scope.id]);
  }
  for (let start = 0; start < kept.length; start += CHUNK) {
    const some = kept.slice(start, start + CHUNK);
    await insert(
      queries,
      some.map((reject, index) => rejectValues(scope.id, start + index, reject, where.redact)),
    );
  }
  if (scope.rejects + kept.length + scope.rejectsLeftOut + leftOut === 0) return;
  await saveScope(queries, { ...scope, rejects: kept.length, rejectsLeftOut: leftOut });
}

async function insert(queries: PgQueries, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  const column = (index: number): readonly SqlValue[] => rows.map((row) => row[index] ?? null);
  await queries.rows(
    `INSERT INTO ${queries.schema}.reject
     SELECT * FROM unnest($1::integer[], $2::integer[], $3::text[], $4::integer[], $5::text[], $6::bigint[])`,
    [column(0), column(1), column(2), column(3), column(4), column(5)],
  );
}

/** Each as it is written today. They were stored without secrets. */
export async function rewriteRejects(queries: PgQueries): Promise<void> {
  const rows = await queries.rows(`SELECT * FROM ${queries.schema}.reject`);
  await queries.rows(`DELETE FROM ${queries.schema}.reject`);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows
      .slice(start, start + CHUNK)
      .map((row) =>
        rejectValues(Number(row["scope"]), Number(row["position"]), rejectOf(row), (text) => text),
      );
    await insert(queries, values);
  }
}

/** Their counters follow with those of the records: see `forgetEntries`. */
export async function forgetRejects(queries: PgQueries, scope: Scope): Promise<void> {
  await queries.rows(`DELETE FROM ${queries.schema}.reject WHERE scope = $1`, [scope.id]);
}
