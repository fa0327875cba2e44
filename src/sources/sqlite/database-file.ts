import { realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Stop } from "../../model/stop.ts";

/** SQLite waits this long for a writer to end; nothing else goes on meanwhile. */
const BUSY_MS = 2000;

/** The real path of a database inside the project folder. Throws a Stop for what is no regular file there. */
export async function databasePath(path: string, projectDir: string): Promise<string> {
  const root = await realpath(projectDir);
  const real = await realpath(resolve(root, path)).catch((cause: unknown) => {
    throw new Stop("source-unreadable", `The database ${path} cannot be found.`, {
      fix: "check `path:`, which is relative to the project folder",
      cause,
    });
  });
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new Stop("source-outside", `The database ${path} lies outside the project folder.`, {
      fix: "copy it into the project, and name it relative to the project folder",
    });
  }
  if (!(await stat(real)).isFile()) {
    throw new Stop("source-unreadable", `${path} is not a regular file.`, { fix: "name a database file" });
  }
  return real;
}

/** Tells one state of a database from another: the file and the log beside it. */
export async function databaseVersion(path: string, projectDir: string): Promise<string> {
  const real = await databasePath(path, projectDir);
  const states = await Promise.all(
    [real, `${real}-wal`].map((file) => stat(file, { bigint: true }).catch(() => undefined)),
  );
  return states.map((state) => `${state?.ino} ${state?.size} ${state?.mtimeNs} ${state?.ctimeNs}`).join("\n");
}

/** Opens a database to read it and nothing else; whoever opens it closes it. Never makes a file. */
export function openDatabase(path: string): DatabaseSyncInstance {
  const url = pathToFileURL(path);
  url.search = "?mode=ro";
  const database = new DatabaseSync(url.href, { readOnly: true, timeout: BUSY_MS, defensive: true });
  database.exec("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON");
  return database;
}
