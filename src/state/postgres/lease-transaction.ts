import { randomUUID } from "node:crypto";
import type { LeaseState, LeaseView } from "../lease.ts";
import type { SqlRow } from "../queries.ts";
import { leaseOf, leaseValues } from "../rows/lease-row.ts";
import { asInteger, asText, DamagedRow } from "../rows/sealed-row.ts";
import { literal, type PgQueries } from "./pg-queries.ts";
import { BEGIN, type PostgresSession } from "./session.ts";

/** Milliseconds since the epoch, by the database: clocks of CI machines differ. Evaluated when the lease is locked. */
const DATABASE_CLOCK = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

/** How the time is asked for: by the database, unless `now` stands in for its clock. */
export type TimeSql = () => string;

export function timeSql(now: (() => number) | undefined): TimeSql {
  return now === undefined ? () => DATABASE_CLOCK : () => `${Math.trunc(now())}::bigint`;
}

export async function readLease(queries: PgQueries, time: TimeSql): Promise<LeaseView> {
  return viewOf(await queries.script(leaseSql(queries, time)));
}

/**
 * Every write of the state: the lease's row is locked first, so that writers follow one another, `next` sees it and
 * may throw, then comes the work, and the row last. Where the connection is lost while committing, the row's token
 * tells whether the commit came through: nothing is done twice.
 */
export function leaseTransaction<T>(
  session: PostgresSession,
  time: TimeSql,
  next: (view: LeaseView) => LeaseState,
  work: (queries: PgQueries, now: number) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  let committing: { readonly result: T } | undefined;
  return session.work(async (queries) => {
    if (committing !== undefined && (await lastToken(queries)) === token) return committing.result;
    committing = undefined;
    const view = viewOf(await queries.script(`${BEGIN}; ${lockSql(queries)}; ${leaseSql(queries, time)}`));
    const lease = next(view);
    const result = await work(queries, view.now);
    committing = { result };
    await queries.script(`${saveSql(queries, lease, token)}; COMMIT`);
    return result;
  });
}

function lockSql({ schema }: PgQueries): string {
  return `SELECT 1 FROM ${schema}.lease WHERE id = 1 FOR UPDATE`;
}

/** A statement of its own: the clock of the one that waits for the lock would be the time before the wait. */
function leaseSql({ schema }: PgQueries, time: TimeSql): string {
  return `SELECT id, fence, holder, checksum, ${time()} AS now FROM ${schema}.lease WHERE id = 1`;
}

function saveSql({ schema }: PgQueries, lease: LeaseState, token: string): string {
  const [, fence, holder, checksum] = leaseValues(lease).map((value) =>
    literal(value as string | number | null),
  );
  return `UPDATE ${schema}.lease SET fence = ${fence}, holder = ${holder}, checksum = ${checksum},
    token = ${literal(token)} WHERE id = 1`;
}

function viewOf([row]: readonly SqlRow[]): LeaseView {
  // Without it the fence would begin anew, and a run that lost the lease could have the number of its heir.
  if (row === undefined) throw new DamagedRow("the row of the lock is missing");
  return { lease: leaseOf(row), now: asInteger(row["now"] as number) };
}

async function lastToken(queries: PgQueries): Promise<string> {
  const [row] = await queries.rows(`SELECT token FROM ${queries.schema}.lease WHERE id = 1`);
  return asText(row?.["token"] as string);
}
