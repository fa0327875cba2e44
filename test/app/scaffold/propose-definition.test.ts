import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectLinter } from "../../../src/app/rules.ts";
import { profileColumns } from "../../../src/app/scaffold/column-profile.ts";
import { definitionText } from "../../../src/app/scaffold/definition-text.ts";
import { proposeDefinition } from "../../../src/app/scaffold/propose-definition.ts";
import { testedDefinition } from "../../../src/app/scaffold/tested-definition.ts";
import { checkProject, readProject } from "../../../src/definition/compile-project.ts";
import { runTest } from "../../../src/engine/run-test.ts";
import { compileExpression } from "../../../src/expression/compile-expression.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import { SOURCE_KINDS } from "../../../src/sources/index.ts";
import { runs } from "../../support/effort.ts";

const SOURCE = ["  csv:", "    path: x.csv"];

function draft(object: string, header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const objectType = OBJECT_TYPES.find(({ name }) => name === object);
  if (objectType === undefined) throw new Error("The catalogue has it.");
  const table = rows.map((row) =>
    Object.fromEntries(header.map((column, index) => [column, row[index] ?? ""])),
  );
  return proposeDefinition({ objectType, columns: profileColumns(header, table), source: SOURCE });
}

/** What one column becomes: `field: expression`, of the mapped or of those that are left. */
function mapped(object: string, header: string, ...values: readonly string[]) {
  const { fields, left = [] } = draft(
    object,
    ["id", "name", header],
    ...values.map((value, row) => [`i${row}`, "n", value]),
  );
  const found = [...fields, ...left].find(({ expression }) => expression.includes(header));
  return found === undefined ? undefined : `${found.name}: ${found.expression}`;
}

describe("proposeDefinition", () => {
  test.each<[string, readonly string[], string]>([
    ["renewalDate", ["2026-01-31"], "renewalDate: renewalDate"],
    [
      "renewal",
      ["31.01.2026"],
      'renewalDate: $fromMillis($toMillis(renewal, "[D].[M].[Y]"), "[Y0001]-[M01]-[D01]")',
    ],
    ["MRR", ["10", "2.50"], "mr: $number(MRR)"],
    ["mrr", ["$1,234.50"], 'mr: $number($replace(mrr, /[^0-9.-]/, ""))'],
    ["mrr", ["ten"], "custom.mrr: mrr"],
    ["lifecycle_stage", ["Trial"], "phase: lifecycle_stage"],
    ["Postal Code", ["0150"], "zip: `Postal Code`"],
    ["status", ["Lost", "customer"], "status: $lowercase(status)"],
    ["status", ["gone"], "custom.status: status"],
    ["tags", ["a, b", ""], 'tags: tags != "" ? [$split(tags, ",").$trim($)[$ != ""]]'],
    ["owner", ["Ann"], "custom.owner: owner"],
    ["owner", ["5f1e0c0d9b2e4a0012345678"], "owner: owner"],
    ["active", ["yes", "no"], 'custom.active: active = "yes"'],
    ["active", ["True", "0"], 'custom.active: $lowercase(active) = "true"'],
    ["seats", ["5", " 6 ", ""], 'custom.seats: $trim(seats) != "" ? $number($trim(seats))'],
    ["phone", ["00471234"], "phonePrimary: phone"],
    ["code", ["007"], "custom.code: code"],
    ["big", ["12345678901234567890"], "custom.big: big"],
    ["since", ["2024-01-02 03:04:05"], 'custom.since: $replace(since, " ", "T") & "Z"'],
    ["since", ["03/04/2024"], "custom.since: since"],
    [
      "since",
      ["03/04/2024", "31/01/2024"],
      'custom.since: $fromMillis($toMillis(since, "[D]/[M]/[Y]"), "[Y0001]-[M01]-[D01]")',
    ],
    [
      "since",
      ["01/31/2024"],
      'custom.since: $fromMillis($toMillis(since, "[M]/[D]/[Y]"), "[Y0001]-[M01]-[D01]")',
    ],
    ["health", ["3"], "custom.health: $number(health)"],
    ["and", ["x"], "custom.and: `and`"],
  ])("a Company's column %s with %j becomes %s", (header, values, field) => {
    expect(mapped("Company", header, ...values)).toBe(field);
  });

  test.each([
    ["E-Mail", "a@b.example", "email: `E-Mail`"],
    ["account_id", "a1", 'companyId: "extid-" & account_id'],
    ["given name", "Ann", "firstName: `given name`"],
    ["Surname", "Lee", "lastName: Surname"],
    ["job-title", "CTO", "position: `job-title`"],
    ["is_primary", "true", 'primary: is_primary = "true"'],
  ])("an Enduser's column %s becomes %s", (header, value, field) => {
    expect(mapped("Enduser", header, value)).toBe(field);
  });

  test.each([
    [
      "Company",
      "Owner Email",
      ["ann@us.example", "", " bob@us.example "],
      'owner: { expr: "`Owner Email`", by: email, missing: omit }',
    ],
    ["Company", "owner", ["ann@us.example"], "owner: { expr: owner, by: email, missing: omit }"],
    ["Company", "owner", ["ann@us.example", "Bob"], "custom.owner: owner"],
    [
      "Company",
      "collaborators",
      ["a@us.example; b@us.example", ""],
      'collaborators: { expr: "$split(collaborators, \\";\\")", by: email, missing: omit }',
    ],
    ["Deal", "owner_email", ["ann@us.example"], "ownerId: { expr: owner_email, by: email, missing: omit }"],
  ])("a %s's column %s of e-mail addresses is looked up", async (object, header, values, line) => {
    const rows = values.map((value, row) => [`i${row}`, "n", "c1", value]);
    const made = draft(object, ["id", "name", "company_id", header], ...rows);
    const text = definitionText(made);
    expect(text).toContain(`  ${object === "Company" && line.startsWith("custom") ? "# " : ""}${line}`);
    const data = { id: "i", name: "n", company_id: "c1", [header]: values[0] ?? "" };
    await testedDefinition("syncs/x.yaml", text, [{ position: { row: 1 }, data }]);
  });

  test("the key is a mapped one whose values are unique; else a column is proposed, and the remark says so", () => {
    expect(draft("Company", ["sf_id", "external_id", "name"], ["s", "e", "n"]).key).toBe("externalId");
    expect(draft("Company", ["crm id", "external id", "name"], ["s1", "e", "n"], ["s2", "e", "n"]).key).toBe(
      "sourceId",
    );
    const proposed = draft("Company", ["name", "Reference code"], ["A", "r1"], ["A", "r2"]);
    expect(proposed.fields[0]).toEqual({
      name: "externalId",
      expression: "`Reference code`",
      remark: "proposed as the key: no two rows share its value",
    });
  });

  test("what a new record needs and no column gives: a text in its place, or an update only", () => {
    const company = draft("Company", ["id", "city"], ["1", "Oslo"]);
    expect(company).toMatchObject({ mode: "upsert" });
    expect(company.fields.at(-1)).toMatchObject({ name: "name", expression: "city" });
    expect(draft("Enduser", ["user id", "first name"], ["1", "Ann"])).toMatchObject({
      mode: "update",
      key: "externalId",
      modeRemark: "a new Enduser needs companyId, and no column gives it",
    });
  });

  test("what it proposes validates and passes its tests, whatever the columns and values are", async () => {
    const forbidden = ["__proto__", "constructor", "prototype"];
    const known = fc.constantFrom(
      "id",
      "external_id",
      "Account ID",
      "name",
      "E-Mail",
      "mrr",
      "renewal",
      "tags",
      "status",
      "is_primary",
      "Owner",
      "phone",
      "custom.x",
      "and",
      "in",
      "null",
      "a`b",
      "a\"b'c",
      "x: y # z",
      "- a",
      "$" + "{HOME}",
      "{a}",
      "%",
    );
    const header = fc
      .oneof(known, fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }))
      .filter((name) => name.trim() !== "" && !forbidden.includes(name));
    const value = fc.oneof(
      fc.constantFrom(
        "",
        " ",
        "1",
        "-2.5",
        "1,234.5",
        "1.234,5",
        "€ 7",
        "007",
        "true",
        "No",
        "2024-02-30",
        "2024-02-29",
        "31.12.2024",
        "13/01/2024",
        "a|b",
        "customer",
        "a@b.example",
        "5f1e0c0d9b2e4a0012345678",
        "12345678901234567890",
        "2024-01-02 03:04:05",
      ),
      fc.string({ unit: "grapheme", maxLength: 10 }),
    );
    const table = fc
      .uniqueArray(header, { minLength: 1, maxLength: 6 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.array(value, { minLength: names.length, maxLength: names.length }), { maxLength: 4 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("Company", "Enduser"), table, async (object, [names, rows]) => {
        const data = rows.map((row) =>
          Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])),
        );
        const text = definitionText(draft(object, names, ...rows));
        const placed = data.map((row, index) => ({ position: { row: index + 1 }, data: row }));
        const made = await testedDefinition("syncs/x.yaml", text, placed);
        const read = readProject({
          dir: "/",
          files: new Map([["syncs/x.yaml", made.text]]),
          env: {},
          objectTypes: OBJECT_TYPES,
          sourceKinds: SOURCE_KINDS,
          compileExpression,
          linter: projectLinter(),
        });
        const project = checkProject(read, {
          columns: new Map([["syncs/x.yaml", names.map((name) => ({ name }))]]),
        });
        expect(project.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        for (const sync of project.syncs) {
          for (const one of sync.tests) expect((await runTest(sync, one)).result.ok).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
