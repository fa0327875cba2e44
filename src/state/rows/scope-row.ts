import type { SqlRow, SqlValue } from "../queries.ts";
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

/** Text of a database would end at a NUL or refuse it, and has no half surrogate pairs: two names would become one. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** A sync that the state does not know yet, beside those that it knows. */
export function newScope(known: readonly Scope[], target: string, sync: string): Scope {
  if (UNSTORABLE.test(target + sync))
    throw new Error("the name of a sync or target holds a NUL or half a character");
  const id = Math.max(0, ...known.map((scope) => scope.id)) + 1;
  return { id, target, sync, records: 0, pending: 0, rejects: 0, rejectsLeftOut: 0 };
}

/** The columns of table `scope`, its checksum last. */
export function scopeValues(scope: Scope): readonly SqlValue[] {
  const { id, target, sync, records, pending, rejects, rejectsLeftOut } = scope;
  return sealed(id, target, sync, records, pending, rejects, rejectsLeftOut);
}

export function scopeOf(row: SqlRow): Scope {
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

/**
 * Throws where the rows (`counted`: scope, records, pending, rejects) are not as many as the counters say: a row whose
 * key was damaged may be out of everybody's sight, which a checksum in it does not help.
 */
export function compareCounters(scopes: readonly Scope[], counted: readonly SqlRow[]): void {
  const found = counted.map((row) =>
    [row["scope"], row["records"], row["pending"], row["rejects"]].join(" "),
  );
  const expected = scopes.flatMap(({ id, records, pending, rejects }) => [
    ...(records + pending > 0 ? [`${id} ${records} ${pending} 0`] : []),
    ...(rejects > 0 ? [`${id} 0 0 ${rejects}`] : []),
  ]);
  if (found.sort().join() !== expected.sort().join())
    throw new DamagedRow("rows are missing or in the wrong place");
}
