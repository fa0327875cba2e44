import type { Queries } from "./queries.ts";
import { compareCounters, newScope, type Scope, scopeOf, scopeValues } from "./rows/scope-row.ts";

/** Undefined where the state knows nothing of the sync. */
export function findScope(queries: Queries, target: string, sync: string): Scope | undefined {
  // All are read, and they are few: a name that was damaged shows, where a look-up would only miss it.
  return allScopes(queries).find((scope) => scope.target === target && scope.sync === sync);
}

export function ensureScope(queries: Queries, target: string, sync: string): Scope {
  const known = findScope(queries, target, sync);
  if (known !== undefined) return known;
  const scope = newScope(allScopes(queries), target, sync);
  saveScope(queries, scope);
  return scope;
}

export function saveScope(queries: Queries, scope: Scope): void {
  queries.run(
    `INSERT INTO scope VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET records = excluded.records, pending = excluded.pending,
       rejects = excluded.rejects, rejects_left_out = excluded.rejects_left_out, checksum = excluded.checksum`,
    ...scopeValues(scope),
  );
}

/** Of all targets, by name. */
export function allScopes(queries: Queries): readonly Scope[] {
  return queries.all("SELECT * FROM scope ORDER BY target, sync").map(scopeOf);
}

export function checkCounters(queries: Queries): void {
  const counted = queries.all(
    `SELECT scope, sum(accepted IS NOT NULL) AS records, sum(standing <> 'settled') AS pending, 0 AS rejects
     FROM record GROUP BY scope
     UNION ALL SELECT scope, 0, 0, count(*) FROM reject GROUP BY scope`,
  );
  compareCounters(allScopes(queries), counted);
}
