import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import type { Remembered, StateStore } from "../../src/model/state-store.ts";
import { openDatabase } from "../../src/state/database.ts";
import { NEWEST_VERSION, schemaVersion } from "../../src/state/schema.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const V1 = readFileSync("test/state/released/v1.sql", "utf8");
/** The target of the released files. */
const TARGET = "http://127.0.0.1";

test("[X9] an older state is brought up to date, and kept whole beside it for this user alone", async () => {
  const path = olderState();
  const store = open(path);
  expect(await contentOf(store)).toHaveLength(5);
  await store.close();
  const kept = `${path}.v1`;
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  const [before, after] = [connection(olderState()), connection(kept)];
  for (const table of ["scope", "record", "reject", "run", "lease"]) {
    expect(after.prepare(`SELECT * FROM ${table}`).all()).toEqual(
      before.prepare(`SELECT * FROM ${table}`).all(),
    );
  }
  expect(after.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
  for (const one of [before, after]) one.close();
  // Once it is up to date there is nothing to keep.
  writeFileSync(kept, "mine");
  await open(path).close();
  expect(readFileSync(kept, "utf8")).toBe("mine");
});

test("[X9] a copy that cannot be made stops everything before the state is changed", async () => {
  const path = olderState();
  const before = readFileSync(path);
  // A folder of the copy's name: nothing can be renamed onto it.
  mkdirSync(join(`${path}.v1`, "full"), { recursive: true });
  expect(() => open(path)).toThrow(/copy of the older state .*state\.db\.v1 cannot be used/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("rejects that had one text only keep it as what the case shows, also where nothing may be written", async () => {
  const said = {
    code: "rejected-before",
    what: "The record did not get in.",
    detail: expect.stringMatching(/^"name" needs a value, and the row gives none\./),
  };
  for (const readOnly of [true, false]) {
    const store = open(olderState(), readOnly);
    expect(await store.rejects()).toMatchObject([{ attempts: 1, rejection: { key: "c5", reason: said } }]);
    await store.close();
  }
  const path = olderState();
  await open(path).close();
  const raw = connection(path);
  expect(JSON.stringify(raw.prepare("SELECT rejection FROM reject").all())).not.toContain("message");
  raw.close();
});

test("an older state is read as it is, and not changed by that", async () => {
  const path = olderState();
  const before = readFileSync(path);
  const store = open(path, true);
  expect(await contentOf(store)).toHaveLength(5);
  expect(await store.syncs()).toEqual([{ sync: "companies", records: 4, pending: 1 }]);
  await store.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(["state.db"]);
});

// What a kill leaves is some beginning of the log; the next open goes on from there.
test("[X9] killed at any moment of being brought up to date, it is the older one or the newer one, and the next open ends it", async () => {
  const path = olderState();
  const expected = await contentOf(open(olderState()));
  const database = openDatabase(path);
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
  expect(database.read(schemaVersion)).toBe(NEWEST_VERSION);
  database.close();
  expect(log.length).toBeGreaterThan(0);
  const versions = new Set<number>();
  for (let from = 0; from < log.length + 512; from += 512) {
    const copy = join(temporaryFolder(), "state.db");
    writeFileSync(copy, file);
    writeFileSync(`${copy}-wal`, log.subarray(0, from));
    const left = connection(copy);
    versions.add(Number(left.prepare("PRAGMA user_version").get()?.["user_version"]));
    left.close();
    for (let time = 0; time < 2; time += 1) {
      const store = open(copy);
      expect(await contentOf(store)).toEqual(expected);
      await store.close();
    }
  }
  expect([...versions].sort()).toEqual([1, NEWEST_VERSION]);
});

function olderState(): string {
  const path = join(temporaryFolder(), "state.db");
  const made = connection(path);
  made.exec(`PRAGMA journal_mode = WAL; ${V1}`);
  made.close();
  return path;
}

function connection(path: string): DatabaseSyncInstance {
  return new DatabaseSync(path);
}

function open(path: string, readOnly = false): StateStore {
  return openSqliteState({
    path,
    target: TARGET,
    clock: { now: () => 0, monotonic: () => 0, sleep: async () => {} },
    process: { pid: 41, host: "here", user: "ann" },
    isAlive: () => true,
    readOnly,
    redact: (text) => text,
  });
}

async function contentOf(store: StateStore): Promise<readonly Remembered[]> {
  const entries: Remembered[] = [];
  for await (const entry of store.entries("companies")) entries.push(entry);
  return entries;
}
