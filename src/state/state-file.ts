import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Stop } from "../model/stop.ts";
import { errorCode, fileStop } from "./file-stop.ts";
import { ensurePrivateFolder, syncFolder } from "./private-folder.ts";
import type { Queries } from "./queries.ts";
import { hasExpectedTables, isStateFile, migrationSql, NEWEST_VERSION, schemaVersion } from "./schema.ts";
import { checkCounters } from "./scopes.ts";
import { damaged, RESTORE, sqliteStop } from "./sqlite-stop.ts";

/** Whether there is a state file. Throws a Stop where something else stands in its place, or nothing of its content. */
export function stateFileExists(path: string): boolean {
  const stats = statOf(path);
  if (stats === undefined) {
    // SQLite would play an orphaned log into the next file of this name.
    if ((statOf(`${path}-wal`)?.size ?? 0) === 0) return false;
    throw new Stop("state-damaged", `The state file is gone, but its log is still there (${path}-wal).`, {
      fix: RESTORE,
    });
  }
  if (!stats.isFile()) {
    throw new Stop("state-unusable", `The state is not a regular file (${path}).`, {
      fix: "Name a file with `state:` in planhat-sync.yaml; it is made by the first apply.",
    });
  }
  if (stats.size === 0) throw damaged(path, new Error("it is empty"));
  return true;
}

/**
 * Makes a state file with nothing in it, and its folder. It appears whole or not at all; where another process makes
 * one at the same time, the first wins.
 */
export function createStateFile(path: string): void {
  const unfinished = `${path}.${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  try {
    ensurePrivateFolder(dirname(path));
    closeSync(openSync(unfinished, "wx", 0o600));
    fill(unfinished);
    publish(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (errorCode(error) === "EEXIST") return;
    const stop = sqliteStop(error, path);
    throw stop === error ? fileStop(error, `the state file ${path}`) : stop;
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(unfinished + suffix, { force: true });
  }
}

/** Throws a Stop where the file is not a sound state of this version or an older one. */
export function checkStateFile(queries: Queries, path: string): void {
  if (!isStateFile(queries)) {
    throw new Stop("state-foreign", `The file is not a planhat-sync state (${path}).`, {
      fix: `Name another file with \`state:\` if it belongs to another program. ${RESTORE}`,
    });
  }
  const version = schemaVersion(queries);
  if (version > NEWEST_VERSION) {
    throw new Stop("state-version", `The state file was made by a newer planhat-sync (${path}).`, {
      fix: `It has version ${version}, this program knows ${NEWEST_VERSION}. Update planhat-sync.`,
    });
  }
  if (version < 1) throw damaged(path, new Error("it has no version"));
  const [problem] = queries.all("PRAGMA quick_check(1)");
  if (problem?.["quick_check"] !== "ok") throw damaged(path, new Error(String(problem?.["quick_check"])));
  if (version === NEWEST_VERSION) {
    if (!hasExpectedTables(queries)) throw damaged(path, new Error("its tables differ"));
    checkCounters(queries);
  }
}

/** `mode` as in SQLite's URIs. Never makes a file. */
export function connect(path: string, mode: "rw" | "ro" | "immutable"): DatabaseSyncInstance {
  const url = pathToFileURL(path);
  url.search = mode === "immutable" ? "?immutable=1" : `?mode=${mode}`;
  const connection = new DatabaseSync(url.href, {
    readOnly: mode !== "rw",
    timeout: 1000,
    enableForeignKeyConstraints: true,
    defensive: true,
  });
  connection.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  return connection;
}

/**
 * By `exec` alone: the binding keeps a file open until its prepared statements are collected, and a file that is open
 * under two names is not safe in SQLite.
 */
function fill(path: string): void {
  const connection = connect(path, "rw");
  connection.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
    BEGIN; ${migrationSql(0)} COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `);
  connection.close();
  // Closing says nothing of a log that could not be moved into the file: without it the file would be no state.
  if ((statOf(`${path}-wal`)?.size ?? 0) > 0) throw damaged(path, new Error("its log could not be closed"));
}

/** Gives the file its name, unless somebody was faster. */
function publish(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errorCode(error))) throw error;
    // A file system without links: a copy is not made at once, but still by one process alone.
    copyFileSync(unfinished, path, constants.COPYFILE_EXCL);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileStop(error, `the state file ${path}`);
  }
}
