import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { FaultAction } from "../../src/sandbox/fault.ts";
import { companiesCsv, ENDUSERS } from "../support/project.ts";
import { companies, expectOnce, scene, twoTypes, writesOf } from "../support/scene.ts";

const C0: JsonObject = { externalId: "c0", name: "Company 0", phase: "Trial" };

describe("too many calls", () => {
  test("[A1] a 429 with Retry-After silences every object type until then", async () => {
    const { sandbox, apply, left } = await scene(twoTypes(60, 10));
    sandbox.seed("Company", [C0]);
    sandbox.faults.add({ match: { method: "PUT", nth: 3 }, action: { kind: "retryAfter", value: 30 } });
    const { code, report } = await apply();
    expect(code).toBe(0);
    expect(report.syncs.map(({ summary }: { summary: JsonObject }) => summary["created"])).toEqual([60, 60]);
    const asked = sandbox.log.find(({ status }) => status === 429)?.time ?? 0;
    expect(left.filter((time) => time > asked && time < asked + 30_000)).toEqual([]);
    expect(left.filter((time) => time >= asked + 30_000).length).toBeGreaterThan(5);
  });

  test("[A3] a 429 for ever ends the run, the rest is not attempted, and the next apply does it", async () => {
    const { sandbox, apply } = await scene(companies(50, 10));
    const fault = sandbox.faults.add({
      match: { method: "PUT", nth: 3 },
      times: "always",
      action: { kind: "status", code: 429, body: "Too many requests" },
    });
    const { code, report } = await apply();
    expect(code).toBe(4);
    expect(report.syncs[0].summary).toMatchObject({ created: 20, failed: 0, notAttempted: 30 });
    expect(report.stop.message).toContain("429");
    fault.remove();
    expect((await apply()).report.syncs[0].summary).toMatchObject({ created: 30, unchanged: 20 });
    expectOnce(sandbox, 50);
  });

  test("[A4] no more than the limit in any 60 seconds, with repeats and divided batches, over two types at once", async () => {
    const { sandbox, apply, left } = await scene({
      ...twoTypes(120, 4),
      "planhat-sync.yaml": "version: 1\nlimits: { callsPerMinute: 20, concurrency: 3 }\n",
    });
    sandbox.seed("Company", [C0]);
    const refused = { kind: "refuse", where: { externalId: "u7" }, message: "no" } as const;
    sandbox.faults.add({ times: "always", match: { method: "PUT" }, action: refused });
    for (const nth of [3, 8, 15]) {
      sandbox.faults.add({ match: { method: "PUT", nth }, action: { kind: "status", code: 503, body: "" } });
      sandbox.faults.add({ match: { method: "PUT", nth: nth + 1 }, action: { kind: "dropAfterCommit" } });
    }
    const { code, report } = await apply();
    expect(code).toBe(6);
    expect(report.syncs.map(({ summary }: { summary: JsonObject }) => summary["created"])).toEqual([
      120, 119,
    ]);
    expect(left.length).toBeGreaterThan(60);
    for (const [index, time] of left.entries()) {
      // The twenty-first call after this one is more than a minute later.
      expect((left[index + 20] ?? Number.POSITIVE_INFINITY) - time).toBeGreaterThan(60_000);
    }
    expect(sandbox.history.createdTwice()).toEqual([]);
  });
});

describe("an answer that never came", () => {
  test.each<[string, FaultAction]>([
    ["reset before Planhat acts", { kind: "dropBeforeCommit" }],
    ["ended before Planhat acts", { kind: "dropBeforeCommit", how: "end" }],
    ["reset after Planhat acted", { kind: "dropAfterCommit" }],
    ["ended after Planhat acted", { kind: "dropAfterCommit", how: "end" }],
    ["cut in the middle", { kind: "truncateBody" }],
    ["cut in the middle, without a length", { kind: "truncateBody", declareLength: false }],
    ["500 before Planhat acts", { kind: "status", code: 500, body: "" }],
    ["502 after Planhat acted", { kind: "status", code: 502, body: "<html>", commit: true }],
    ["503 after Planhat acted", { kind: "status", code: 503, body: { error: "x" }, commit: true }],
    ["504 after Planhat acted", { kind: "status", code: 504, commit: true }],
    ["a page of HTML, before Planhat acts", { kind: "html" }],
    ["a page of HTML, after Planhat acted", { kind: "html", commit: true }],
    ["nothing at all", { kind: "emptyBody" }],
    ["no list of anything", { kind: "rewrite", answer: () => [] }],
    ["null", { kind: "rewrite", answer: () => null }],
    ["another shape", { kind: "rewrite", answer: () => ({ ok: true, inserted: 10 }) }],
    ["counts that are none", { kind: "rewrite", answer: (body) => ({ ...(body as object), created: "10" }) }],
    ["too few created", { kind: "wrongCounts", created: -3 }],
    ["too many created", { kind: "wrongCounts", created: 4 }],
    ["less than nothing", { kind: "wrongCounts", created: -30 }],
    ["too many updated", { kind: "wrongCounts", updated: 2 }],
    [
      "gzip that is none",
      {
        kind: "status",
        code: 200,
        body: "\u001f\ufffd",
        headers: { "content-encoding": "gzip" },
        commit: true,
      },
    ],
  ])("[A9, A10, A11] once or three times: %s", async (_, action) => {
    for (const times of [1, 3]) {
      const { sandbox, apply } = await scene(companies(30, 10));
      sandbox.seed("Company", [{ externalId: "c1", name: "Old", phase: "Trial" }]);
      sandbox.faults.add({ match: { method: "PUT", nth: 2 }, times, action });
      const first = await apply();
      const { summary } = first.report.syncs[0];
      expect(summary.rejected).toBe(0);
      expect(summary.created + summary.updated + summary.failed + summary.notAttempted).toBe(30);
      if (first.code !== 0) expect(first.code).toBe(4);
      const second = await apply();
      expect(second.code).toBe(0);
      expect(second.report.syncs[0].summary).toMatchObject({ failed: 0, notAttempted: 0 });
      expectOnce(sandbox, 30);
      expect(sandbox.records("Company").map(({ name }) => name)).not.toContain("Old");
      expect((await apply()).report.syncs[0].calls.write).toBe(0);
    }
  });

  test("[A10, A11] a thousand times, each after Planhat acted: every key is created once", async () => {
    const { sandbox, apply } = await scene(companies(2000, 2));
    const fault = sandbox.faults.add({
      match: { method: "PUT" },
      times: 1000,
      action: { kind: "dropAfterCommit" },
    });
    const { code, report } = await apply();
    expect(fault.struck).toBe(1000);
    expect(code).toBe(0);
    expect(report.syncs[0].summary).toMatchObject({ created: 2000, failed: 0 });
    expectOnce(sandbox, 2000);
    // What was found by reading back was not sent again.
    expect(writesOf(sandbox)).toHaveLength(1000);
  });

  test("[A27] and a first look that does not show it yet: it is looked for again before anything is sent", async () => {
    for (const keyed of [true, false]) {
      const files = companies(5, 5);
      const keyless = files["syncs/companies.yaml"]
        ?.replace("upsert", "insert")
        .replace("key: externalId\n", "")
        .replace("  externalId: id\n", "");
      const { sandbox, apply, clock } = await scene(
        keyed || keyless === undefined ? files : { ...files, "syncs/companies.yaml": keyless },
      );
      sandbox.faults.add({ match: { method: "PUT" }, action: { kind: "dropAfterCommit" } });
      const reads = sandbox.log.length;
      expect(reads).toBe(0);
      // Planning reads what it needs; the next read after the write is the one that sees nothing.
      const hidden = sandbox.faults.add({
        match: { method: "PUT" },
        action: { kind: "slow", milliseconds: 0 },
      });
      void hidden.reached.then(() =>
        sandbox.faults.add({ match: { method: "GET" }, action: { kind: "hide", where: () => true } }),
      );
      const { report } = await apply();
      expect(report.syncs[0].summary).toMatchObject({ created: 5, failed: 0 });
      expect(sandbox.records("Company")).toHaveLength(5);
      expect(writesOf(sandbox)).toHaveLength(1);
      expect(clock.slept).toContain(2000);
    }
  });
});

describe("refusals", () => {
  test("[A5] 401 at any call ends the run with the next, and the apply after it finishes", async () => {
    let calls = 1;
    for (let k = 1; k <= calls; k += 1) {
      const { sandbox, apply } = await scene({ ...companies(20, 5), ...twoTypes(20, 5) });
      const fault = sandbox.faults.add({
        match: { nth: k },
        times: "always",
        action: { kind: "status", code: 401, body: "Unauthorized" },
      });
      const { code, report, stderr } = await apply();
      if (fault.struck === 0) break;
      calls = k + 1;
      expect(code).toBe(4);
      if (report === undefined) expect(stderr).toContain("did not accept the API token");
      // Never repeated: a locked-out token stays locked out. Another type's call may have been on its way.
      expect(fault.struck).toBeLessThanOrEqual(2);
      for (const { summary } of report?.syncs ?? []) expect(summary.failed).toBe(0);
      fault.remove();
      expect((await apply()).code).toBe(0);
      expectOnce(sandbox, 20);
      expect(sandbox.records("Enduser")).toHaveLength(20);
      expect(sandbox.records("Asset")).toHaveLength(20);
    }
    expect(calls).toBeGreaterThan(12);
  });

  test("[A6] a token that may not create ends the run where nothing can be written, and rejects where something can", async () => {
    const permissions = { Company: { create: false } };
    const nothing = await scene(companies(10, 10), { permissions });
    const stopped = await nothing.apply();
    expect(stopped.code).toBe(4);
    expect(stopped.report.syncs[0].summary).toMatchObject({ rejected: 10 });
    const some = await scene(companies(10, 10), { permissions });
    some.sandbox.seed("Company", [C0, { externalId: "c1", name: "Old" }, { externalId: "c2", name: "Old" }]);
    const { code, report } = await some.apply();
    expect(code).toBe(6);
    expect(report.syncs[0].summary).toMatchObject({ updated: 2, unchanged: 1, rejected: 7 });
    const { rejects } = JSON.parse((await some.run("rejects", "--format", "json")).stdout);
    expect(rejects[0].message).toContain("no permission to create companies");
  });

  test("[A7] a body that is too large is divided, and a record that is too large alone is rejected with its size", async () => {
    const { sandbox, apply, run } = await scene(
      {
        ...companies(0, 1000),
        "companies.csv": `${companiesCsv(200).trimEnd()}\nbig,${"\u00e9".repeat(3000)},Trial\n`,
      },
      { limits: { bodyBytes: 5000 } },
    );
    const { code, report } = await apply();
    expect(code).toBe(6);
    expect(report.syncs[0].summary).toMatchObject({ created: 200, rejected: 1 });
    expectOnce(sandbox, 200);
    const { rejects } = JSON.parse((await run("rejects", "--format", "json")).stdout);
    expect(rejects[0]).toMatchObject({ key: "big", rule: "too-large" });
    expect(rejects[0].message).toMatch(/6,0\d\d bytes/);
  });

  test("[A7] an upload that is cut off with 413 or without a word is not sent again as it is", async () => {
    const files = companies(0, 1000);
    const wide = Array.from({ length: 400 }, (_, n) => `c${n},${"x".repeat(10_000)}${n},Trial`).join("\n");
    for (const action of [{ kind: "rejectUpload" }, { kind: "dropBeforeCommit" }] as const) {
      const { sandbox, apply } = await scene({ ...files, "companies.csv": `id,name,phase\n${wide}\n` });
      sandbox.faults.add({ match: { method: "PUT" }, times: 2, action });
      const { code, report } = await apply();
      expect(code).toBe(0);
      expect(report.syncs[0].summary).toMatchObject({ created: 400 });
      expectOnce(sandbox, 400);
      // 400 items in one, then half of them, then a quarter.
      expect(writesOf(sandbox).filter(({ items }) => items === 400).length).toBeLessThanOrEqual(1);
    }
  });

  test("[A23] orphans: an enduser whose company is refused in the same run is rejected, the others arrive", async () => {
    const { sandbox, apply } = await scene({
      ...companies(4, 2),
      "syncs/a-endusers.yaml": ENDUSERS,
      "endusers.csv": "id,company,email\nu0,c0,u0@x.example\nu1,c1,u1@x.example\nu3,c3,u3@x.example\n",
    });
    sandbox.faults.add({
      match: { method: "PUT" },
      times: "always",
      action: { kind: "refuse", where: { externalId: "c1" }, message: "no" },
    });
    const { code } = await apply();
    expect(code).toBe(6);
    expect(sandbox.records("Enduser").map(({ externalId }) => externalId)).toEqual(["u0", "u3"]);
    // Next time its company gets in, and so does it.
    sandbox.faults.clear();
    expect((await apply()).code).toBe(0);
    expect(sandbox.records("Enduser")).toHaveLength(3);
    expect(sandbox.history.createdTwice()).toEqual([]);
  });
});

test("[A26] a field that Planhat drops without a word is a change again in the next plan, which says so", async () => {
  const { sandbox, apply, run } = await scene(companies(5, 5));
  const fault = sandbox.faults.add({
    match: { method: "PUT" },
    times: "always",
    action: { kind: "dropFields", fields: ["phase"] },
  });
  const planned = async () => JSON.parse((await run("plan", "--format", "json")).stdout).syncs[0];
  expect((await apply()).code).toBe(0);
  const plan = await planned();
  expect(plan.summary).toMatchObject({ update: 5, unchanged: 0 });
  expect(plan.changes[0].fields).toEqual({ phase: { before: null, after: "Trial" } });
  expect(plan.warnings).toEqual([
    expect.stringMatching(/^Planhat took phase in 5 records without an error and holds nothing there/),
  ]);
  fault.remove();
  await apply();
  expect(await planned()).not.toHaveProperty("warnings");
  // Somebody emptied it in one record: that is no loss of Planhat's.
  sandbox.faults.add({ match: { method: "GET" }, action: emptied("c1") });
  const drifted = await planned();
  expect(drifted.changes).toMatchObject([{ key: "c1", drift: { fields: ["phase"] } }]);
  expect(drifted).not.toHaveProperty("warnings");
});

/** A list in which this record has no phase. */
function emptied(key: string): FaultAction {
  return {
    kind: "rewrite",
    answer: (page) =>
      (page as JsonObject[]).map((one) => (one["externalId"] === key ? { ...one, phase: "" } : one)),
  };
}
