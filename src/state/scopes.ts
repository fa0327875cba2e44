import type { Queries, SqlRow } from "./queries.ts";
import { asInteger, asText, DamagedRow, sealed, unsealed } from "./sealed-row.ts";

/** One sync of one target, with its counters. */
export interface Scope {
  readonly id: number;
  readonly target: string;
  readonly sync: string;
  /** How many of its records Planhat has accepted. */
  readonly records: number;
  /** How many of its records wait to be settled. */
  readonly pending: number;
  /** How many rejects are kept, and how many were too many to keep. */
  readonly rejects: number;
  readonly rejectsLeftOut: number;
}

const COLUMNS = ["id", "target", "sync", "records", "pending", "rejects", "rejects_left_out"];

/** SQLite's text would end at a NUL, and has no half surrogate pairs: two names would become one. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Undefined where the state knows nothing of the sync. */
export function findScope(queries: Queries, target: string, sync: string): Scope | undefined {
  // All are read, and they are few: a name that was damaged shows, where a look-up would only miss it.
  return allScopes(queries).find((scope) => scope.target === target && scope.sync === sync);
}

export function ensureScope(queries: Queries, target: string, sync: string): Scope {
  const known = findScope(queries, target, sync);
  if (known !== undefined) return known;
  if (UNSTORABLE.test(target + sync))
    throw new Error("the name of a sync or target holds a NUL or half a character");
  const id = Math.max(0, ...allScopes(queries).map((scope) => scope.id)) + 1;
  const scope = { id, target, sync, records: 0, pending: 0, rejects: 0, rejectsLeftOut: 0 };
  saveScope(queries, scope);
  return scope;
}

export function saveScope(queries: Queries, scope: Scope): void {
  queries.run(
    `INSERT INTO scope VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET records = excluded.records, pending = excluded.pending,
       rejects = excluded.rejects, rejects_left_out = excluded.rejects_left_out, checksum = excluded.checksum`,
    ...sealed(
      scope.id,
      scope.target,
      scope.sync,
      scope.records,
      scope.pending,
      scope.rejects,
      scope.rejectsLeftOut,
    ),
  );
}

/** Of all targets, by name. */
export function allScopes(queries: Queries): readonly Scope[] {
  return queries.all("SELECT * FROM scope ORDER BY target, sync").map(scopeOf);
}

/**
 * Throws where the rows are not as many as the counters say: a row whose key was damaged may be out of everybody's
 * sight, which a checksum in it does not help.
 */
export function checkCounters(queries: Queries): void {
  const counted = queries
    .all(
      `SELECT scope, sum(accepted IS NOT NULL) AS records, sum(standing <> 'settled') AS pending, 0 AS rejects
       FROM record GROUP BY scope
       UNION ALL SELECT scope, 0, 0, count(*) FROM reject GROUP BY scope`,
    )
    .map((row) => [row["scope"], row["records"], row["pending"], row["rejects"]].join(" "));
  const expected = allScopes(queries).flatMap(({ id, records, pending, rejects }) => [
    ...(records + pending > 0 ? [`${id} ${records} ${pending} 0`] : []),
    ...(rejects > 0 ? [`${id} 0 0 ${rejects}`] : []),
  ]);
  if (counted.sort().join() !== expected.sort().join())
    throw new DamagedRow("rows are missing or in the wrong place");
}

function scopeOf(row: SqlRow): Scope {
  const [id, target, sync, records, pending, rejects, rejectsLeftOut] = unsealed(row, "scope", COLUMNS);
  return {
    id: asInteger(id),
    target: asText(target),
    sync: asText(sync),
    records: asInteger(records),
    pending: asInteger(pending),
    rejects: asInteger(rejects),
    rejectsLeftOut: asInteger(rejectsLeftOut),
  };
}
