import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../src/state/schema.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject } from "../support/project.ts";
import { companies, expectOnce, scene, writesOf } from "../support/scene.ts";

const RELEASED = "test/state/released";
const APPLY = ["apply", "--auto-approve", "--baseline", "state", "--format", "json"];

test("[T18, X9] there is a state file of every version that was released", () => {
  const files = readdirSync(RELEASED).toSorted();
  expect(files).toEqual(MIGRATIONS.map((_, index) => `v${index + 1}.sql`));
});

test.each(readdirSync(RELEASED))(
  "[T18, X9] %s is read, told and gone on with: nothing that was accepted is sent again",
  async (name) => {
    const dir = await makeProject({
      "syncs/companies.yaml": `${COMPANIES}  custom.Seats: $number(seats)\n`,
      "companies.csv":
        'id,name,phase,seats\nc0,Äcme,Trial,1\nc1,Bolt,Customer,2.5\nc2,"Cöp, Ltd",,3\nc3,🙂,Trial,-0\nc5,,Trial,6\nc4,Dune,Trial,5\n',
    });
    const file = join(dir, ".planhat-sync", "state.db");
    await mkdir(dirname(file));
    const database = new DatabaseSync(file);
    database.exec(readFileSync(join(RELEASED, name), "utf8"));
    database.close();
    // The sandbox within the command has the same name in every state.
    const env = { PLANHAT_API_URL: "sandbox", PLANHAT_API_TOKEN: "sandbox-token" };
    const run = async (...argv: string[]) => {
      const { code, stdout } = await runMain(argv, { dir, env });
      return { code, told: JSON.parse(stdout) };
    };
    const json = ["--format", "json"];
    const { told: state } = await run("state", "show", ...json);
    expect(state.syncs).toEqual([expect.objectContaining({ name: "companies", records: 4, pending: 1 })]);
    expect((await run("rejects", ...json)).told.rejects).toMatchObject([
      { key: "c5", rule: "required-field", attempts: 1 },
    ]);
    expect((await run("runs", ...json)).told.runs).toMatchObject([
      { status: "interrupted" },
      { status: "partial" },
    ]);
    const { told: plan } = await run("plan", "--baseline", "state", ...json);
    expect(plan.syncs[0].summary).toMatchObject({ read: 6, create: 1, update: 0, unchanged: 4, reject: 1 });
    const { code, told: report } = await run(...APPLY);
    expect(code).toBe(6);
    expect(report.syncs[0].summary).toMatchObject({ created: 1, unchanged: 4, rejected: 1 });
    expect((await run(...APPLY)).told.syncs[0]).toMatchObject({
      summary: { unchanged: 5 },
      calls: { write: 0 },
    });
    expect((await run("rejects", ...json)).told.rejects).toMatchObject([{ key: "c5", attempts: 3 }]);
  },
);

test("[X10] a state that was restored from an old backup: the next apply creates nothing twice, and ends in the right place", async () => {
  for (const baseline of ["live", "state", "none"]) {
    const { sandbox, apply, run, dir } = await scene(companies(30, 10));
    expect((await apply()).code).toBe(0);
    await cp(join(dir, ".planhat-sync"), join(dir, "backup"), { recursive: true });
    const later = `${companiesCsv(40, "Customer")}`;
    await writeFile(join(dir, "companies.csv"), later);
    expect((await apply()).report.syncs[0].summary).toMatchObject({ created: 10, updated: 30 });
    await rm(join(dir, ".planhat-sync"), { recursive: true });
    await cp(join(dir, "backup"), join(dir, ".planhat-sync"), { recursive: true });

    const writes = writesOf(sandbox).length;
    const { stdout, code } = await run("apply", "--auto-approve", "--format", "json", "--baseline", baseline);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ created: 0, rejected: 0, failed: 0 });
    // What Planhat holds now decides: nothing is left to do.
    if (baseline === "live") expect(writesOf(sandbox)).toHaveLength(writes);
    expectOnce(sandbox, 40);
    expect(sandbox.records("Company").every(({ phase }) => phase === "Customer")).toBe(true);
  }
});
