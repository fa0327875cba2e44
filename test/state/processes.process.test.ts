import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import type { StateStore } from "../../src/model/state-store.ts";
import { openPostgresState } from "../../src/state/postgres/postgres.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { type StateServer, startStateServer } from "./state-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RACERS = ["p", "q", "r", "s", "t", "u", "v", "w"];
const ROUNDS = 6;

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(async () => {
  await server.stop();
});

const STORES = [
  ["SQLite", () => join(temporaryFolder(), "state", "state.db")],
  ["PostgreSQL", () => server.newState()],
] as const;

test.each(STORES)(
  "[X2] %s: of eight processes that begin at once on no state, one has the lease at a time, and none loses a write",
  async (_name, place) => {
    const at = place();
    const alone = join(temporaryFolder(), "alone");
    const racers = RACERS.map((name) => child("racer.mjs", at, alone, name, String(ROUNDS)));
    const told = (await Promise.all(racers)).map((stdout) => JSON.parse(stdout));
    expect(told.map(({ overlaps }) => overlaps)).toEqual(RACERS.map(() => 0));
    const fences = told.flatMap((racer) => racer.fences);
    expect(new Set(fences).size).toBe(RACERS.length * ROUNDS);
    expect(await open(at).count("a")).toBe(RACERS.length * ROUNDS);
  },
);

test.each(STORES)(
  "%s: what a killed process had announced is pending, and its lease passes on at once",
  async (_name, place) => {
    const at = place();
    await expect(child("killed.mjs", at)).rejects.toMatchObject({ signal: "SIGKILL" });
    const next = open(at);
    expect(await next.holder()).toBeUndefined();
    expect(await next.syncs()).toEqual([{ sync: "a", records: 1, pending: 2 }]);
    const answer = await next.acquire("next" as RunId);
    if ("heldBy" in answer) throw new Error("the lease is held");
    await next.startRun("next" as RunId, answer.lease);
    expect((await next.runs(9)).map(({ status }) => status)).toEqual(["running", "interrupted"]);
    await next.close();
  },
);

test("[P5, X4] PostgreSQL: a process that stands still in the middle of a write keeps the lease from nobody, and has lost it when it wakes", async () => {
  const at = server.newState();
  const sleeper = spawn(process.execPath, [scriptOf("sleeper.mjs"), at]);
  onTestFinished(() => {
    sleeper.kill("SIGKILL");
  });
  let told = "";
  sleeper.stdout.setEncoding("utf8").on("data", (text) => {
    told += text;
  });
  await once(sleeper.stdout, "data");
  const asleep = `select 1 from pg_stat_activity where datname = current_database() and application_name = 'planhat-sync' and state = 'idle in transaction'`;
  while ((await server.query(asleep)).length === 0) await server.query("select pg_sleep(0.01)");
  const heir = open(at);
  expect(await heir.breakLease()).toBe(true);
  expect(await heir.acquire("heir" as RunId)).toHaveProperty("lease");
  sleeper.kill("SIGCONT");
  await once(sleeper, "close");
  expect(JSON.parse(told.replace("asleep\n", ""))).toMatchObject({
    kind: "environment",
    message: expect.stringContaining("The lock on the state was lost"),
  });
  expect(await heir.rejects("a")).toMatchObject([{ attempts: 1 }]);
});

function open(place: string): StateStore {
  const options = {
    target: "t",
    clock: { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} },
    process: { pid: process.pid, host: hostname(), user: "parent" },
    redact: (text: string) => text,
  };
  const store = place.startsWith("postgres:")
    ? openPostgresState({ ...options, url: place, random: () => 0.5 })
    : openSqliteState({ ...options, path: place });
  onTestFinished(() => store.close());
  return store;
}

function child(script: string, ...args: readonly string[]): Promise<string> {
  return promisify(execFile)(process.execPath, [scriptOf(script), ...args]).then(({ stdout }) => stdout);
}

function scriptOf(name: string): string {
  return fileURLToPath(new URL(`children/${name}`, import.meta.url));
}
