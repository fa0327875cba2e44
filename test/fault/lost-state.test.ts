import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ended, runCli, runMain, startCli } from "../support/cli.ts";
import { killAtRequest } from "../support/kill-at-request.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

function project(more: Readonly<Record<string, string>> = {}) {
  return makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": `${COMPANIES}batch: { size: 10 }\n`,
    "companies.csv": companiesCsv(100),
    ...more,
  });
}

test.each(["run-started", "intended", "answered", "settled"])(
  "a state folder that is removed at step %s ends the run as failed, and nothing more is sent",
  async (at) => {
    const { sandbox, env } = await makeSandbox();
    const dir = await project();
    let removed: Promise<void> | undefined;
    const { code, stdout } = await runMain(APPLY, {
      dir,
      env,
      onCheckpoint: async (step) => {
        if (step !== at || removed !== undefined) return;
        removed = rm(join(dir, ".planhat-sync"), { recursive: true });
        await removed;
      },
    });
    expect(code).toBe(4);
    const report = JSON.parse(stdout);
    expect(report.status).toBe("failed");
    expect(report.syncs[0].summary.created).toBeLessThan(100);
    expect(sandbox.records("Company").length).toBeLessThanOrEqual(20);
    const next = await runMain(APPLY, { dir, env });
    expect(next.code).toBe(0);
    expect(sandbox.records("Company")).toHaveLength(100);
    expect(sandbox.history.createdTwice()).toEqual([]);
  },
);

test("the history of a run that was killed says that it broke off, with the counts of its last answer", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await project();
  await killAtRequest(sandbox, APPLY, { dir, env }, { match: { method: "PUT", nth: 6 }, at: "beforeCommit" });
  const { stdout } = await runCli(["runs", "--format", "json"], { dir, env });
  const [run] = JSON.parse(stdout).runs;
  expect(run.status).toBe("interrupted");
  const { created, notAttempted, read } = run.syncs[0].summary;
  // The batch before the one that is on its way may be settled just now.
  expect([40, 50]).toContain(created);
  expect(created + notAttempted).toBe(read);
  expect((await runCli(["runs"], { dir, env })).stdout).toContain(
    `broken off: ${created} created, ${notAttempted} not answered`,
  );
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 143],
] as const)(
  "%s ends a command that has no work to save, also as the first process of a container",
  async (signal, code) => {
    // Where nobody listens, the system ends a process by the signal, and the first process of a container not at all.
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((done) => {
      asked = done;
    });
    const silent = createServer(() => asked());
    await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const dir = await project({
      "syncs/companies.yaml": COMPANIES.replace("csv: { path: companies.csv }", `http: { url: "${url}" }`),
    });
    const child = startCli(["preview", "companies"], { dir });
    const result = ended(child);
    await isAsked;
    child.kill(signal);
    expect(await result).toMatchObject({ code });
  },
);

test("state unlock tells that the holder is running on this machine, before the lock is taken from it", async () => {
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
  const asked = await runCli(["state", "unlock"], { dir, env });
  expect(asked.code).toBe(3);
  expect(asked.stderr).toContain("is running on this machine");
  const unlock = await runCli(["state", "unlock", "--auto-approve"], { dir, env });
  expect(unlock.code).toBe(0);
  fault.release();
  const { code, stdout } = await over;
  // What Planhat took is told as taken, although this run may not write it down any more.
  expect(code).toBe(4);
  expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ created: 30, notAttempted: 70, failed: 0 });
  expect((await runCli(APPLY, { dir, env })).code).toBe(0);
  expect(sandbox.records("Company")).toHaveLength(100);
  expect(sandbox.history.createdTwice()).toEqual([]);
});
