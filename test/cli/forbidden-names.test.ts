import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

/** Whatever got through would show on every object. */
afterEach(() => {
  for (const name of ["polluted", "tier", "type", "phase"]) expect({}).not.toHaveProperty(name);
});

const files = (more: Readonly<Record<string, string>>) => ({
  "syncs/companies.yaml": COMPANIES,
  "companies.csv": companiesCsv(2),
  ...more,
});

describe("[C10] a name that would set a prototype is refused by validate", () => {
  test.each([
    ["custom.__proto__: phase", "yaml-key"],
    ['"custom.__proto__": { value: { polluted: 1 } }', "yaml-key"],
    ['"custom.\\u005f_proto__": phase', "yaml-key"],
    ["custom.constructor: phase", "yaml-key"],
    ["custom.prototype: { expr: phase, required: true }", "yaml-key"],
    ["__proto__: phase", "yaml-key"],
  ])("as the field %s", async (field, rule) => {
    const dir = await makeProject(files({ "syncs/companies.yaml": `${COMPANIES}  ${field}\n` }));
    const { code, stdout } = await runMain(["validate", "--format", "json"], { dir });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ rule, line: COMPANIES.split("\n").length }]);
  });

  test.each([
    "row: { id: a, custom.__proto__: x }\n    expect: { externalId: a }",
    "row: { id: a }\n    expect: { externalId: a, custom.__proto__: x }",
    "row: { id: a }\n    expect: { externalId: a, custom: { __proto__: x } }",
  ])("in a test: %s", async (text) => {
    const yaml = `${COMPANIES}tests:\n  - name: t\n    ${text}\n`;
    const dir = await makeProject(files({ "syncs/companies.yaml": yaml }));
    const { code, stdout } = await runMain(["validate", "--format", "json"], { dir });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ rule: "yaml-key" }]);
  });

  test.each(['{"__proto__":{"tier":{"type":"text"}}}', '{"Company":{"__proto__":{"type":"text"}}}'])(
    "in the file of the tenant's fields: %s",
    async (objects) => {
      const dir = await makeProject(files({ "planhat.fields.json": `{"version":1,"objects":${objects}}` }));
      const { code, stdout } = await runMain(["validate", "--format", "json"], { dir });
      expect(code).toBe(3);
      expect(JSON.parse(stdout).diagnostics).toMatchObject([
        { rule: "fields-file", file: "planhat.fields.json" },
      ]);
    },
  );
});

describe("[S4, C10] it is refused before anything is written", () => {
  test.each(["__proto__", " __proto__", "custom.__proto__"])("as the column %j of a CSV", async (column) => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject(files({ "companies.csv": `id,name,phase,${column}\nc0,A,Trial,x\n` }));
    const { code, stderr } = await runMain(["apply", "--auto-approve"], { dir, env });
    expect(code).toBe(4);
    expect(stderr).toContain(`Column 4 is named ${column.trim()}`);
    expect(sandbox.log.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("in a list of columns under header:", async () => {
    const { env } = await makeSandbox();
    const source = "{ path: companies.csv, header: [id, name, phase, __proto__] }";
    const yaml = COMPANIES.replace("{ path: companies.csv }", source);
    const dir = await makeProject(files({ "syncs/companies.yaml": yaml, "companies.csv": "c0,A,Trial,x\n" }));
    const { code, stderr } = await runMain(["plan"], { dir, env });
    expect(code).not.toBe(0);
    expect(stderr).toContain("is named __proto__");
  });

  test.each([
    '{"companies":[{"name":"A","__proto__":{"polluted":1}}]}',
    '{"companies":[{"name":"A","custom":{"__proto__":{"polluted":1}}}]}',
    '{"companies":[{"name":"A","custom.__proto__":1}]}',
  ])("in a seed: %s", async (seed) => {
    const dir = await makeProject({});
    await writeFile(join(dir, "seed.json"), seed);
    const started = startSandbox({ objectTypes: OBJECT_TYPES, seed: join(dir, "seed.json") });
    await expect(started).rejects.toMatchObject({
      kind: "usage",
      message: "Seed record 1 of companies has a key named __proto__.",
    });
  });
});

test("a custom field of that name in Planhat is no field that introspect lists", async () => {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("CustomField", [
    { parent: "company", name: "__proto__", type: "text" },
    { parent: "company", name: "Tier", type: "text" },
  ]);
  const dir = await makeProject(files({}));
  expect(await runMain(["introspect"], { dir, env })).toMatchObject({ code: 0 });
  expect((await runMain(["validate"], { dir, env })).code).toBe(0);
});
