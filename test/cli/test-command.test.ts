import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

const DEFINITION = `version: 1
name: companies
source: { csv: { path: companies.csv } }   # the export
target: { object: Company }
mode: upsert
fields:
  externalId: id
  name: $trim(name)
  phase: >-
    stage = "t"
      ? "Trial" : "Customer"
  custom.Seen: $now()
  city: city ?? "unknown"
tests:
  - name: trims the name
    row: { id: c1, name: " Acme ", stage: t, city: Oslo }   # as the CRM has it
    expect: { externalId: c1, name: Acme, phase: Trial, city: Oslo, custom: { Seen: "2024-01-01T00:00:00.000Z" } }
  - name: on a leap day
    now: 2024-02-29T12:00:00+01:00
    row: { id: c1, name: A, stage: t, city: Oslo }
    expect: { externalId: c1, name: A, phase: Trial, city: Oslo, custom: { Seen: "2024-02-29T11:00:00.000Z" } }
`;
const DATA = "id,name,stage,city,email\\nc7, Bolt ,x,,ada@example.com\\n,Nobody,x,,\\n".replaceAll(
  "\\n",
  "\n",
);

function project(definition = DEFINITION) {
  return makeProject({ "syncs/companies.yaml": definition, "companies.csv": DATA });
}

describe("test", () => {
  test("stops the clock: at one moment by default, at another where a test says now", async () => {
    const { code, stdout } = await runMain(["test"], { dir: await project() });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "companies\n  ✓ trims the name\n  ✓ on a leap day\n\n2 tests in 1 sync, all passed.\n",
    });
  });

  test.each(["2024-02-30T00:00:00Z", "2024-01-01", "2024-01-01T00:00:00"])(
    "a now of %s is refused by validate: it is not a date and time",
    async (now) => {
      const dir = await project(DEFINITION.replace("2024-02-29T12:00:00+01:00", now));
      const { code, stdout } = await runMain(["validate"], { dir });
      expect(code).toBe(3);
      expect(stdout).toContain("syncs/companies.yaml:19:10");
      expect(stdout).toContain("is not a date and time with a time zone");
    },
  );

  test("shows of a failure what differs, within lists and objects too, and ends with 1", async () => {
    const dir = await project(
      DEFINITION.replace(
        "name: Acme, phase: Trial",
        'name: "Acme\u00a0", phase: Lost, web: acme.example',
      ).replace("  city: city", "  web: site\n  city: city"),
    );
    const { code, stdout } = await runMain(["test", "--filter", "TRIMS"], { dir });
    expect(code).toBe(1);
    expect(stdout).toBe(`companies
  ✗ trims the name  syncs/companies.yaml:16
      - name:  "Acme\u00a0"
      + name:  "Acme"
      - phase: "Lost"
      + phase: "Trial"
      - web:   "acme.example"
      + web:   (no value)

1 test in 1 sync, 1 failed (- expected, + got).
`);
  });

  test("two values that look alike are told apart", async () => {
    const dir = await project(
      DEFINITION.replace('name: " Acme "', 'name: "Ac me"').replace("name: Acme", 'name: "Ac\u00a0me"'),
    );
    const { stdout } = await runMain(["test"], { dir });
    expect(stdout).toContain('- name: "Ac\\u00a0me"\n      + name: "Ac me"');
  });

  test("a filter that no test bears is a mistake on the command line", async () => {
    const { code, stdout, stderr } = await runMain(["test", "--filter", "nothing"], { dir: await project() });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("No test has a name");
  });

  test("--format junit is a report for CI", async () => {
    const { code, stdout } = await runMain(["test", "--format", "junit"], { dir: await project() });
    expect(code).toBe(0);
    expect(stdout).toContain('<testsuite name="companies" tests="2" failures="0"');
  });
});

describe("test --coverage", () => {
  test("names the branches and fields that no test reaches, with their places", async () => {
    const { code, stdout } = await runMain(["test", "--coverage"], {
      dir: await project(DEFINITION.replace("  city: city", "  country: land\n  city: city")),
    });
    expect(code).toBe(0);
    expect(stdout).toContain(`Coverage: 70 %
  companies  70 %  5 of 6 fields  2 of 4 branches
    syncs/companies.yaml:11:19  phase: no test makes the condition before \`?\` false
    syncs/companies.yaml:13:3  country: no test expects a value of it
    syncs/companies.yaml:14:17  city: no test needs the fallback behind \`??\`
`);
  });

  test("is in the JSON, and a threshold that is not reached fails", async () => {
    const dir = await project();
    const result = await runMain(["test", "--coverage-threshold", "78", "--format", "json"], { dir });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("reach 77 %");
    expect(JSON.parse(result.stdout).coverage).toMatchObject({
      percent: 77,
      syncs: [{ sync: "companies", fields: { total: 5, reached: 5 }, branches: { total: 4, reached: 2 } }],
    });
    expect(await runMain(["test", "--coverage-threshold", "77"], { dir })).toMatchObject({ code: 0 });
  });

  test("a sync without tests reaches nothing", async () => {
    const dir = await project(DEFINITION.slice(0, DEFINITION.indexOf("tests:")));
    const { code, stdout } = await runMain(["test", "--coverage"], { dir });
    expect(code).toBe(0);
    expect(stdout).toContain("Coverage: 0 %");
  });
});

describe("test --record", () => {
  test("writes a test from a real row, leaves the file as it was otherwise, and the test passes", async () => {
    const dir = await project();
    const recorded = await runMain(["test", "--record", "companies", "--key", "c7"], { dir });
    expect(recorded).toMatchObject({
      code: 0,
      stdout: 'Wrote the test "as of c7" to syncs/companies.yaml; it expects a record.\n',
    });
    const text = await readFile(join(dir, "syncs/companies.yaml"), "utf8");
    expect(text.startsWith(DEFINITION)).toBe(true);
    // The column that no expression reads stays out of git.
    expect(text.slice(DEFINITION.length)).toBe(`  - name: as of c7
    row: { id: c7, name: " Bolt ", stage: x, city: "" }
    expect:
      externalId: c7
      name: Bolt
      phase: Customer
      city: ""
      custom: { Seen: "2024-01-01T00:00:00.000Z" }
`);
    expect(await runMain(["test"], { dir })).toMatchObject({ code: 0 });
  });

  test("warns of values that seem to be personal, and masks nothing", async () => {
    const dir = await project(DEFINITION.replace("city: city", "custom.Mail: email\n  city: city"));
    const { code, stderr } = await runMain(
      ["test", "--record", "companies", "--key", "c7", "--name", "bolt"],
      {
        dir,
      },
    );
    expect(code).toBe(0);
    expect(stderr).toContain("seem to be personal (email)");
    expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toContain("ada@example.com");
  });

  test("refuses a name that is taken, and writes nothing", async () => {
    const dir = await project();
    const argv = ["test", "--record", "companies", "--key", "c7", "--name", "on a leap day"];
    const { code, stderr } = await runMain(argv, { dir });
    expect(code).toBe(3);
    expect(stderr).toContain("has a test of that name already");
    expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toBe(DEFINITION);
  });

  test("refuses a row with a secret of the project", async () => {
    const dir = await project();
    await writeFile(join(dir, "companies.csv"), "id,name,stage,city\nc7,token-0123456789,x,\n");
    const env = { PLANHAT_API_TOKEN: "token-0123456789" };
    const { code, stderr } = await runMain(["test", "--record", "companies", "--key", "c7"], { dir, env });
    expect(code).toBe(3);
    expect(stderr).toContain("holds a secret");
    expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toBe(DEFINITION);
  });

  test("a rejected row becomes a test of its rejection", async () => {
    const dir = await project();
    await writeFile(join(dir, "companies.csv"), "id,name,stage,city\nc8,,x,\n");
    const { stdout } = await runMain(["test", "--record", "companies", "--key", "c8"], { dir });
    expect(stdout).toContain("it expects a rejection (required-field)");
    expect(await runMain(["test"], { dir })).toMatchObject({ code: 0 });
  });

  test.each([
    [["--record", "companies"], "--record does not say which row to record."],
    [["--record", "companies", "--key", "none"], "No row of the source has that key."],
    [["--record", "compnies", "--key", "c7"], "Did you mean companies?"],
    [["--key", "c7"], "--key and --name are for recording a test."],
  ])("%j is a mistake on the command line", async (argv, says) => {
    const { code, stderr } = await runMain(["test", ...argv], { dir: await project() });
    expect(code).toBe(3);
    expect(stderr).toContain(says);
  });
});
