import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { type Queries, queriesOf, type SqlRow } from "./queries.ts";
import { rewriteRejects } from "./rejects.ts";

/** `PHSY`: tells a state file from any other SQLite file. */
const APPLICATION_ID = 0x50485359;

/**
 * Each brings a file from the version before to its own; a released one is never changed. Every table ends with a
 * checksum over its other columns. `scope` is a sync of a target (API host and tenant) with its counters; `record`
 * has its rows in the tree of its key, without an index that could say something else; `intent` names the records of a
 * batch that is on its way.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE scope (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    sync TEXT NOT NULL,
    records INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    rejects INTEGER NOT NULL,
    rejects_left_out INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE record (
    scope INTEGER NOT NULL REFERENCES scope (id),
    key BLOB NOT NULL,
    standing TEXT NOT NULL,
    accepted TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reject (
    scope INTEGER NOT NULL REFERENCES scope (id),
    position INTEGER NOT NULL,
    run TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    rejection TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (scope, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE watermark (
    scope INTEGER PRIMARY KEY REFERENCES scope (id),
    value TEXT NOT NULL,
    definition TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    status TEXT NOT NULL,
    syncs TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fence INTEGER NOT NULL,
    holder TEXT,
    checksum INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE intent (
    id INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL REFERENCES scope (id),
    keys TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  `,
  // The same tables; rejections carry reasons: see rewriteRejects.
  "",
];

/** The version whose rejections carry reasons. */
const REASONS_SINCE = 3;

export const NEWEST_VERSION = MIGRATIONS.length;

/**
 * With what a file that may not be written reads like one of the newest version: the tables that each migration adds,
 * empty and in memory.
 */
const MISSING_TABLES: readonly string[] = [
  "",
  "CREATE TEMP TABLE intent (id INTEGER, scope INTEGER, keys TEXT, checksum INTEGER);",
  "",
];

export function isStateFile(queries: Queries): boolean {
  return pragma(queries, "application_id") === APPLICATION_ID;
}

export function schemaVersion(queries: Queries): number {
  return pragma(queries, "user_version");
}

/** Brings an empty or older file up to date; all of it in the transaction that is open. */
export function migrate(queries: Queries): void {
  const version = schemaVersion(queries);
  if (version < NEWEST_VERSION) queries.exec(migrationSql(version));
  if (version > 0 && version < REASONS_SINCE) rewriteRejects(queries);
}

/** Changes nothing in the file. */
export function readAsNewest(queries: Queries): void {
  const sql = MISSING_TABLES.slice(schemaVersion(queries)).join("");
  if (sql !== "") queries.exec(`PRAGMA temp_store = MEMORY; ${sql}`);
}

/** SQL that brings a file of `version` (0: empty) up to date. */
export function migrationSql(version: number, migrations: readonly string[] = MIGRATIONS): string {
  return `
    ${migrations.slice(version).join("")}
    PRAGMA user_version = ${migrations.length};
    PRAGMA application_id = ${APPLICATION_ID};
  `;
}

/** Whether the file has the tables of the newest version, to the letter. */
export function hasExpectedTables(queries: Queries): boolean {
  const empty = openEmpty();
  const expected = tables(queriesOf(empty));
  empty.close();
  return tables(queries) === expected;
}

/** A database in memory with the newest tables and nothing in them. */
export function openEmpty(): DatabaseSyncInstance {
  const connection = new DatabaseSync(":memory:");
  connection.exec(migrationSql(0));
  return connection;
}

function tables(queries: Queries): string {
  return JSON.stringify(queries.all("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"));
}

/** The number that a pragma answers; 0 where it answers something else. */
export function pragma(queries: Queries, name: string): number {
  const row: SqlRow | undefined = queries.get(`PRAGMA ${name}`);
  const value = row?.[name];
  return typeof value === "number" ? value : 0;
}
