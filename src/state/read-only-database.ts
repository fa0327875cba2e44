import { type BigIntStats, statSync } from "node:fs";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { Stop } from "../model/stop.ts";
import { type Database, stopping, transaction } from "./database.ts";
import { errorCode, fileStop } from "./file-stop.ts";
import { type Queries, queriesOf } from "./queries.ts";
import { openEmpty, readAsNewest } from "./schema.ts";
import { checkStateFile, connect, stateFileExists } from "./state-file.ts";

const ATTEMPTS = 20;

/**
 * A state file to look into: nothing is made or changed, not even beside it, and a missing file reads as an empty
 * one. Without a log the file is read as it lies, without SQLite's locks, which are files too; should an apply change
 * it meanwhile, the reading is done again. With a log an apply is at work (or was killed) and its locks are there.
 */
export function openReadOnlyDatabase(path: string): Database {
  const database = new ReadOnlyDatabase(path);
  database.read(() => undefined);
  return database;
}

type View = { readonly kind: "missing" | "still" | "logged"; readonly version: string };

class ReadOnlyDatabase implements Database {
  readonly #path: string;
  #open:
    | { readonly view: View; readonly connection: DatabaseSyncInstance; readonly queries: Queries }
    | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  read<T>(work: (queries: Queries) => T): T {
    return stopping(this.#path, () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const view = viewOf(this.#path);
        try {
          const result = transaction(this.#queries(view), "DEFERRED", work);
          if (sameView(view, viewOf(this.#path))) return result;
        } catch (error) {
          if (sameView(view, viewOf(this.#path))) throw error;
        }
      }
      throw new Stop("state-busy", `The state file changes faster than it can be read (${this.#path}).`, {
        fix: "Run the command again when the other one has ended.",
      });
    });
  }

  write(): never {
    throw new Error("a state that was opened to be read takes no writes");
  }

  close(): void {
    this.#open?.connection.close();
    this.#open = undefined;
  }

  #queries(view: View): Queries {
    if (this.#open !== undefined && sameView(this.#open.view, view)) return this.#open.queries;
    this.close();
    const connection = this.#connect(view);
    const queries = queriesOf(connection);
    try {
      checkStateFile(queries, this.#path);
      readAsNewest(queries);
    } catch (error) {
      connection.close();
      throw error;
    }
    this.#open = { view, connection, queries };
    return queries;
  }

  #connect(view: View): DatabaseSyncInstance {
    if (view.kind === "missing" || !stateFileExists(this.#path)) return openEmpty();
    return connect(this.#path, view.kind === "still" ? "immutable" : "ro");
  }
}

/** Content of a logged file may change: SQLite sees to it that one transaction sees one state. */
function sameView(a: View, b: View): boolean {
  return a.kind === b.kind && (a.kind === "logged" || a.version === b.version);
}

function viewOf(path: string): View {
  const file = statOf(path);
  if (file === undefined) return { kind: stateFileExists(path) ? "still" : "missing", version: "" };
  const logged = (statOf(`${path}-wal`)?.size ?? 0n) > 0n;
  const version = [file.dev, file.ino, file.size, file.mtimeNs].join(" ");
  return { kind: logged ? "logged" : "still", version };
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileStop(error, `the state file ${path}`);
  }
}
