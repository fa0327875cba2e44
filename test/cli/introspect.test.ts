import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const FIELDS = [
  { parent: "enduser", name: "Seniority", type: "rating" },
  { parent: "company", name: "Tier", type: "list", listValues: ["Growth", "Enterprise"] },
  { parent: "company", name: "ARR", type: "number", isFormula: true, formula: "<<mrr>> * 12" },
  { parent: "company", name: "Segment", type: "text", isMandatory: true },
  { parent: "quantumleap", name: "Depth", type: "number" },
];

const FILE = "planhat.fields.json";

async function introspected(fields: readonly (typeof FIELDS)[number][] = FIELDS, files = {}) {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("CustomField", fields);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(2),
    ...files,
  });
  const run = (...argv: readonly string[]) => runMain(argv, { dir, env });
  return { sandbox, dir, run, text: () => readFile(join(dir, FILE), "utf8") };
}

test("introspect writes every custom field, sorted, without ids, and says what it wrote", async () => {
  const { run, text, sandbox } = await introspected();
  const { code, stdout, stderr } = await run("introspect");
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toContain("Wrote planhat.fields.json: 5 custom fields.");
  expect(JSON.parse(await text())).toEqual({
    version: 1,
    objects: {
      Company: {
        ARR: { type: "number", formula: "<<mrr>> * 12" },
        Segment: { type: "text", mandatory: true },
        Tier: { type: "list", options: ["Enterprise", "Growth"] },
      },
      Enduser: { Seniority: { type: "rating" } },
      quantumleap: { Depth: { type: "number" } },
    },
  });
  expect(sandbox.log.every(({ method }) => method === "GET")).toBe(true);
});

test("the same tenant gives the same bytes, in whatever order Planhat lists its fields", async () => {
  const one = await introspected();
  const other = await introspected([...FIELDS].reverse());
  for (const { run } of [one, other]) expect(await run("introspect")).toMatchObject({ code: 0 });
  expect(await one.text()).toBe(await other.text());
  expect((await one.run("introspect")).stdout).toContain("is as your Planhat is: 5 custom fields.");
});

test("more custom fields than one page are all read", async () => {
  const many = Array.from({ length: 2001 }, (_, index) => ({
    ...{ parent: "company", name: `Field ${index}`, type: "text" },
  }));
  const { run, text } = await introspected(many);
  expect((await run("introspect")).stdout).toContain("2,001 custom fields");
  expect(Object.keys(JSON.parse(await text()).objects.Company)).toHaveLength(2001);
});

test("--check exits with 0 for the same, with 2 and what moved for another, and writes nothing", async () => {
  const { run, text, sandbox, dir } = await introspected();
  expect(await run("introspect", "--check")).toMatchObject({ code: 2 });
  await run("introspect");
  expect(await run("introspect", "--check")).toMatchObject({ code: 0 });

  const tier = sandbox.records("CustomField").find(({ name }) => name === "Tier");
  sandbox.seed("CustomField", [{ parent: "company", name: "Region", type: "text" }]);
  await fetch(`${sandbox.url}/customfields/${tier?.["_id"]}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify({ listValues: ["Growth", "Scale"] }),
  });
  const before = await text();
  const moved = await run("introspect", "--check");
  expect(moved.code).toBe(2);
  expect(moved.stdout).toContain("+ Company.custom.Region: text");
  expect(moved.stdout).toContain('~ Company.custom.Tier: 1 new value "Scale"; 1 value gone "Enterprise"');
  const json = JSON.parse((await run("introspect", "--check", "--format", "json")).stdout);
  expect(json).toMatchObject({ outcome: "moved", changes: [{ field: "Region" }, { field: "Tier" }] });
  expect(await text()).toBe(before);

  // A checkout with other line ends means the same.
  await run("introspect");
  await writeFile(join(dir, FILE), (await text()).replaceAll("\n", "\r\n"));
  expect(await run("introspect", "--check")).toMatchObject({ code: 0 });
});

test("where the token may not read custom fields, it says so and leaves the file alone", async () => {
  const { env } = await makeSandbox({ permissions: { CustomField: { read: false } } });
  const dir = await makeProject({ "planhat-sync.yaml": FAST, "syncs/c.yaml": COMPANIES, [FILE]: "{}" });
  const { code, stderr } = await runMain(["introspect"], { dir, env });
  expect(code).toBe(4);
  expect(stderr).toContain("The API token may not read custom fields (403)");
  expect(await readFile(join(dir, FILE), "utf8")).toBe("{}");
  expect(await runMain(["introspect", "--check"], { dir, env })).toMatchObject({ code: 3 });
  expect(await runMain(["introspect"], { dir, env: {} })).toMatchObject({ code: 4 });
});

test("validate knows the fields, their types and values offline, and a run rejects what does not fit", async () => {
  const { run, dir } = await introspected(FIELDS, {
    "syncs/companies.yaml": `${COMPANIES}  custom.tier: { value: Growth }
  custom.ARR: $number(id)
  custom.Segment: { value: 5 }
`,
  });
  await run("introspect");
  const offline = await runMain(["validate", "--format", "json"], { dir });
  const found = JSON.parse(offline.stdout).diagnostics.filter(
    ({ severity }: { severity: string }) => severity === "error",
  );
  expect(found).toMatchObject([
    { rule: "unknown-field", line: 11, hint: expect.stringContaining("did you mean custom.Tier?") },
    { rule: "formula-field", line: 12 },
    { rule: "type-mismatch", line: 13 },
  ]);

  const mended = `${COMPANIES}  custom.Tier: 'id = "c0" ? "Growth" : phase'\n  custom.Segment: phase\n`;
  await writeFile(join(dir, "syncs/companies.yaml"), mended);
  const applied = await run("apply", "--auto-approve");
  expect(applied).toMatchObject({ code: 6 });
  expect(applied.stdout + applied.stderr).toContain('takes one of "Enterprise", "Growth"');
});

test("a file that is no JSON, or of another shape, is told with its line", async () => {
  const { run, dir } = await introspected();
  await writeFile(join(dir, FILE), '{\n  "version": 1,\n  <<<<<<< HEAD\n');
  const broken = JSON.parse((await run("validate", "--format", "json")).stdout).diagnostics;
  expect(broken).toMatchObject([{ rule: "fields-file", file: FILE, line: 3 }]);
  await writeFile(
    join(dir, FILE),
    '{\n  "version": 1,\n  "objects": { "Company": {\n "Tier": { "kind": "x" } } } }',
  );
  const shaped = JSON.parse((await run("validate", "--format", "json")).stdout).diagnostics;
  expect(shaped.length).toBeGreaterThan(0);
  expect(shaped[0]).toMatchObject({ rule: "schema", file: FILE, line: 4 });
  expect(await run("introspect")).toMatchObject({ code: 0 });
  expect(await run("validate")).toMatchObject({ code: 0 });
});

test.each([
  ["brackets without end", "[".repeat(500_000)],
  ["lists within each other", `{"version":1,"objects":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
  ["objects within each other", `{"version":1,"objects":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`],
  ["a prototype", '{"version":1,"objects":{"__proto__":{"Tier":{"type":"text"}}}}'],
  ["a text", '"version"'],
  ["a type that is a number", '{"version":1,"objects":{"Company":{"Tier":{"type":7}}}}'],
])("a file with %s is told as a fault of it, and is no bug of ours", async (_, text) => {
  const { run, dir } = await introspected();
  await writeFile(join(dir, FILE), text);
  const { code, stdout, stderr } = await run("validate", "--format", "json");
  expect([code, stderr]).toEqual([3, ""]);
  const errors = JSON.parse(stdout).diagnostics;
  expect(errors.length).toBeGreaterThan(0);
  for (const { file } of errors) expect(file).toBe(FILE);
});

test("schema sync --tenant is a JSON Schema that knows the fields and the values of lists", async () => {
  const { run } = await introspected();
  expect(await run("schema", "sync", "--tenant")).toMatchObject({ code: 3 });
  expect(await run("schema", "plan", "--tenant")).toMatchObject({ code: 3 });
  await run("introspect");
  const { code, stdout } = await run("schema", "sync", "--tenant");
  expect(code).toBe(0);
  const ajv = new Ajv({ strict: false });
  const schema = JSON.parse(stdout);
  expect(ajv.validateSchema(schema)).toBe(true);
  const validate = ajv.compile(schema);
  const sync = (object: string, fields: object) => ({
    ...{ version: 1, source: { csv: { path: "x.csv" } }, target: { object }, mode: "upsert" },
    fields: { name: "name", ...fields },
  });
  expect(validate(sync("Company", { "custom.Tier": { value: "Growth" }, "custom.New": "x" }))).toBe(true);
  expect(validate(sync("Company", { "custom.Tier": "tier" }))).toBe(true);
  expect(validate(sync("Company", { "custom.Tier": { value: "growth" } }))).toBe(false);
  expect(validate(sync("Enduser", { "custom.Tier": { value: "growth" } }))).toBe(true);
  expect(stdout).toContain('"custom.Segment"');
  expect(stdout).not.toContain('"custom.ARR"');
});
