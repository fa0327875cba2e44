import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileStop } from "./file-stop.ts";
import { syncFolder } from "./private-folder.ts";
import type { Queries } from "./queries.ts";
import { schemaVersion } from "./schema.ts";
import { sqliteStop } from "./sqlite-stop.ts";

/**
 * Keeps a whole copy of a state file of an older version beside it (`state.db.v1`), so that an older planhat-sync can go
 * back to it. One that broke off while being made is none; one that is there is replaced, for the file itself is the newer.
 */
export function keepOlderState(queries: Queries, path: string): void {
  const kept = `${path}.v${schemaVersion(queries)}`;
  const unfinished = `${kept}.${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  try {
    // Made by us: SQLite would go by the umask alone.
    closeSync(openSync(unfinished, "wx", 0o600));
    queries.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`);
    const handle = openSync(unfinished, "r+");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, kept);
    syncFolder(dirname(path));
  } catch (error) {
    const stop = sqliteStop(error, kept);
    throw stop === error ? fileStop(error, `the copy of the older state ${kept}`) : stop;
  } finally {
    rmSync(unfinished, { force: true });
  }
}
