import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { transaction } from "./database.ts";
import { errorCode } from "./file-stop.ts";
import { type Queries, queriesOf } from "./queries.ts";
import { pragma } from "./schema.ts";

/** "PHCL": tells a ledger of calls from other people's databases. */
const APPLICATION_ID = 0x5048434c;
const VERSION = 1;
/** A transaction takes less than a millisecond; whoever waits here holds up everything else in its process. */
const TIMEOUT_MS = 50;

/** Numbers of a caller follow each other without a gap, and their times never decrease. */
const TABLES = `
  CREATE TABLE calls (
    caller TEXT NOT NULL,
    number INTEGER NOT NULL,
    time REAL NOT NULL,
    PRIMARY KEY (caller, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE pauses (
    caller TEXT NOT NULL PRIMARY KEY,
    since REAL NOT NULL,
    until REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
  PRAGMA application_id = ${APPLICATION_ID};
`;

export interface CallLedgerFile {
  readonly connection: DatabaseSyncInstance;
  readonly queries: Queries;
}

/** What stands there is another program's, or a newer version's: it is left alone. */
export class ForeignFile extends Error {
  override readonly name = "ForeignFile";
}

/**
 * Makes the file if there is none, never its folder, and answers which one it is. Throws what the file system throws, or
 * a ForeignFile. Its permissions are right from its first moment: SQLite would go by the umask alone.
 */
export function requireCallLedgerFile(path: string): string {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  const stats = statSync(path, { bigint: true });
  if (!stats.isFile()) throw new ForeignFile();
  return `${stats.dev} ${stats.ino}`;
}

/** Fills it if it is empty. Throws what SQLite throws, or a ForeignFile. */
export function openCallLedgerFile(path: string): CallLedgerFile {
  const url = pathToFileURL(path);
  url.search = "?mode=rw";
  const connection = new DatabaseSync(url.href, { timeout: TIMEOUT_MS, defensive: true });
  const queries = queriesOf(connection);
  try {
    // A process that is killed leaves what the next one rolls back. Against a loss of power nothing here needs to last.
    connection.exec(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE",
    );
    transaction(queries, "IMMEDIATE", prepare);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, queries };
}

/** It holds nothing that is worth keeping. A file that somebody else has made in place of `which` stays. */
export function removeCallLedgerFile(path: string, which: string): void {
  if (requireCallLedgerFile(path) !== which) return;
  for (const suffix of ["", "-journal"]) rmSync(path + suffix, { force: true });
}

function prepare(queries: Queries): void {
  if (queries.get("SELECT 1 FROM sqlite_schema LIMIT 1") === undefined) {
    queries.exec(TABLES);
    return;
  }
  const isOurs =
    pragma(queries, "application_id") === APPLICATION_ID && pragma(queries, "user_version") === VERSION;
  if (!isOurs) throw new ForeignFile();
}
