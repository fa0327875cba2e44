import { expect, test } from "vitest";
import { ended, runCli, runMain, says, startCli } from "../support/cli.ts";
import { killAtRequest } from "../support/kill-at-request.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const ROWS = 4000;
const BATCH = 200;
const APPLY = ["apply", "--auto-approve", "--format", "json"];

async function project() {
  return makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": `${COMPANIES}batch: { size: ${BATCH} }\n`,
    "companies.csv": companiesCsv(ROWS),
  });
}

// Each moment is a request that the sandbox holds until the process is dead: before Planhat acts, or after.
test.each([
  [1, "beforeCommit"],
  [1, "afterCommit"],
  [2, "afterCommit"],
  [9, "beforeCommit"],
  [20, "afterCommit"],
] as const)(
  "[P2] killed at write %i (%s): the next apply loses nothing and creates nothing twice",
  async (nth, at) => {
    const { sandbox, env } = await makeSandbox();
    const dir = await project();
    await killAtRequest(sandbox, APPLY, { dir, env }, { match: { method: "PUT", nth }, at });
    const history = await runMain(["runs", "--format", "json"], { dir, env });
    const [killed] = JSON.parse(history.stdout).runs[0].syncs;
    expect(killed.calls.write, "calls of a run that was killed").toBe(killed.summary.created / BATCH);
    expect(killed.calls.write).toBeGreaterThanOrEqual(Math.max(0, nth - 3));

    const next = await runCli(APPLY, { dir, env });
    expect(next.code).toBe(0);
    const { summary } = JSON.parse(next.stdout).syncs[0];
    expect(summary).toMatchObject({ read: ROWS, rejected: 0, failed: 0, notAttempted: 0 });
    expect(sandbox.records("Company")).toHaveLength(ROWS);
    expect(sandbox.history.createdTwice()).toEqual([]);
    const third = JSON.parse((await runCli(APPLY, { dir, env })).stdout).syncs[0];
    expect(third).toMatchObject({ summary: { unchanged: ROWS }, calls: { write: 0 } });
  },
);

const KEYLESS = COMPANIES.replace("upsert", "insert")
  .replace("key: externalId\n", "")
  .replace("  externalId: id\n", "");

test.each(["live", "state"])(
  "[A27] an insert without a key that was killed after Planhat acted is found by its content, also where Planhat shows it late (--baseline %s)",
  async (baseline) => {
    for (const lists of [0, 1, 2]) {
      const { sandbox, env } = await makeSandbox();
      const dir = await makeProject({
        "planhat-sync.yaml": FAST,
        "syncs/companies.yaml": KEYLESS,
        "companies.csv": companiesCsv(50),
      });
      await killAtRequest(sandbox, APPLY, { dir, env }, { match: { method: "PUT" }, at: "afterCommit" });
      if (lists > 0) {
        const action = { kind: "hide", where: () => true } as const;
        sandbox.faults.add({ match: { method: "GET" }, times: lists, action });
      }
      const clock = virtualClock();
      const next = await runMain([...APPLY, "--baseline", baseline], { dir, env, clock });
      expect(JSON.parse(next.stdout).syncs[0].summary).toMatchObject({ created: 0, skipped: 50 });
      expect(sandbox.records("Company")).toHaveLength(50);
      expect(clock.slept).toEqual([2000, 5000].slice(0, lists));
    }
  },
);

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "[P1] %s lets what is in flight finish, exits %i, and the next apply goes on from there",
  async (signal, code) => {
    const { sandbox, env } = await makeSandbox();
    const dir = await project();
    const fault = sandbox.faults.add({
      match: { method: "PUT", nth: 3 },
      times: 1,
      action: { kind: "slow", at: "afterCommit" },
    });
    const child = startCli(APPLY, { dir, env });
    const over = ended(child);
    await fault.reached;
    const said = says(child, "Interrupted");
    child.kill(signal);
    await said;
    fault.release();
    const result = await over;
    expect(result.code).toBe(code);
    const report = JSON.parse(result.stdout);
    expect(report.status).toBe("interrupted");
    expect(report.syncs[0].summary).toMatchObject({ created: 600, notAttempted: ROWS - 600, failed: 0 });
    const next = JSON.parse((await runCli(APPLY, { dir, env })).stdout).syncs[0].summary;
    expect(next).toMatchObject({ unchanged: 600, created: ROWS - 600 });
    expect(sandbox.history.createdTwice()).toEqual([]);
  },
);

// Planhat never answers the third write: the sandbox has it committed, or not.
test.each(["beforeCommit", "afterCommit"] as const)(
  "[P1] a signal ends it within ten seconds although Planhat never answers (%s), and the next apply settles what was open",
  async (at) => {
    const { sandbox, env } = await makeSandbox();
    const dir = await project();
    const fault = sandbox.faults.add({
      match: { method: "PUT", nth: 3 },
      times: 1,
      action: { kind: "slow", at },
    });
    const child = startCli(APPLY, { dir, env });
    const over = ended(child);
    await fault.reached;
    child.kill("SIGTERM");
    // The sandbox holds the answer until the process has gone: it ends by itself, or the test never does.
    const result = await over;
    fault.release();
    expect(result.code).toBe(143);
    expect(result.stderr).toContain("Planhat has not answered yet");
    const { summary } = JSON.parse(result.stdout).syncs[0];
    expect(summary).toMatchObject({ created: 400, failed: 200, notAttempted: ROWS - 600 });
    const next = JSON.parse((await runCli(APPLY, { dir, env })).stdout).syncs[0].summary;
    expect(next).toMatchObject({ rejected: 0, failed: 0, notAttempted: 0 });
    expect(sandbox.records("Company")).toHaveLength(ROWS);
    expect(sandbox.history.createdTwice()).toEqual([]);
  },
);

test("[P1] a second signal leaves at once, and the next apply goes on from there", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await project();
  const fault = sandbox.faults.add({
    match: { method: "PUT", nth: 3 },
    times: 1,
    action: { kind: "slow", at: "afterCommit" },
  });
  const child = startCli(APPLY, { dir, env });
  const over = ended(child);
  await fault.reached;
  const said = says(child, "Interrupted");
  child.kill("SIGINT");
  await said;
  // Closer together they count as one; after the first one alone there would be a report.
  const again = setInterval(() => child.kill("SIGINT"), 100);
  const result = await over;
  clearInterval(again);
  fault.release();
  expect(result.code).toBe(130);
  expect(result.stdout).toBe("");
  const next = JSON.parse((await runCli(APPLY, { dir, env })).stdout).syncs[0].summary;
  expect(next).toMatchObject({ rejected: 0, failed: 0, notAttempted: 0 });
  expect(sandbox.records("Company")).toHaveLength(ROWS);
  expect(sandbox.history.createdTwice()).toEqual([]);
});
