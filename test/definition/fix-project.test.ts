import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectLinter } from "../../src/app/rules.ts";
import { compileProject } from "../../src/definition/compile-project.ts";
import { fixProject } from "../../src/definition/fix-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { Project } from "../../src/model/project.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { runs } from "../support/effort.ts";

const FILE = "syncs/crm.yaml";

function load(text: string): Project {
  return compileProject({
    dir: "/project",
    files: new Map([[FILE, text]]),
    env: {},
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  });
}

async function fix(text: string) {
  const result = await fixProject({
    load: async (texts) => load(texts.get(FILE) ?? text),
    wants: () => true,
  });
  return { ...result, text: result.texts.get(FILE) ?? text };
}

const WHOLE = `# yaml-language-server: $schema=../schemas/sync.schema.json
version: 1
name: crm   # as the CRM calls it
source:
  csv: { path: a.csv, header: [account_id, name, city, "first-name", seats] }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: $trim(name)          # never blank
  city: 'city & ""'
  status: 'city = "" ? "lost" : "customer"'
  custom.First name: '\`first-name\`'
guards: { maxRejected: 5% }
# What it must do:
tests:
  - name: trims
    row: { account_id: "1", name: " A ", city: Oslo, seats: "2" }
    expect: { externalId: "1", name: A, city: Oslo, custom: {} }
`;

/** One mistake with one right answer each: what is written, and in place of what. */
const MISTAKES: readonly (readonly [right: string, wrong: string])[] = [
  ["  externalId: account_id", "  external_id: account_id"],
  ["  externalId: account_id", "  externalID: account_id"],
  ["  externalId: account_id", "  externlId: account_id"],
  ["  city: 'city", "  City: 'city"],
  ['"lost"', '"Lost"'],
  ["key: externalId", "key: ExternalId"],
  ["object: Company", "object: company"],
  ["mode: upsert", "mode: Upsert"],
  ["mode: upsert", "modes: upsert"],
  ["guards:", "guard:"],
  ["maxRejected", "max_rejected"],
  ["header:", "Header:"],
  ["version: 1", 'version: "1"'],
  ["name: crm ", "name: 2026 "],
  ["externalId: account_id", "externalId: acount_id"],
  ["city & ", "City & "],
  ["'`first-name`'", "first-name"],
  ['seats: "2"', "seats: 2"],
];

describe("fixProject", () => {
  test("leaves alone what is right", async () => {
    expect(load(WHOLE).diagnostics).toEqual([]);
    expect(await fix(WHOLE)).toMatchObject({ text: WHOLE, fixed: [] });
  });

  test.each(MISTAKES)("%s is put in place of %s, and nothing else changes", async (right, wrong) => {
    const broken = WHOLE.replace(right, wrong);
    expect(load(broken).diagnostics).not.toEqual([]);
    const { text, project, fixed } = await fix(broken);
    expect(project.diagnostics).toEqual([]);
    expect(fixed.length).toBeGreaterThan(0);
    const expected = wrong === "name: 2026 " ? WHOLE.replace(right, 'name: "2026" ') : WHOLE;
    expect(text).toBe(expected);
  });

  test("a field that tests and key name too is renamed everywhere", async () => {
    const broken = WHOLE.replaceAll("externalId", "external_id");
    expect((await fix(broken)).text).toBe(WHOLE);
  });

  test("keys are put in order, each with its comments, and the first line stays the first", async () => {
    const [head = "", version = "", ...parts] = WHOLE.split(
      /^(?=version|name|source|target|mode|key|fields|guards|# What)/m,
    );
    const broken = [head, version, ...parts.toReversed()].join("");
    const { text, project } = await fix(broken);
    expect(project.diagnostics).toEqual([]);
    expect(text).toBe(WHOLE);
  });

  test("a comment that suppresses nothing goes, with its line or without", async () => {
    const alone = WHOLE.replace("key:", "# planhat-sync-disable-next-line key-order: why\nkey:");
    expect((await fix(alone)).text).toBe(WHOLE);
    const behind = WHOLE.replace("mode: upsert", "mode: upsert # planhat-sync-disable-line key-order: why");
    expect((await fix(behind)).text).toBe(WHOLE);
  });

  test("a file that is no YAML is not touched", async () => {
    const broken = `${WHOLE.replace("  externalId", "  external_id")}\t@`;
    expect(load(broken).diagnostics.map(({ rule }) => rule)).toContain("yaml-syntax");
    expect(await fix(broken)).toMatchObject({ text: broken, fixed: [] });
  });

  test("a rename that would meet another field is left to the user", async () => {
    const broken = WHOLE.replace("  city: 'city", "  Name: x\n  city: 'city");
    const { text } = await fix(broken.replace("  Name: x", "  Name: name"));
    expect(text).toContain("  Name: name");
  });
});

test("whatever is wrong together: what was mended is gone, nothing new is said, and a second time finds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...MISTAKES]),
      fc.shuffledSubarray(["# a\n", "\n", "batch: { size: 5 }\n"]),
      async (mistakes, rest) => {
        const broken =
          mistakes.reduce((text, [right, wrong]) => text.replace(right, wrong), WHOLE) + rest.join("");
        const before = load(broken);
        const { text, project, fixed } = await fix(broken);
        const said = (one: Pick<Diagnostic, "rule" | "reason">) => `${one.rule} ${one.reason.what}`;
        const left = project.diagnostics.map(said);
        for (const one of fixed) expect(left).not.toContain(said(one));
        // What a schema's fault hides is not new; of whole definitions nothing may come up.
        const hides = before.diagnostics.some(({ rule }) => /schema|unknown|key-not/.test(rule));
        if (!hides) for (const one of left) expect(before.diagnostics.map(said)).toContain(one);
        expect(await fix(text)).toMatchObject({ text, fixed: [] });
      },
    ),
    { numRuns: runs(150) },
  );
});
