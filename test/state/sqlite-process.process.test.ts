import { execFile } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { StateStore } from "../../src/model/state-store.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("[P6] a disk that takes no more stops the apply; every batch that was saved before is there", async () => {
  const path = join(temporaryFolder(), "state.db");
  const { saved, ...stop } = JSON.parse(await limitedChild(400, "filler.mjs", path));
  expect(stop).toMatchObject({ name: "Stop", kind: "environment", fix: expect.stringMatching(/disk/) });
  expect(saved).toBeGreaterThan(0);
  const store = open(path);
  expect([saved * 100, saved * 100 + 100]).toContain(await store.count("a"));
});

test("[P6] a disk that takes no more stops the spool, for good", async () => {
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

test("[P6] a disk that takes no more stops the saving of a plan, says why, and leaves nothing behind", async () => {
  const dir = temporaryFolder();
  const stop = JSON.parse(await limitedChild(100, "plan-writer.mjs", join(dir, "p.plan")));
  expect(stop).toMatchObject({
    name: "Stop",
    kind: "environment",
    message: expect.stringContaining("it reached the greatest size that is allowed here"),
  });
  expect(readdirSync(dir)).toEqual([]);
});

function open(path: string): StateStore {
  return openSqliteState({
    path,
    target: "t",
    clock: { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} },
    process: { pid: process.pid, host: hostname(), user: "parent" },
    readOnly: true,
    redact: (text) => text,
  });
}

/** With a greatest size of files, in KiB: what comes closest to a full disk without a disk of one's own. */
async function limitedChild(kibibytes: number, script: string, ...args: readonly string[]): Promise<string> {
  const limit = `ulimit -f ${kibibytes}; exec "$@"`;
  return run("bash", "-c", limit, "bash", process.execPath, scriptOf(script), ...args);
}

async function run(command: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(command, args)).stdout;
}

function scriptOf(name: string): string {
  return fileURLToPath(new URL(`children/${name}`, import.meta.url));
}
