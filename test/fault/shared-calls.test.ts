import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { type CliResult, ended, runCli, runMain, says, startCli } from "../support/cli.ts";
import { companies, expectOnce, scene } from "../support/scene.ts";

const LEDGER = join(".planhat-sync", "planhat-sync-calls.db");
const limitTo = (calls: number) => ({
  "planhat-sync.yaml": `version: 1\nlimits: { callsPerMinute: ${calls} }\n`,
});

/** The most calls that arrived in any 60 seconds. */
function mostInAMinute(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((start) => sorted.filter((t) => t >= start && t < start + 60_000).length));
}

function arrivalTimes({ log }: Sandbox): readonly number[] {
  return log.map(({ time }) => time);
}

/** A process that is asked to end as soon as it says that it waits for the rate limit. */
async function untilItWaits(argv: readonly string[], dir: string, env: Record<string, string>) {
  const child = startCli(argv, { dir, env });
  let said = "";
  let waited = false;
  child.stderr?.on("data", (chunk) => {
    said += chunk;
    if (waited || !said.includes("for the rate limit")) return;
    waited = true;
    child.kill("SIGTERM");
  });
  const result: CliResult = await ended(child);
  return { ...result, waited };
}

test("[A4] three processes at once, and one after them, make no more calls in a minute than one may", async () => {
  const { sandbox, dir, env } = await scene({ ...companies(100, 10), ...limitTo(12) }, { now: Date.now });
  const apply = ["apply", "--auto-approve", "--lock-timeout", "10m"];
  const results = await Promise.all([
    untilItWaits(apply, dir, env),
    untilItWaits(apply, dir, env),
    untilItWaits(["plan"], dir, env),
  ]);
  const after = await untilItWaits(["plan"], dir, env);
  // Of ten writes and the reads of three, not all had their place; the minute was used up, and no more than that.
  expect(results.some(({ waited }) => waited)).toBe(true);
  expect(after).toMatchObject({ waited: true, code: 143 });
  expect(sandbox.log).toHaveLength(12);
  expect(mostInAMinute(arrivalTimes(sandbox))).toBe(12);
});

test("an apply right after a plan waits for what the plan has called", async () => {
  const { sandbox, dir, env } = await scene({ ...companies(50, 10), ...limitTo(6) }, { now: Date.now });
  expect((await runCli(["plan"], { dir, env })).code).toBe(0);
  const called = sandbox.log.length;
  expect(called).toBeGreaterThan(0);
  const { waited, code } = await untilItWaits(["apply", "--auto-approve"], dir, env);
  expect({ waited, code }).toEqual({ waited: true, code: 143 });
  expect(sandbox.log).toHaveLength(6);
});

test("runs beside each other come to their end within the limit, retries included", async () => {
  const { sandbox, clock, dir, env } = await scene({ ...companies(200, 10), ...limitTo(8) });
  sandbox.faults.add({ match: { method: "PUT", nth: 3 }, times: 3, action: { kind: "status", code: 503 } });
  sandbox.faults.add({ match: { method: "GET", nth: 2 }, action: { kind: "status", code: 429 } });
  const left: number[] = [];
  const onCheckpoint = (step: string): void => {
    if (step === "sending" || step === "asking") left.push(clock.now());
  };
  const run = (...argv: string[]) => runMain(argv, { dir, env, clock, onCheckpoint });
  const results = await Promise.all([run("apply", "--auto-approve"), run("plan"), run("plan"), run("plan")]);
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect((await run("apply", "--auto-approve")).code).toBe(0);
  expect(left.length).toBeGreaterThan(24);
  expect(mostInAMinute(left)).toBe(8);
  expectOnce(sandbox, 200);
});

test("[A1] what one process was told by a 429, the others heed", async () => {
  const { sandbox, clock, dir, env, run } = await scene(companies(30, 10));
  await run("plan");
  const headers = { "retry-after": "40" };
  const fault = sandbox.faults.add({
    match: { method: "GET" },
    times: "always",
    action: { kind: "status", code: 429, headers },
  });
  const child = startCli(["plan"], { dir, env });
  const over = ended(child);
  await says(child, "before trying again");
  child.kill("SIGTERM");
  await over;
  fault.remove();
  const calls = sandbox.log.length;
  const { waited } = await untilItWaits(["plan"], dir, env);
  expect(waited).toBe(true);
  expect(sandbox.log).toHaveLength(calls);
  expect(clock.slept).toEqual([]);
});

const UNUSABLE: readonly [name: string, make: (path: string) => void][] = [
  ["is damaged", (path) => writeFileSync(path, "no database".repeat(1000))],
  ["is empty", (path) => writeFileSync(path, "")],
  ["is a folder", (path) => mkdirSync(path)],
  [
    "is another program's",
    (path) => {
      const database = new DatabaseSync(path);
      database.exec("CREATE TABLE theirs (a); PRAGMA application_id = 7");
      database.close();
    },
  ],
];

test.each(UNUSABLE)(
  "[X16] a plan works, and leaves the state alone, where the ledger %s",
  async (_, make) => {
    const { sandbox, dir, run } = await scene(companies(30, 10));
    mkdirSync(join(dir, ".planhat-sync"));
    make(join(dir, LEDGER));
    expect((await run("apply", "--auto-approve")).code).toBe(0);
    const digest = (): string =>
      createHash("sha256")
        .update(readFileSync(join(dir, ".planhat-sync", "state.db")))
        .digest("hex");
    const before = digest();
    const { code, stderr } = await run("plan");
    expect(code).toBe(0);
    expect(stderr).not.toContain("error");
    expect(digest()).toBe(before);
    expectOnce(sandbox, 30);
  },
);

test("[X16] a plan works while another program holds the ledger", async () => {
  const { dir, run } = await scene(companies(30, 10));
  await run("plan");
  const holder = new DatabaseSync(join(dir, LEDGER));
  holder.exec("BEGIN EXCLUSIVE");
  expect((await run("plan")).code).toBe(0);
  holder.close();
});

test("the ledger is a file of this user alone beside the state, and holds neither token nor host", async () => {
  const { dir, env, run } = await scene(companies(30, 10));
  expect((await run("doctor")).code).toBe(0);
  expect(existsSync(join(dir, ".planhat-sync"))).toBe(false);
  await run("plan");
  expect(readFileSync(join(dir, ".planhat-sync", ".gitignore"), "utf8")).toBe("*\n");
  const bytes = readFileSync(join(dir, LEDGER), "latin1");
  expect(statSync(join(dir, LEDGER)).mode & 0o777).toBe(0o600);
  for (const value of Object.values(env)) expect(bytes).not.toContain(value);
});
