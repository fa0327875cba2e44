import type { Client } from "pg";
import { Stop } from "../../model/stop.ts";

/** What the one transaction of a read knows of its surroundings. */
export interface Snapshot {
  readonly isSuperuser: boolean;
  /** False where the database lets any bytes pass as text. */
  readonly checksText: boolean;
  readonly backend: number;
  /** Milliseconds; after this the server itself ends a statement. */
  readonly statementTimeout: number;
  /** Start of the transaction by the database's clock, as a timestamptz and as a timestamp anywhere on earth, at the latest. */
  readonly now: string;
  readonly latestLocalNow: string;
}

/** Where neither the URL nor the server sets a limit. Counts for each portion of rows, not for the whole read. */
const STATEMENT_TIMEOUT_MS = 30 * 60_000;

/** What the conversions rely on, for the time of the transaction: a pooler may give the session to others later. */
const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ["TimeZone", "UTC"],
  ["DateStyle", "ISO, YMD"],
  ["IntervalStyle", "iso_8601"],
  ["bytea_output", "hex"],
  ["extra_float_digits", "1"],
  ["standard_conforming_strings", "on"],
];

/**
 * Begins a read-only, repeatable-read transaction and runs a first query in it: from then on `SET TRANSACTION READ WRITE`
 * comes too late, and everything is read as of this moment. Throws what the driver throws, or a Stop.
 */
export async function beginSnapshot(client: Client, statementTimeout: number | undefined): Promise<Snapshot> {
  await client.query("begin transaction isolation level repeatable read, read only");
  const values = SETTINGS.map(([name, value]) => `set_config('${name}', '${value}', true)`);
  await client.query(`select ${values.join(", ")}`);
  await client.query(
    `select set_config('statement_timeout', case when $1::text is not null then $1::text
      when current_setting('statement_timeout') = '0' then '${STATEMENT_TIMEOUT_MS}'
      else current_setting('statement_timeout') end, true)`,
    [statementTimeout === undefined ? null : String(statementTimeout)],
  );
  const { rows } = await client.query<Record<string, string>>(
    `select current_setting('is_superuser') as superuser, current_setting('server_encoding') as encoding,
      current_setting('transaction_read_only') as read_only, pg_backend_pid() as backend,
      (select setting from pg_catalog.pg_settings where name = 'statement_timeout') as timeout,
      now() as now, now() at time zone 'UTC' + interval '14 hours' as latest`,
  );
  const row = rows[0] ?? {};
  if (row["read_only"] !== "on") {
    throw new Stop(
      "not-read-only",
      "The database does not keep a transaction read-only, so nothing was read.",
      {
        fix: "connect to PostgreSQL itself, or to a proxy that passes transactions on",
      },
    );
  }
  return {
    isSuperuser: row["superuser"] === "on",
    checksText: row["encoding"] !== "SQL_ASCII",
    backend: Number(row["backend"]),
    statementTimeout: Number(row["timeout"]),
    now: row["now"] ?? "",
    latestLocalNow: row["latest"] ?? "",
  };
}

/** After the last row: the settings that made its values are still ours. Throws a Stop where the query changed one. */
export async function checkSettings(client: Client): Promise<void> {
  const wanted = SETTINGS.map(([name, value]) => `('${name}', '${value}')`).join(", ");
  const { rows } = await client.query<Record<string, string>>(
    `select name from (values ${wanted}, ('transaction_read_only', 'on')) as wanted (name, value)
      where current_setting(name) <> value`,
  );
  if (rows.length === 0) return;
  const names = rows.map((row) => row["name"] ?? "").join(", ");
  throw new Stop(
    "query-invalid",
    `The query changed settings of its own session, so its values cannot be trusted: ${names}.`,
    {
      fix: "take set_config out of the query, and out of the functions it calls",
    },
  );
}
