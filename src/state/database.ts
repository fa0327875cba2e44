import { statSync } from "node:fs";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { Stop } from "../model/stop.ts";
import { keepOlderState } from "./older-state.ts";
import { type Queries, queriesOf } from "./queries.ts";
import { migrate, NEWEST_VERSION, schemaVersion } from "./schema.ts";
import { sqliteStop } from "./sqlite-stop.ts";
import { checkStateFile, connect, createStateFile, stateFileExists } from "./state-file.ts";

/** A state file that is open. `work` is synchronous, sees one state of it, and may run more than once. */
export interface Database {
  read<T>(work: (queries: Queries) => T): T;
  /** Durable before it returns, or thrown away as a whole. */
  write<T>(work: (queries: Queries) => T): T;
  /** May be called twice. */
  close(): void;
}

/** Makes the file if there is none, and brings an older one up to date. Throws a Stop as every use of it does. */
export function openDatabase(path: string): Database {
  if (!stateFileExists(path)) createStateFile(path);
  return stopping(path, () => {
    const connection = connect(path, "rw");
    try {
      return prepare(connection, path);
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

/** Runs one transaction. `mode` IMMEDIATE takes the write lock at once, so that what is read stays true. */
export function transaction<T>(
  queries: Queries,
  mode: "DEFERRED" | "IMMEDIATE",
  work: (queries: Queries) => T,
): T {
  queries.exec(`BEGIN ${mode}`);
  try {
    const result = work(queries);
    queries.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(queries);
    throw error;
  }
}

/** Turns what SQLite throws into Stops. */
export function stopping<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteStop(error, path);
  }
}

function prepare(connection: DatabaseSyncInstance, path: string): Database {
  const queries = queriesOf(connection);
  // One transaction: another process may write between two of the checks.
  transaction(queries, "DEFERRED", () => checkStateFile(queries, path));
  // FULL on every open: a file in WAL mode may come back at NORMAL, which loses the last commits with the power.
  connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON");
  if (schemaVersion(queries) < NEWEST_VERSION) {
    keepOlderState(queries, path);
    transaction(queries, "IMMEDIATE", migrate);
  }
  const stays = placeOf(path);
  return {
    read: (work) => stopping(path, () => transaction(queries, "DEFERRED", work)),
    write: (work) =>
      stopping(path, () => {
        const result = transaction(queries, "IMMEDIATE", work);
        // What is written into a file that was removed is gone with this process.
        if (placeOf(path) !== stays) throw removed(path);
        return result;
      }),
    close: () => close(connection),
  };
}

/** Which file the path leads to; undefined where it leads to none. */
function placeOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.dev} ${stats.ino}`;
}

function removed(path: string): Stop {
  return new Stop("state-damaged", `The state file was removed or replaced while it was in use (${path}).`, {
    fix: "Put it back if you moved it. Without it, look at `planhat-sync plan` before the next apply: Planhat tells what is there already.",
  });
}

function rollBack(queries: Queries): void {
  try {
    queries.exec("ROLLBACK");
  } catch {
    // SQLite rolls back by itself after some errors; the first one is what counts.
  }
}

function close(connection: DatabaseSyncInstance): void {
  if (!connection.isOpen) return;
  try {
    // The binding keeps the file open until its statements are collected: the log would stay as long.
    connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // Everything is durable in the log already; the next open moves it.
  }
  connection.close();
}
