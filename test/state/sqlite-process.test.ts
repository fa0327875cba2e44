import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordKey, RunId } from "../../src/model/record.ts";
import type { StateStore } from "../../src/model/state-store.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { type BuiltState, buildState } from "./built-state.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let built: BuiltState;
beforeAll(() => {
  built = buildState();
});
afterAll(() => built.remove());

test("what a killed apply had announced is pending, and its lease passes on at once", {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), "state.db");
  await expect(child("killed.mjs", path)).rejects.toMatchObject({ signal: "SIGKILL" });
  const reader = open(path, true);
  const known = await reader.recall("a", ["k0", "k1", "k2"] as RecordKey[]);
  expect([...known.values()].map(({ kind }) => kind)).toEqual(["accepted", "pending", "pending"]);
  expect(await reader.holder()).toBeUndefined();
  const next = open(path, false);
  expect(await next.syncs()).toEqual([{ sync: "a", records: 1, pending: 2 }]);
  const answer = await next.acquire("next" as RunId);
  if ("heldBy" in answer) throw new Error("the lease is held");
  await next.startRun("next" as RunId, answer.lease);
  expect((await next.runs(9)).map(({ status }) => status)).toEqual(["running", "interrupted"]);
});

test("of four processes that begin at once, one has the lease at a time", { timeout: 60_000 }, async () => {
  const path = join(temporaryFolder(), "state", "state.db");
  const rounds = 10;
  const racers = ["p", "q", "r", "s"].map((name) => child("racer.mjs", path, name, String(rounds)));
  const told = (await Promise.all(racers)).map((stdout) => JSON.parse(stdout));
  expect(told.map(({ overlaps }) => overlaps)).toEqual([0, 0, 0, 0]);
  const fences = told.flatMap((racer) => racer.fences);
  expect(new Set(fences).size).toBe(4 * rounds);
  expect(await open(path, true).count("a")).toBe(4 * rounds);
});

test("a disk that takes no more stops the apply; every batch that was saved before is there", {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), "state.db");
  const { saved, ...stop } = JSON.parse(await limitedChild(400, "filler.mjs", path));
  expect(stop).toMatchObject({ name: "Stop", kind: "environment", hint: expect.stringMatching(/disk/) });
  expect(saved).toBeGreaterThan(0);
  const store = open(path, true);
  expect([saved * 100, saved * 100 + 100]).toContain(await store.count("a"));
});

test("a disk that takes no more stops the spool, for good", { timeout: 60_000 }, async () => {
  const dir = join(temporaryFolder(), "spool");
  mkdirSync(dir);
  const outcomes = JSON.parse(await limitedChild(2000, "spooler.mjs", dir));
  expect(outcomes[0]).toMatchObject({
    name: "Stop",
    kind: "environment",
    message: expect.stringContaining(dir),
  });
  expect(outcomes[2]).toEqual(outcomes[0]);
});

function open(path: string, readOnly: boolean): StateStore {
  return openSqliteState({
    path,
    target: "t",
    clock: { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} },
    process: { pid: process.pid, host: hostname(), user: "parent" },
    readOnly,
    redact: (text) => text,
  });
}

async function child(script: string, ...args: readonly string[]): Promise<string> {
  return run(process.execPath, scriptOf(script), built.dir, ...args);
}

/** With a greatest size of files, in KiB: what comes closest to a full disk without a disk of one's own. */
async function limitedChild(kibibytes: number, script: string, ...args: readonly string[]): Promise<string> {
  const limit = `ulimit -f ${kibibytes}; exec "$@"`;
  return run("bash", "-c", limit, "bash", process.execPath, scriptOf(script), built.dir, ...args);
}

async function run(command: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(command, args)).stdout;
}

function scriptOf(name: string): string {
  return fileURLToPath(new URL(`children/${name}`, import.meta.url));
}
