import { expect, test } from "vitest";
import type { FaultAction } from "../../src/sandbox/fault.ts";
import { companiesCsv, FAST } from "../support/project.ts";
import { companies, expectOnce, scene } from "../support/scene.ts";

const answered = (body: string, headers: Readonly<Record<string, string>> = {}): FaultAction => ({
  kind: "status",
  code: 200,
  body,
  headers,
  commit: true,
});
const rewritten = (answer: (body: object) => unknown): FaultAction => ({
  kind: "rewrite",
  answer: (body) => answer(body as object) as never,
});

test.each<[string, FaultAction]>([
  ["nothing", answered("")],
  ["an empty body without a length", { kind: "emptyBody" }],
  ["204", { kind: "status", code: 204, commit: true }],
  ["null", answered("null")],
  ["a list", answered("[]")],
  ["an empty object", answered("{}")],
  ["a text", answered('"ok"')],
  ["a number", answered("1")],
  ["half a JSON", answered('{"created":10,"upda')],
  ["two JSONs", answered('{"created":10,"updated":0}{"created":10,"updated":0}')],
  ["a page", { kind: "html", commit: true }],
  ["a page with another type", answered("<html>sign in</html>", { "content-type": "application/json" })],
  ["gzip that is none", answered("\u001f\ufffd", { "content-encoding": "gzip" })],
  ["another shape", rewritten(() => ({ ok: true, inserted: 10 }))],
  ["counts as texts", rewritten((body) => ({ ...body, created: "10" }))],
  ["a broken count", rewritten((body) => ({ ...body, created: 9.5 }))],
  ["a count below zero", rewritten((body) => ({ ...body, updated: -1 }))],
  ["no count of updates", rewritten((body) => ({ ...body, updated: null }))],
  ["an error in place of an answer", rewritten(() => ({ error: "try again" }))],
  ["lists around it", rewritten((body) => [body])],
])(
  "[A13, A15, A21] %s for ever, though Planhat acted: exit 4 and why, and the next apply finds what is there",
  async (_, action) => {
    const { sandbox, apply, run } = await scene(companies(30, 10));
    sandbox.seed("Company", [{ externalId: "c25", name: "Old", phase: "Trial" }]);
    const fault = sandbox.faults.add({ match: { method: "PUT", nth: 2 }, times: "always", action });
    const { code, report, stderr } = await apply();
    expect(code).toBe(4);
    const { summary, calls } = report.syncs[0];
    expect(report.status).toBe("failed");
    expect(report.stop.message).toMatch(
      /Unexpected response when asked to write companies|could not be reached/,
    );
    expect(report.stop.hint).not.toBe("");
    expect(stderr).not.toContain("sandbox-token");
    expect(summary.rejected).toBe(0);
    expect(summary.created + summary.updated + summary.failed + summary.notAttempted).toBe(30);
    // The second batch was created and is found there; the third holds an update, which nobody can tell.
    expect(summary).toMatchObject({ created: 29, failed: 1 });
    expect(calls.write).toBeLessThanOrEqual(8);
    const state = JSON.parse((await run("state", "show", "--format", "json")).stdout);
    expect(state.syncs[0]).toMatchObject({ records: 29, pending: 1 });
    fault.remove();
    const second = await apply();
    expect(second.code).toBe(0);
    expect(second.report.syncs[0].summary).toMatchObject({ failed: 0, notAttempted: 0, unchanged: 30 });
    expectOnce(sandbox, 30);
    expect(sandbox.records("Company").map(({ name }) => name)).not.toContain("Old");
    expect((await apply()).report.syncs[0].calls.write).toBe(0);
  },
);

test.each<[string, FaultAction]>([
  ["too few created", { kind: "wrongCounts", created: -3 }],
  ["too many created", { kind: "wrongCounts", created: 4 }],
  ["too many updated", { kind: "wrongCounts", updated: 2 }],
  ["too many unchanged", { kind: "wrongCounts", nonupdates: 5 }],
  ["errors beside full counts", rewritten((body) => ({ ...body, createdErrors: ["name is required"] }))],
])(
  "[A15] %s for ever: no success is made up, nothing is created twice, the next apply heals it",
  async (_, action) => {
    const { sandbox, apply } = await scene(companies(30, 10));
    sandbox.seed("Company", [{ externalId: "c25", name: "Old", phase: "Trial" }]);
    const fault = sandbox.faults.add({ match: { method: "PUT" }, times: "always", action });
    const { code, report } = await apply();
    const { summary } = report.syncs[0];
    expect(summary).toMatchObject({ created: 29, rejected: 0, notAttempted: 0 });
    expect(summary.updated + summary.failed).toBe(1);
    expect(code).toBe(summary.failed === 0 ? 0 : 6);
    fault.remove();
    expect((await apply()).code).toBe(0);
    expectOnce(sandbox, 30);
    expect((await apply()).report.syncs[0].calls.write).toBe(0);
  },
);

test("[A24] 5,001 records are two requests, the first of 5,000; a body is measured in bytes, not in characters", async () => {
  const { sandbox, apply } = await scene(companies(5001, 5000));
  expect((await apply()).code).toBe(0);
  const items = (): readonly unknown[] =>
    sandbox.log.filter(({ method }) => method === "PUT").map((one) => one.items);
  expect(items()).toEqual([5000, 1]);
  expectOnce(sandbox, 5001);

  // 600 names of 32,000 letters of two bytes: 19 million characters, and more bytes than one request takes.
  const wide = Array.from({ length: 600 }, (_, n) => `w${n},${"\u00e9".repeat(32_000)},Trial`).join("\n");
  const large = await scene({
    ...companies(0, 5000),
    "planhat-sync.yaml": FAST,
    "companies.csv": `${companiesCsv(0).trimEnd()}\n${wide}\n`,
  });
  const { code, report } = await large.apply();
  expect(code).toBe(0);
  expect(report.syncs[0].summary).toMatchObject({ created: 600 });
  const sizes = large.sandbox.log.filter(({ method }) => method === "PUT").map(({ status }) => status);
  expect(sizes.length).toBeGreaterThan(1);
  expect(new Set(sizes)).toEqual(new Set([200]));
});
