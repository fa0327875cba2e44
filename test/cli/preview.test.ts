import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { reportSchema } from "../../src/model/generated/report.ts";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

const PROJECT = {
  "syncs/companies.yaml": `version: 1
name: companies
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
fields:
  externalId: id
  name: "$uppercase(\\n  name)"
  custom.Seats: 'seats = "" ? 0 : $number(seats)'
  phase: { value: Trial }
  custom.Secret: name & "!"
`,
  "companies.csv": "id,name,seats\nc1,Acme,ten\nc2,Bolt,5\n",
};

test("--trace tells of each field what it read, what it gave, and where it failed", async () => {
  const { code, stdout } = await runMain(["preview", "companies", "--trace", "--key", "c1"], {
    dir: await makeProject(PROJECT),
  });
  expect(code).toBe(6);
  expect(stdout).toContain(`  externalId  syncs/companies.yaml:7:15
    = id
      id  "c1"
    → "c1"
  name  syncs/companies.yaml:8:10
    = $uppercase( name)
      name  "Acme"
    → "ACME"
  custom.Seats  syncs/companies.yaml:9:18
    = seats = "" ? 0 : $number(seats)
      seats  "ten"
    ! expression-failed  syncs/companies.yaml:9:35
`);
  expect(stdout).toContain('  phase  syncs/companies.yaml:10:3\n    → "Trial"\n');
});

test("--trace --format json holds the same, as the schema describes it", async () => {
  const argv = ["preview", "companies", "--trace", "--format", "json"];
  const { stdout } = await runMain(argv, { dir: await makeProject(PROJECT) });
  const preview = JSON.parse(stdout);
  const validate = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false })
    .addSchema(reportSchema, "report")
    .getSchema("report#/definitions/preview");
  expect(validate?.(preview)).toBe(true);
  expect(preview.rows[0].trace[2]).toMatchObject({
    field: "custom.Seats",
    inputs: { seats: "ten" },
    missing: [],
    error: { rule: "expression-failed", line: 9, column: 35 },
  });
  expect(preview.rows[1].trace[2]).toMatchObject({ result: 5 });
});

test("a secret is masked before long values are cut", async () => {
  const secret = `hunter2-${"x".repeat(60)}`;
  const dir = await makeProject({ ...PROJECT, "companies.csv": `id,name,seats\nc1,${secret},1\n` });
  for (const argv of [[], ["--trace"], ["--format", "json"]]) {
    const { stdout } = await runMain(["preview", "companies", ...argv], {
      dir,
      env: { PLANHAT_API_TOKEN: secret },
    });
    expect(stdout).toContain("***");
    expect(stdout).not.toContain("hunter2");
  }
});
