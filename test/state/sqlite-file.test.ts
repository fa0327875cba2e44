import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import { makeRedact } from "../../src/model/redact.ts";
import type { Lease, StateStore } from "../../src/model/state-store.ts";
import { Stop } from "../../src/model/stop.ts";
import { openDatabase } from "../../src/state/database.ts";
import { NEWEST_VERSION } from "../../src/state/schema.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { applied, change, fill, rejection } from "../contract/state/fixtures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RUN = "run-1" as RunId;
const CLOCK = { now: () => Date.UTC(2026, 0, 1), monotonic: () => 0, sleep: async () => {} };

test("[C12] a first run makes a folder and a file for this user alone, which git does not see", async () => {
  const path = join(temporaryFolder(), "a", "b", "state.db");
  await open(path).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(dirname(path), ".gitignore"), "utf8")).toBe("*\n");
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a folder that was there gets no .gitignore", async () => {
  const dir = temporaryFolder();
  await open(join(dir, "state.db")).close();
  expect(existsSync(join(dir, ".gitignore"))).toBe(false);
});

test("a path with the characters of a URL names the file it names", async () => {
  const dir = join(temporaryFolder(), "50% of? it #1");
  await fill(open(join(dir, "st?ate.db")));
  expect(readdirSync(dir)).toContain("st?ate.db");
  expect(await open(join(dir, "st?ate.db"), { readOnly: true }).count("a")).toBe(2);
});

test("commits reach the disk before they count, on every open", () => {
  const path = join(temporaryFolder(), "state.db");
  for (let round = 0; round < 2; round++) {
    const database = openDatabase(path);
    expect(database.read((queries) => queries.get("PRAGMA synchronous"))).toEqual({ synchronous: 2 });
    expect(database.read((queries) => queries.get("PRAGMA journal_mode"))).toEqual({ journal_mode: "wal" });
    expect(database.read((queries) => queries.get("PRAGMA foreign_keys"))).toEqual({ foreign_keys: 1 });
    database.close();
  }
});

test("closing leaves everything in the file itself, and its log empty", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(open(path));
  expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
  const copy = join(dirname(path), "copy.db");
  writeFileSync(copy, readFileSync(path));
  expect(await open(copy).count("a")).toBe(2);
});

test("no byte of the file holds a secret", async () => {
  const path = join(temporaryFolder(), "state.db");
  const store = open(path, { redact: makeRedact(["s3cr3t-token"]) });
  const lease = await take(store);
  const sent = change("k1", { note: "s3cr3t-token", "custom.s3cr3t-token": [{ a: "s3cr3t-token" }] });
  await store.settle(RUN, lease, [applied(sent, "created")]);
  await store.saveRejects(RUN, lease, "a", [
    {
      ...rejection("k2", 1),
      reason: { code: "refused", what: "No.", detail: "s3cr3t-token" },
      record: sent.record.fields,
    },
  ]);
  for (const name of readdirSync(dirname(path))) {
    expect(readFileSync(join(dirname(path), name)).includes("s3cr3t"), name).toBe(false);
  }
  await store.close();
  expect(readFileSync(path).includes("s3cr3t")).toBe(false);
});

const REFUSED: readonly [name: string, make: (path: string) => void, message: RegExp][] = [
  ["an empty file", (path) => writeFileSync(path, ""), /damaged: it is empty/],
  ["one byte", (path) => writeFileSync(path, "S"), /damaged|not a planhat-sync state/],
  ["text", (path) => writeFileSync(path, "hello\n".repeat(2000)), /file is not a database/],
  ["a folder", (path) => mkdirSync(path), /not a regular file/],
  ["a link to nothing", (path) => symlinkSync(`${path}.gone`, path), /cannot be/],
  ["another program's database", (path) => sql(path, "CREATE TABLE t (a)"), /not a planhat-sync state/],
  [
    "a log without its file",
    (path) => writeFileSync(`${path}-wal`, "log"),
    /gone, but its log is still there/,
  ],
];

test.each(REFUSED)("[X1] %s is refused, with advice, and left as it is", async (_name, make, message) => {
  const path = join(temporaryFolder(), "state.db");
  make(path);
  const before = contents(dirname(path));
  for (const readOnly of [true, false]) {
    const stop = stopOf(() => open(path, { readOnly }));
    // A link to nothing reads as a missing file; only making one there fails.
    if (readOnly && stop === undefined) continue;
    expect(stop).toMatchObject({ kind: "environment" });
    expect(`${stop?.reason.what} ${stop?.reason.detail}`).toMatch(message);
    expect(stop?.reason.fix).toBeTruthy();
    expect(contents(dirname(path))).toEqual(before);
  }
});

const BROKEN: readonly [name: string, breakIt: (path: string) => void, message: RegExp][] = [
  [
    "of a newer version",
    (path) => sql(path, `PRAGMA user_version = ${NEWEST_VERSION + 1}`),
    /made by a newer planhat-sync/,
  ],
  ["without a version", (path) => sql(path, "PRAGMA user_version = 0"), /damaged: it has no version/],
  ["cut short", (path) => truncateSync(path, statSync(path).size - 4096), /damaged/],
  ["with another table", (path) => sql(path, "CREATE TABLE t (a)"), /damaged: its tables differ/],
  [
    "with a record less",
    (path) => sql(path, "DELETE FROM record WHERE key = x'6b31'"),
    /damaged: rows are missing/,
  ],
  ["with a reject less", (path) => sql(path, "DELETE FROM reject"), /damaged: rows are missing/],
];

test.each(BROKEN)(
  "[P17, X1] a state %s is refused, and never taken for an empty one",
  async (_name, breakIt, message) => {
    const path = join(temporaryFolder(), "state.db");
    await fill(open(path));
    breakIt(path);
    for (const readOnly of [true, false]) {
      const stop = stopOf(() => open(path, { readOnly }));
      expect(stop).toMatchObject({ kind: "environment", message: expect.stringMatching(message) });
      expect(stop?.reason.fix).toBeTruthy();
    }
  },
);

test("a value that was changed behind our back is refused when it is read", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(open(path));
  sql(path, `UPDATE record SET accepted = replace(accepted, '"n":1', '"n":2')`);
  await expect(open(path).recall("a", [change("k1").key])).rejects.toThrow(/damaged: a row of table record/);
});

test("reading makes no file and no folder, and an absent state is an empty one", async () => {
  const dir = temporaryFolder();
  const store = open(join(dir, "sub", "state.db"), { readOnly: true });
  expect(await store.recall("a", [change("k1").key])).toEqual(new Map());
  expect([await store.count("a"), await store.runs(1), await store.rejects()]).toEqual([0, [], []]);
  expect(await store.holder()).toBeUndefined();
  await store.close();
  expect(readdirSync(dir)).toEqual([]);
});

test("[X16] reading changes no byte and makes no file beside the state", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(open(path));
  for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
  const before = contents(dirname(path));
  const store = open(path, { readOnly: true });
  expect(await store.count("a")).toBe(2);
  expect(await store.rejects()).toHaveLength(1);
  expect(contents(dirname(path))).toEqual(before);
  await store.close();
  expect(contents(dirname(path))).toEqual(before);
});

test("a reader sees what an apply saves meanwhile: the first state, its log, and what is left after it", async () => {
  const path = join(temporaryFolder(), "state.db");
  const reader = open(path, { readOnly: true });
  expect(await reader.count("a")).toBe(0);
  await fill(open(path));
  expect(await reader.count("a")).toBe(2);
  const writer = open(path);
  const lease = await take(writer);
  await writer.settle(RUN, lease, [applied(change("k3"), "created")]);
  expect(await reader.count("a")).toBe(3);
  expect(await reader.holder()).toHaveProperty("run", RUN);
  await writer.close();
  expect(await reader.count("a")).toBe(3);
});

test("a reader never writes", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(open(path));
  const reader = open(path, { readOnly: true });
  await expect(reader.acquire(RUN)).rejects.toThrow(/takes no writes/);
  await expect(reader.forget("a")).rejects.toThrow(/takes no writes/);
});

test("a full disk stops the run, and what was saved before stays", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(open(path));
  const database = openDatabase(path);
  database.read((queries) => queries.exec("PRAGMA max_page_count = 1"));
  const write = () =>
    database.write((queries) => queries.run("UPDATE reject SET rejection = ?", "x".repeat(100_000)));
  expect(stopOf(write)).toMatchObject({
    kind: "environment",
    message: expect.stringContaining("the disk is full"),
  });
  database.close();
  expect(await open(path).rejects()).toHaveLength(1);
});

test("while another process is in the middle of a long write, the holder is named all the same", async () => {
  const path = join(temporaryFolder(), "state.db");
  const holder = open(path);
  await take(holder);
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const second = open(path);
  expect(await second.acquire("run-2" as RunId)).toHaveProperty("heldBy.run", RUN);
  other.exec("ROLLBACK");
  other.close();
});

interface Settings {
  readonly readOnly?: boolean;
  readonly redact?: (text: string) => string;
}

function open(path: string, { readOnly = false, redact = (text) => text }: Settings = {}): StateStore {
  const holder = { pid: 41, host: "here", user: "ann" };
  return openSqliteState({
    path,
    target: "t",
    clock: CLOCK,
    process: holder,
    isAlive: () => true,
    readOnly,
    redact,
  });
}

async function take(store: StateStore): Promise<Lease> {
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  return answer.lease;
}

function stopOf(work: () => unknown): Stop | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}

function sql(path: string, text: string): void {
  const database = new DatabaseSync(path);
  database.exec(text);
  database.close();
}

function contents(dir: string): Readonly<Record<string, string>> {
  const names = readdirSync(dir).sort();
  return Object.fromEntries(names.map((name) => [name, hashOf(join(dir, name))]));
}

function hashOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return "no file";
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
