import { Stop } from "../../model/stop.ts";

const PERMISSION = 3;
const BUSY = 5;
const LOCKED = 6;
const IO = 10;
const CORRUPT = 11;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** Where the database was when it failed. */
export interface ReadState {
  /** Of the database, as the definition names it. */
  readonly path: string;
  /** Where the query stands: `the query`, `sql/accounts.sql`. */
  readonly where: string;
  /** Whether SQLite was still reading the query's text, and not yet its rows. */
  readonly isPreparing: boolean;
  readonly rows: number;
}

/** What SQLite threw → what it was and what to do; anything else is given back as it is. */
export function sqliteFailure(error: unknown, { path, where, isPreparing, rows }: ReadState): unknown {
  if (!isOfSqlite(error)) return error;
  const after = rows === 0 ? "" : ` after ${rows === 1 ? "1 row" : `${rows} rows`}`;
  const detail = `SQLite says: ${error.message}`;
  const known = KNOWN[codeOf(error) ?? 0];
  if (known !== undefined) {
    const [what, fix] = known;
    return new Stop("source-unreadable", `The database ${path} ${what}${after}.`, {
      detail,
      fix,
      cause: error,
    });
  }
  if (isPreparing) {
    const subject = where === "the query" ? "The query" : where;
    return new Stop("query-invalid", `${subject} was refused by SQLite.`, {
      detail,
      fix: "mend the query; a source reads one SELECT",
      cause: error,
    });
  }
  return new Stop("query-failed", `Reading the database ${path} failed${after}.`, {
    detail,
    fix: "try the query in SQLite itself; `PRAGMA integrity_check` tells whether the file is sound",
    cause: error,
  });
}

const WAIT =
  "try again when that program has ended; in WAL mode (PRAGMA journal_mode = WAL) readers and writers do not wait for each other";
const KNOWN: Readonly<Record<number, readonly [what: string, fix: string]>> = {
  [PERMISSION]: ["may not be read", "give this user the right to read the file"],
  [BUSY]: ["is locked by another program", WAIT],
  [LOCKED]: ["is locked by another program", WAIT],
  [IO]: ["could not be read from the disk", "check the disk and the file"],
  [CORRUPT]: ["is damaged", "restore it from a backup, or copy what is left with SQLite's .recover"],
  [CANNOT_OPEN]: [
    "cannot be opened",
    "give this user the right to read the file, and for one in WAL mode to write into its folder",
  ],
  [NOT_A_DATABASE]: ["is no SQLite database, or is encrypted", "check `path:`"],
};

function isOfSqlite(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}

/** SQLite's own code; the low byte, the rest is the extended one. */
function codeOf(error: Error): number | undefined {
  return "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}
