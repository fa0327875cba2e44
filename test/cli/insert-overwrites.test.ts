import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/sandbox/fault.ts";
import type { Unknowns } from "../../src/sandbox/unknowns.ts";
import { COMPANIES, companiesCsv } from "../support/project.ts";
import { scene } from "../support/scene.ts";

const INSERT = {
  "syncs/companies.yaml": `${COMPANIES.replace("upsert", "insert")}batch: { size: 20 }\n`,
  "companies.csv": companiesCsv(20),
};
const HELD = [3, 7, 11];

/** Planhat holds three of twenty companies, and no read shows them: whatever makes a plan miss them. */
async function world(unknowns: Partial<Unknowns> = {}) {
  const made = await scene(INSERT, { unknowns });
  made.sandbox.seed(
    "Company",
    HELD.map((n) => ({ externalId: `c${n}`, name: `Company ${n}`, phase: "Old" })),
  );
  for (const n of HELD) hide(made, n);
  return made;
}

function hide({ sandbox }: Awaited<ReturnType<typeof scene>>, n: number): void {
  const where = { externalId: `c${n}` };
  sandbox.faults.add({ match: { method: "GET" }, times: "always", action: { kind: "hide", where } });
}

const put = (fault: Omit<Fault, "match">): Fault => ({ ...fault, match: { method: "PUT" } });
const refuse = (n: number, message: string): Fault =>
  put({ times: "always", action: { kind: "refuse", where: { externalId: `c${n}` }, message } });

describe("what an insert was to create, and Planhat updated, is told as that and ends with 6", () => {
  test.each<[string, Partial<Unknowns>, readonly Fault[], { created: number; rejected: number }]>([
    ["by an answer that only counts it", {}, [], { created: 17, rejected: 0 }],
    ["by an answer that names it", { updatesKeys: "keys" }, [], { created: 17, rejected: 0 }],
    ["beside a record that is refused", {}, [refuse(5, "no")], { created: 16, rejected: 1 }],
    [
      "beside records that are refused each for a reason of its own",
      {},
      [refuse(5, "no"), refuse(6, "never")],
      { created: 15, rejected: 2 },
    ],
    [
      "beside a record that vanishes without a word",
      {},
      [put({ times: "always", action: { kind: "swallow", where: { externalId: "c5" } } })],
      { created: 16, rejected: 1 },
    ],
    [
      "by the second of two requests, the first of which never arrived",
      {},
      [put({ action: { kind: "dropBeforeCommit" } })],
      { created: 17, rejected: 0 },
    ],
  ])("%s", async (_, unknowns, faults, { created, rejected }) => {
    const made = await world(unknowns);
    for (const fault of faults) made.sandbox.faults.add(fault);
    const { code, report, stderr } = await made.apply();
    expect(code, stderr).toBe(6);
    expect(report).toMatchObject({
      status: "partial",
      syncs: [{ summary: { read: 20, created, updated: 3, unchanged: 0, rejected, failed: 0 } }],
      overwritten: [{ sync: "companies", count: 3 }],
    });
    expect(report.overwritten[0].records).toHaveLength(3);
  });

  test("with the keys, in text", async () => {
    const { run } = await world();
    const { code, stdout } = await run("apply", "--auto-approve");
    expect(code).toBe(6);
    expect(stdout).toContain(
      "Already in Planhat, and updated instead of inserted:\n  companies  3 records: c3, c7, c11\n",
    );
    expect(stdout).toContain(
      "3 records to be inserted already existed, and Planhat updated them. Check them in Planhat.",
    );
    expect(stdout).toContain("but not as planned: 17 created, 3 updated.");
  });

  test("without them where keys are hidden", async () => {
    const { run } = await world();
    const { stdout } = await run("apply", "--auto-approve", "--hide-keys");
    expect(stdout).toMatch(/companies {2}3 records: sha256:[0-9a-f]{12}, /);
  });

  test("as an error on GitHub, and in Markdown", async () => {
    const github = await world();
    expect((await github.run("apply", "--auto-approve", "--format", "github")).stdout).toMatch(
      /^::error file=syncs\/companies.yaml,.*title=overwritten.*::3 records to be inserted already existed/m,
    );
    const markdown = await world();
    expect((await markdown.run("apply", "--auto-approve", "--format", "markdown")).stdout).toContain(
      "3 records to be inserted already existed",
    );
  });
});

test("an upsert whose records came about meanwhile counts them as updated, and that is what it is for", async () => {
  const made = await scene({ ...INSERT, "syncs/companies.yaml": COMPANIES });
  made.sandbox.seed("Company", [{ externalId: "c3", name: "Three", phase: "Old" }]);
  hide(made, 3);
  const { code, report } = await made.apply();
  expect(code).toBe(0);
  expect(report.syncs[0].summary).toMatchObject({ created: 19, updated: 1 });
  expect(report).not.toHaveProperty("overwritten");
});
