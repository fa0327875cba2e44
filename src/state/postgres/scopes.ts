import { newScope, type Scope, scopeOf, scopeValues } from "../rows/scope-row.ts";
import type { PgQueries } from "./pg-queries.ts";

/** Of all targets, by name. */
export async function allScopes(queries: PgQueries): Promise<readonly Scope[]> {
  const rows = await queries.rows(
    `SELECT * FROM ${queries.schema}.scope ORDER BY target COLLATE "C", sync COLLATE "C"`,
  );
  return rows.map(scopeOf);
}

/** Undefined where the state knows nothing of the sync. */
export async function findScope(
  queries: PgQueries,
  target: string,
  sync: string,
): Promise<Scope | undefined> {
  return (await allScopes(queries)).find((scope) => scope.target === target && scope.sync === sync);
}

export async function ensureScope(queries: PgQueries, target: string, sync: string): Promise<Scope> {
  const known = await allScopes(queries);
  const found = known.find((scope) => scope.target === target && scope.sync === sync);
  if (found !== undefined) return found;
  const scope = newScope(known, target, sync);
  await saveScope(queries, scope);
  return scope;
}

export async function saveScope(queries: PgQueries, scope: Scope): Promise<void> {
  await queries.rows(
    `INSERT INTO ${queries.schema}.scope VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET records = excluded.records, pending = excluded.pending,
       rejects = excluded.rejects, rejects_left_out = excluded.rejects_left_out, checksum = excluded.checksum`,
    scopeValues(scope),
  );
}
