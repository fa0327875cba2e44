import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

/** A project whose hundred companies were applied once; the source is another one now. */
async function appliedOnce(guards: string, csv: string) {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "syncs/companies.yaml": `${COMPANIES}guards: ${guards}\n`,
    "companies.csv": companiesCsv(100),
  });
  expect((await runMain(APPLY, { dir, env })).code).toBe(0);
  await writeFile(join(dir, "companies.csv"), csv);
  const before = sandbox.records("Company").map(({ phase }) => phase);
  return {
    run: (...argv: readonly string[]) => runMain(argv, { dir, env }),
    writes: () => sandbox.log.filter(({ method }) => method !== "GET").length,
    untouched: () => expect(sandbox.records("Company").map(({ phase }) => phase)).toEqual(before),
    sandbox,
    dir,
  };
}

const manyRejected = companiesCsv(100).replaceAll(/^c(\d),Company \d,/gm, "c$1,,");

describe("[S7, T2] a guard", () => {
  test.each([
    ["a source that is empty", "{ minRows: 1 }", "id,name,phase\n", "has 0 rows; guards.minRows asks for 1"],
    ["a source that shrank", "{ minRows: 80 }", companiesCsv(79), "has 79 rows; guards.minRows asks for 80"],
    [
      "too many rejects",
      "{ maxRejected: 5% }",
      manyRejected,
      "10 of 100 rows of companies are rejected, 10%; guards.maxRejected allows 5%",
    ],
    [
      "too many changes",
      "{ maxChanges: 50% }",
      companiesCsv(51, "Other"),
      "would change 51 records where 100 are known, 51%; guards.maxChanges allows 50%",
    ],
    [
      "too many changes, by number",
      "{ maxChanges: 7 }",
      companiesCsv(8, "Other"),
      "would change 8 records where 100 are known; guards.maxChanges allows 7",
    ],
  ])(
    "stops %s with exit 5, says what was measured and how to go on, and leaves everything as it was",
    async (_, guards, csv, measured) => {
      const { run, writes, untouched } = await appliedOnce(guards, csv);
      const calls = writes();
      const plan = await run("plan", "--format", "json");
      expect(plan.code).toBe(5);
      expect(plan.stderr).toContain(measured);
      const { code, stderr } = await run(...APPLY);
      expect(code).toBe(5);
      expect(stderr).toContain(measured);
      expect(stderr).toContain("Nothing was written.");
      expect(stderr).toContain("--override-guards");
      expect(writes()).toBe(calls);
      untouched();
      // Not a run, and what was accepted before is still known.
      expect(JSON.parse((await run("runs", "--format", "json")).stdout).runs).toHaveLength(1);
    },
  );

  test("[D17] stops a plan whose records have other keys by now, each of which would be created anew", async () => {
    for (const baseline of ["live", "state"]) {
      const { run, dir, sandbox, untouched } = await appliedOnce("{}", companiesCsv(100));
      const rekeyed = COMPANIES.replace("externalId: id", "externalId: '\"crm-\" & id'");
      await writeFile(join(dir, "syncs/companies.yaml"), rekeyed);
      const plan = await run("plan", "--format", "json", "--baseline", baseline);
      expect(plan.code).toBe(5);
      expect(plan.stderr).toContain("100 of 100 rows would be created beside the 100 records known");
      expect(JSON.parse(plan.stdout).syncs[0].summary).toMatchObject({
        create: 100,
        update: 0,
        unchanged: 0,
      });
      expect((await run(...APPLY, "--baseline", baseline)).code).toBe(5);
      untouched();
      // Whoever means it goes on, and is not asked again.
      expect((await run(...APPLY, "--override-guards")).code).toBe(0);
      expect((await run(...APPLY)).code).toBe(0);
      expect(sandbox.records("Company")).toHaveLength(200);
    }
  });

  test("that is overridden lets the plan through: what the source lacks stays in Planhat", async () => {
    const { run, sandbox, untouched } = await appliedOnce("{ minRows: 80 }", companiesCsv(10));
    const { code, stdout } = await run(...APPLY, "--override-guards");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ read: 10, unchanged: 10 });
    expect(sandbox.records("Company")).toHaveLength(100);
    untouched();
  });

  test("that is kept says nothing", async () => {
    const same = companiesCsv(80).split("\n").slice(41);
    const { run } = await appliedOnce(
      "{ minRows: 80, maxRejected: 5%, maxChanges: 50% }",
      `${companiesCsv(40, "Other")}${same.join("\n")}`,
    );
    const { code, stdout } = await run(...APPLY);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ read: 80, updated: 40, unchanged: 40 });
  });
});
