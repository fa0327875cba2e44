import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, serve } from "../sources/http/api-server.ts";
import { runMain } from "../support/cli.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";
import { writesOf } from "../support/scene.ts";

const APPLY = ["apply", "--auto-approve"];

/** A project that was applied once, with a source that has changed its columns since. */
async function applied(files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({ "planhat-sync.yaml": FAST, ...files });
  const run = (...argv: string[]) => runMain(argv, { dir, env: { ...env, ...more } });
  const first = await run(...APPLY);
  expect(first.code, first.stderr).toBe(0);
  const writes = writesOf(sandbox).length;
  return {
    run,
    records: () => sandbox.records("Company"),
    writes: () => writesOf(sandbox).length - writes,
    write: (name: string, text: string) => writeFile(join(dir, name), text),
  };
}

describe("[S28] the columns of a CSV file have changed", () => {
  const files = { "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) };

  test.each([["plan"], APPLY])(
    "one is gone: %s ends with 3 at the field that reads it, and nothing is written",
    async (...command) => {
      const { run, write, writes } = await applied(files);
      await write("companies.csv", "id,name,stage\nc0,New name,Trial\n");
      const { code, stderr } = await run(...command);
      expect(code).toBe(3);
      expect(stderr).toContain("syncs/companies.yaml:10:10");
      expect(stderr).toContain("The source of companies has no column phase");
      expect(stderr).toContain("the columns are id, name, stage");
      expect(writes()).toBe(0);
    },
  );

  test("one is new: it changes nothing, and --verbose names it", async () => {
    const { run, write, writes } = await applied(files);
    await write(
      "companies.csv",
      companiesCsv(3)
        .replace(/(?<=.)$/gm, ",x")
        .replace("phase,x", "phase,in\u001bdustry"),
    );
    const { code, stdout, stderr } = await run("plan", "--verbose");
    expect(code).toBe(0);
    expect(stdout).toContain("3 unchanged");
    expect(stderr).toContain("syncs/companies.yaml: No field reads the column in\\u001bdustry.");
    expect((await run(...APPLY)).stderr).not.toContain("No field reads");
    expect(writes()).toBe(0);
  });

  test("nothing is said of columns where an expression may read any", async () => {
    const { run, write } = await applied({
      ...files,
      "syncs/companies.yaml": `${COMPANIES}  custom.All: $string($)\n`,
    });
    await write("companies.csv", "id,name,phase,tier\nc0,A,Trial,x\n");
    expect((await run("plan", "--verbose")).stderr).not.toContain("No field reads");
  });
});

describe("[S28] the columns of a query have changed", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const definition = `version: 1
source: { postgres: { connection: "\${WAREHOUSE_URL}", query: SELECT * FROM accounts } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
  mr: mrr
`;

  async function appliedAccounts() {
    await server.query(
      `drop table if exists accounts;
       create table accounts as select 'a' || g as id, 'A' as name, g as mrr from generate_series(1, 3) g;
       grant select on accounts to public`,
    );
    return applied({ "syncs/companies.yaml": definition }, { WAREHOUSE_URL: server.url });
  }

  test.each([
    ["gone", "drop column mrr", "column-unknown", "has no column mrr"],
    ["of another type", "alter column mrr type text", "type-mismatch", "$number(mrr)"],
  ])("one is %s: exit 3 before anything is read into a plan", async (_what, change, rule, says) => {
    const { run, writes } = await appliedAccounts();
    await server.query(`alter table accounts ${change}; update accounts set name = 'B'`);
    const { code, stderr } = await run(...APPLY);
    expect(code).toBe(3);
    expect(stderr).toContain(rule);
    expect(stderr).toContain("syncs/companies.yaml:9:7");
    expect(stderr).toContain(says);
    expect(writes()).toBe(0);
  });

  const CUSTOM = definition.replace(
    "  mr: mrr\n",
    "  custom.Score: mrr\n  custom.Text: $string(mrr)\n  custom.Flag: active\n",
  );

  async function appliedCustom() {
    await server.query(
      `drop table if exists accounts;
       create table accounts as select 'a' || g as id, 'A' as name, g as mrr, true as active from generate_series(1, 3) g;
       grant select on accounts to public`,
    );
    return applied({ "syncs/companies.yaml": CUSTOM }, { WAREHOUSE_URL: server.url });
  }

  test.each([
    [
      "text",
      "alter column mrr type text",
      "mrr holds text and held numbers",
      "custom.Score would get text in place of a number",
      "$number(mrr)",
    ],
    [
      "a numeric",
      "alter column mrr type numeric",
      "mrr holds text and held numbers",
      "custom.Score would get text",
      "$number(mrr)",
    ],
    [
      "a list",
      "alter column mrr type int[] using array[mrr]",
      "mrr holds lists and held numbers",
      "custom.Score would get a list",
      "convert it",
    ],
    [
      "a number",
      "alter column active type int using active::int",
      "active holds numbers and held true and false",
      "custom.Flag would get a number",
      "convert it",
    ],
  ])(
    "one that custom fields read becomes %s: plan and apply end with 3, and nothing is written",
    async (_what, change, column, field, hint) => {
      const { run, writes } = await appliedCustom();
      await server.query(`alter table accounts ${change}; update accounts set name = 'B'`);
      for (const command of [["plan"], APPLY]) {
        const { code, stderr } = await run(...command);
        expect(code).toBe(3);
        expect(stderr).toContain(`syncs/companies.yaml: The column ${column}`);
        expect(stderr).toContain(field);
        expect(stderr).toContain(hint);
      }
      expect(writes()).toBe(0);
    },
  );

  test.each([
    ["a wider number", "alter column mrr type int8"],
    ["a float", "alter column mrr type float8"],
    ["text of another length", "alter column name type varchar(20)"],
  ])("one that becomes %s gives what it gave", async (_what, change) => {
    const { run } = await appliedCustom();
    await server.query(`alter table accounts ${change}`);
    expect((await run("plan")).code).toBe(0);
  });

  test("a definition that was changed for it says that it is meant", async () => {
    const { run, write } = await appliedCustom();
    await server.query("alter table accounts alter column mrr type text");
    expect((await run("plan")).code).toBe(3);
    await write("syncs/companies.yaml", CUSTOM.replace("custom.Score: mrr", "custom.Score: $number(mrr)"));
    expect((await run(...APPLY)).code).toBe(0);
    await server.query("alter table accounts alter column mrr type int using mrr::int");
    expect((await run("plan")).code).toBe(0);
  });

  test("one is new: it changes nothing, and --verbose names it", async () => {
    const { run, writes } = await appliedAccounts();
    await server.query("alter table accounts add column tier text");
    const { code, stderr } = await run(...APPLY, "--verbose");
    expect(code).toBe(0);
    expect(stderr).toContain("syncs/companies.yaml: No field reads the column tier.");
    expect(writes()).toBe(0);
  });
});

describe("[S28] the records of an API have changed", () => {
  async function api(rules = "") {
    let records: readonly object[] = [{ id: "c1", name: "A", tier: "ent" }];
    const { url } = await serve((_request, response) => json(response, records));
    const project = await applied({
      "planhat-sync.yaml": `${FAST}${rules}`,
      "syncs/companies.yaml": COMPANIES.replace(/source: .*/, `source: { http: { url: "${url}" } }`).replace(
        "phase: phase",
        `phase: 'tier = "ent" ? "Enterprise" : "Growth"'\n  custom.Tier: tier`,
      ),
    });
    return {
      ...project,
      answer: (next: readonly object[]) => {
        records = next;
      },
    };
  }
  const SAYS = "syncs/companies.yaml: No record has tier, which phase and custom.Tier read";

  test("a name that no record has is warned of with the fields that read it: an API may leave out what is empty", async () => {
    const { run, answer } = await api();
    answer([{ id: "c1", name: "A", level: "ent" }]);
    const { code, stderr } = await run("plan");
    expect(code).toBe(0);
    expect(stderr).toContain(`warning: ${SAYS}`);
  });

  test("column-unknown as an error makes it end the run with 3 before anything is written", async () => {
    const { run, answer, writes, records } = await api("lint: { rules: { column-unknown: error } }\n");
    answer([{ id: "c1", name: "B", teir: "ent" }]);
    const { code, stderr } = await run(...APPLY);
    expect(code).toBe(3);
    expect(stderr).toContain(`error: ${SAYS}. Nothing was written.`);
    expect(stderr).toContain("did you mean teir?");
    expect(writes()).toBe(0);
    expect(records()).toMatchObject([{ name: "A", phase: "Enterprise" }]);
  });

  test("column-unknown that is off says nothing", async () => {
    const { run, answer } = await api("lint: { rules: { column-unknown: off } }\n");
    answer([{ id: "c1", name: "A" }]);
    expect((await run("plan")).stderr).not.toContain("No record has");
  });

  test("a custom field that got text and would get numbers ends plan and apply with 3", async () => {
    const { run, answer, writes } = await api();
    answer([{ id: "c1", name: "B", tier: 3 }]);
    for (const command of [["plan"], APPLY]) {
      const { code, stderr } = await run(...command);
      expect(code).toBe(3);
      expect(stderr).toContain("The column tier holds numbers and held text at the last apply");
      expect(stderr).toContain("write $string(tier) to keep text");
    }
    expect(writes()).toBe(0);
    answer([
      { id: "c1", name: "B", tier: 3 },
      { id: "c2", name: "B", tier: "3" },
    ]);
    expect((await run("plan")).code).toBe(0);
    answer([{ id: "c1", name: "B", tier: null }]);
    expect((await run(...APPLY)).code).toBe(0);
    answer([{ id: "c1", name: "B", tier: 3 }]);
    expect((await run("plan")).code).toBe(3);
  });

  test("a new name changes nothing, and --verbose names it", async () => {
    const { run, answer, writes } = await api();
    answer([{ id: "c1", name: "A", tier: "ent", seats: 5, region: "EU" }]);
    const { code, stderr } = await run(...APPLY, "--verbose");
    expect(code).toBe(0);
    expect(stderr).toContain("syncs/companies.yaml: No field reads the columns seats, region.");
    expect(writes()).toBe(0);
  });
});

test("[S28] a value that is new in a list is rejected in the plan with the values that Planhat knows; a guard keeps the rest back", async () => {
  const { run, write, writes } = await applied({
    "syncs/companies.yaml": `${COMPANIES}  custom.Tier: tier\nguards: { maxRejected: 20% }\n`,
    "companies.csv": "id,name,phase,tier\nc1,A,Trial,Growth\nc2,B,Trial,Growth\n",
    "planhat.fields.json": JSON.stringify({
      version: 1,
      objects: { Company: { Tier: { type: "list", options: ["Growth", "Enterprise"] } } },
    }),
  });
  await write("companies.csv", "id,name,phase,tier\nc1,A2,Trial,Growth\nc2,B,Trial,Starter\n");
  const plan = await run("plan");
  expect(plan.code).toBe(5);
  expect(plan.stdout).toContain("Growth");
  expect(plan.stdout).toMatch(/custom\.Tier/);
  expect((await run(...APPLY)).code).toBe(5);
  expect(writes()).toBe(0);
});
