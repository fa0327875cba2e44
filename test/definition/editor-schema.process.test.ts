import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { ALL_RULES } from "../../src/app/rules.ts";
import { editorSchema } from "../../src/definition/schema/editor-schema.ts";
import { readYaml } from "../../src/definition/yaml/yaml-document.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { syncSchema } from "../../src/model/generated/sync.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { runMain } from "../support/cli.ts";
import { type OpenFile, startLanguageServer } from "../support/language-server.ts";
import { makeProject } from "../support/project.ts";

const MODELINE = "# yaml-language-server: $schema=../schemas/sync.schema.json\n";

/** A project as init writes it, open in an editor: the server itself, offline. */
async function editor() {
  const dir = await makeProject({});
  expect(await runMain(["init"], { dir })).toMatchObject({ code: 0 });
  return { dir, server: await startLanguageServer(dir) };
}

/** `4: message`, lines from 1. */
function remarks({ diagnostics }: OpenFile): readonly string[] {
  return diagnostics
    .map(({ range, message }) => `${range.start.line + 1}: ${message}`)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

const labels = async (file: OpenFile, line: number, character: number) =>
  (await file.complete(line - 1, character - 1)).map(({ label }) => label);

describe("in an editor with the YAML language server", () => {
  test("what init writes has no remark, and its modelines lead to schemas that are there", async () => {
    const { dir, server } = await editor();
    for (const path of ["syncs/companies.yaml", "planhat-sync.yaml"]) {
      const file = await server.open(path, await readFile(`${dir}/${path}`, "utf8"));
      expect(remarks(file)).toEqual([]);
      // A schema that was not found would have nothing to say of the first key.
      expect(await file.hover(1, 2)).toContain("This planhat-sync reads version 1.");
    }
  });

  test("mistakes are marked in their lines, in words that say what to do", async () => {
    const { server } = await editor();
    const file = await server.open(
      "syncs/broken.yaml",
      `${MODELINE}version: 1
source:
  csv:
    pth: x.csv
target:
  object: Compny
mode: upsrt
fields:
  name: { vlue: 3 }
  city: [a]
  phase: { expr: x, required: yes }
guards:
  maxRejected: 5 %
batch: { size: 6000 }
tests:
  - name: x
    row: {}
    expect: {}
    expectError: required-field
  - name: y
    row: {}
`,
    );
    const found = remarks(file).join("\n");
    for (const remark of [
      '4: Missing property "path".',
      "5: Property pth is not allowed.",
      "7: Planhat has no object of that name; names are case-sensitive.",
      '8: Value is not accepted. Valid values: "insert", "update", "upsert".',
      "10: Write JSONata as text, { value: … } for a constant",
      "11: Incorrect type.",
      '12: Incorrect type. Expected "boolean".',
      "14: Write a share such as 5%, without a blank, or a whole number.",
      "15: Value is above the maximum of 5000.",
      "20: A test has either expect or expectError.",
      '21: Missing property "expect".',
    ]) {
      expect(found).toContain(remark);
    }
  });

  test("a field or key that the object does not have is marked, one that it has is not, nor a custom field", async () => {
    const { server } = await editor();
    const text = (fields: string, key: string) =>
      `${MODELINE}version: 1\nsource: { csv: { path: x.csv } }\ntarget: { object: Enduser }\nmode: upsert\nkey: ${key}\nfields:\n${fields}`;
    const good = await server.open(
      "syncs/good.yaml",
      text("  email: email\n  custom.Seats: seats\n", "email"),
    );
    expect(remarks(good)).toEqual([]);
    const bad = await server.open("syncs/bad.yaml", text("  email: email\n  eMail: email\n", "name"));
    expect(remarks(bad)).toEqual([
      "6: Planhat does not find a Enduser by that field, but by _id, sourceId, externalId, email.",
      "9: Enduser has no field of that name. Names are case-sensitive; a field of your own is written custom.Name.",
    ]);
  });

  test("keys, objects, modes, keyables, fields and rules are completed where they may stand", async () => {
    const { server } = await editor();
    const file = await server.open(
      "syncs/new.yaml",
      `${MODELINE}version: 1
source:
  ${""}
target:
  object: ${""}
mode: ${""}
key: ${""}
fields:
  name: name
  ${""}
tests:
  - name: x
    row: {}
    expectError: ${""}
`,
    );
    expect(await labels(file, 4, 3)).toEqual(expect.arrayContaining(["csv", "http", "postgres"]));
    expect(await labels(file, 6, 11)).toEqual(expect.arrayContaining(OBJECT_TYPES.map(({ name }) => name)));
    expect(await labels(file, 7, 7)).toEqual(["insert", "update", "upsert"]);
    expect(await labels(file, 15, 18)).toEqual(expect.arrayContaining(["required-field", "type-mismatch"]));
    const whole = await server.open("syncs/empty.yaml", MODELINE);
    expect(await labels(whole, 2, 1)).toEqual(expect.arrayContaining(["sync", "source", "target", "fields"]));
  });

  test("fields and keyables are those of the object, without what Planhat computes", async () => {
    const { server } = await editor();
    const file = await server.open(
      "syncs/new.yaml",
      `${MODELINE}version: 1\nsource: { csv: { path: x.csv } }\ntarget:\n  object: Enduser\nmode: upsert\nkey: \nfields:\n  externalId: id\n  \n`,
    );
    const fields = await labels(file, 10, 3);
    expect(fields).toEqual(expect.arrayContaining(["email", "firstName", "companyId"]));
    expect(fields).not.toEqual(expect.arrayContaining(["domains"]));
    expect(fields).not.toEqual(expect.arrayContaining(["beats"]));
    expect(await labels(file, 7, 6)).toEqual(expect.arrayContaining(["email", "externalId", "sourceId"]));
  });

  test("the tenant's custom fields are completed and explained, once they are known", async () => {
    const dir = await makeProject({
      "planhat.fields.json": JSON.stringify({
        version: 1,
        objects: { Company: { Tier: { type: "list", options: ["Gold", "Silver"] } } },
      }),
    });
    expect(await runMain(["init"], { dir })).toMatchObject({ code: 0 });
    expect(await runMain(["schema", "--write"], { dir })).toMatchObject({ code: 0 });
    const server = await startLanguageServer(dir);
    const file = await server.open(
      "syncs/new.yaml",
      `${MODELINE}version: 1\nsource: { csv: { path: x.csv } }\ntarget: { object: Company }\nmode: upsert\nfields:\n  custom.Tier: tier\n  \n`,
    );
    expect(await file.hover(6, 6)).toContain("Its values: Gold, Silver.");
    const other = await server.open(
      "syncs/other.yaml",
      `${MODELINE}version: 1\nsource: { csv: { path: x.csv } }\ntarget: { object: Company }\nmode: upsert\nfields:\n  name: name\n  \n`,
    );
    expect(await labels(other, 8, 3)).toContain("custom.Tier");
  });

  test("hovering tells what a key, a field and a mode mean", async () => {
    const { server } = await editor();
    const file = await server.open(
      "syncs/new.yaml",
      `${MODELINE}version: 1\nsource: { csv: { path: x.csv } }\ntarget: { object: Enduser }\nmode: upsert\nfields:\n  companyId: '"extid-" & a'\n`,
    );
    expect(await file.hover(2, 18)).toContain("relative to the project folder");
    expect(await file.hover(4, 2)).toContain("`upsert` does both");
    const field = await file.hover(6, 4);
    expect(field).toContain("The company that the contact belongs to");
    expect(field).toContain('`"extid-" & column`');
  });
});

test("the editors' schema and validate agree on what is right", async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const [plain, rich] = [
    ajv.compile(syncSchema),
    ajv.compile(editorSchema(OBJECT_TYPES, ALL_RULES, SOURCE_KINDS)),
  ];
  const definitions = RULES.flatMap(({ id, good }) => {
    const { value } = readYaml("x.yaml", good);
    return plain(value) ? [{ id, value }] : [];
  });
  expect(definitions.length).toBeGreaterThan(10);
  for (const { id, value } of definitions) {
    rich(value);
    expect({ id, errors: rich.errors }).toEqual({ id, errors: null });
  }
});

test("schema --write brings the schemas of a project up to date", async () => {
  const dir = await makeProject({ "schemas/sync.schema.json": "{}\n" });
  const { code, stdout } = await runMain(["schema", "--write"], { dir });
  expect(code).toBe(0);
  expect(stdout).toBe("  wrote  schemas/sync.schema.json\n  wrote  schemas/project.schema.json\n");
  const printed = await runMain(["schema"], { dir });
  expect(JSON.parse(await readFile(`${dir}/schemas/sync.schema.json`, "utf8"))).toEqual(
    JSON.parse(printed.stdout),
  );
});

test("a mistake in JSONata is placed within its scalar, through quotes, escapes and folded lines", async () => {
  const definition = `version: 1
name: x
source: { csv: { path: "-" } }
target: { object: Company }
mode: upsert
fields:
  externalId: id
  name: $trimm(name)
  city: "$trim(\\"a\\" & $nope(b))"
  phase: 'it ? ''x'' : $nope()'
  country: >-
    a = "x"
      ? $nope(b) : "z"
`;
  const { code, stdout } = await runMain(["validate", "--format", "json"], {
    dir: await makeProject({ "syncs/x.yaml": definition }),
  });
  expect(code).toBe(3);
  const places = JSON.parse(stdout).diagnostics.map(
    (one: { line: number; column: number }) => `${one.line}:${one.column}`,
  );
  expect(places).toEqual(["8:9", "9:24", "10:24", "13:9"]);
});
