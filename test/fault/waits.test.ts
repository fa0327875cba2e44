import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { ended, says, startCli } from "../support/cli.ts";
import { companies, expectOnce, scene, twoTypes } from "../support/scene.ts";

const C0: JsonObject = { externalId: "c0", name: "Company 0", phase: "Trial" };
/** An hour ahead of ours: what counts is how far apart its own two dates are. */
const SERVER_DATE = "Tue, 24 Nov 2026 11:00:00 GMT";

describe("[A1, A2] a 429 silences every object type for as long as Planhat asks", () => {
  test.each([
    ["30", 30_000],
    ["120", 120_000],
    ["Tue, 24 Nov 2026 11:00:40 GMT", 40_000],
    // Without a time to go by: half of the eight seconds, since chance is one half here.
    [undefined, 4000],
    ["0", 4000],
    ["-5", 4000],
    ["1.5", 4000],
    ["abc", 4000],
    ["Tue, 24 Nov 2026 11:00:40 GMT, 30", 4000],
    ["Tue, 24 Nov 2026 09:00:00 GMT", 4000],
  ])("Retry-After: %s", async (value, wait) => {
    for (const method of ["PUT", "GET"]) {
      const { sandbox, apply, left } = await scene(twoTypes(40, 10));
      sandbox.seed("Company", [C0]);
      const headers = { date: SERVER_DATE, ...(value === undefined ? {} : { "retry-after": value }) };
      sandbox.faults.add({
        match: { method, nth: 2 },
        action: { kind: "status", code: 429, body: "Too many requests", headers },
      });
      const { code, report, stderr } = await apply();
      expect(code).toBe(0);
      expect(report.syncs.map(({ summary }: { summary: JsonObject }) => summary["created"])).toEqual([
        40, 40,
      ]);
      const asked = sandbox.log.find(({ status }) => status === 429)?.time ?? 0;
      expect(left.filter((time) => time > asked && time < asked + wait)).toEqual([]);
      // Nobody takes a silent wait for a hang.
      expect(stderr).toMatch(/waiting .* before trying again \(Planhat answered 429\)/);
    }
  });

  test.each(["86400", "Wed, 25 Nov 2026 11:00:00 GMT"])(
    "but for %s nobody waits: the run ends and says when to come back",
    async (value) => {
      for (const method of ["PUT", "GET"]) {
        const { sandbox, apply, clock } = await scene(companies(30, 10));
        const fault = sandbox.faults.add({
          match: { method },
          times: "always",
          action: {
            kind: "status",
            code: 429,
            headers: { date: SERVER_DATE, "retry-after": value },
          },
        });
        const { code, report, stderr } = await apply();
        expect(code).toBe(4);
        expect(report?.stop.message ?? stderr).toContain(
          "Planhat asks to wait 86400 s before the next call.",
        );
        expect(report?.stop.hint ?? stderr).toContain("Start again after 2026-11-25 10:01 UTC");
        expect(fault.struck).toBe(1);
        expect(Math.max(0, ...clock.slept)).toBeLessThan(1000);
        fault.remove();
        expect((await apply()).code).toBe(0);
        expectOnce(sandbox, 30);
      }
    },
  );
});

test("[A3] a 429 for ever while planning: exit 4 after five calls, nothing written, and the next apply does it all", async () => {
  const { sandbox, apply, run } = await scene(companies(30, 10));
  const fault = sandbox.faults.add({
    match: { method: "GET" },
    times: "always",
    action: { kind: "status", code: 429, body: "Too many requests" },
  });
  const { code, stderr } = await apply();
  expect(code).toBe(4);
  expect(stderr).toContain("Planhat keeps answering 429 (too many requests) to: read companies.");
  expect(stderr).toContain("Nothing was written.");
  expect(stderr).toContain("Start again in a few minutes");
  expect(fault.struck).toBe(5);
  expect(JSON.parse((await run("state", "show", "--format", "json")).stdout).syncs).toEqual([]);
  fault.remove();
  expect((await apply()).report.syncs[0].summary).toMatchObject({ created: 30 });
  expectOnce(sandbox, 30);
});

test("what was not sent, or has no answer, is never said to be written", async () => {
  for (const action of [{ kind: "status", code: 429 }, { kind: "dropBeforeCommit" }] as const) {
    const { sandbox, apply } = await scene(companies(50, 10));
    sandbox.faults.add({ match: { method: "PUT", nth: 3 }, times: "always", action });
    const { stderr } = await apply();
    const written = [...stderr.matchAll(/(\d+) of 50 written/g)].map(([, count]) => Number(count));
    expect(written.length).toBeGreaterThan(0);
    expect(Math.max(...written)).toBe(20);
  }
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "[P1, X2] who waits for another apply is told for whom, and %s ends the waiting with nothing written",
  async (signal, code) => {
    const { sandbox, dir, env } = await scene(companies(30, 10));
    const fault = sandbox.faults.add({ match: { method: "PUT", nth: 2 }, action: { kind: "slow" } });
    const first = startCli(["apply", "--auto-approve"], { dir, env });
    const firstOver = ended(first);
    await fault.reached;
    const second = startCli(["apply", "--auto-approve", "--lock-timeout", "10m"], { dir, env });
    const over = ended(second);
    await says(second, "Waiting for another apply");
    second.kill(signal);
    const { code: ends, stderr } = await over;
    expect(ends).toBe(code);
    expect(stderr).toContain(`(process ${first.pid})`);
    expect(stderr).toContain("Nothing was written.");
    fault.release();
    expect((await firstOver).code).toBe(0);
    expectOnce(sandbox, 30);
  },
);
