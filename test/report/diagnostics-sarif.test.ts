import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALL_RULES } from "../../src/app/rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { diagnosticsSarif } from "../../src/report/diagnostics/diagnostics-sarif.ts";

const schemaFile = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
// A schema of draft 4, which says what a later one says but for the name of its dialect.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const UNKNOWN: Diagnostic = {
  rule: "unknown-field",
  severity: "error",
  sync: "crm-companies",
  file: "syncs/crm companies.yaml",
  line: 14,
  column: 3,
  endColumn: 14,
  reason: {
    code: "unknown-field",
    what: "Company has no field external_id.",
    fix: "did you mean externalId?",
  },
};
const OPTIONS = { rules: ALL_RULES, version: "1.2.3" };

function sarif(diagnostics: readonly Diagnostic[], folder = "") {
  const log = JSON.parse(diagnosticsSarif(diagnostics, { ...OPTIONS, folder }));
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log.runs[0];
}

describe("diagnosticsSarif", () => {
  test("the schema refuses what is no SARIF", () => {
    expect(isSarif({ version: "2.1.0" })).toBe(false);
    expect(isSarif({ version: "2.1.0", runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  test("is valid SARIF 2.1.0, with and without diagnostics, for every rule", () => {
    expect(sarif([]).results).toEqual([]);
    const all = ALL_RULES.map(({ id, severity }): Diagnostic => ({ ...UNKNOWN, rule: id, severity }));
    expect(sarif(all).tool.driver.rules).toHaveLength(ALL_RULES.length);
  });

  test("says what, where and how grave, with the documentation of the rule", () => {
    const { tool, results, columnKind } = sarif([UNKNOWN], "crm/");
    expect(columnKind).toBe("utf16CodeUnits");
    expect(tool.driver).toMatchObject({
      name: "planhat-sync",
      semanticVersion: "1.2.3",
      rules: [{ id: "unknown-field", defaultConfiguration: { level: "error" } }],
    });
    expect(tool.driver.rules[0].help.markdown).toContain("Breaks the rule:\n\n```yaml\nversion: 1");
    expect(results).toMatchObject([
      {
        ruleId: "unknown-field",
        ruleIndex: 0,
        level: "error",
        message: { text: "Company has no field external_id. Hint: did you mean externalId?" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "crm/syncs/crm%20companies.yaml", uriBaseId: "%SRCROOT%" },
              region: { startLine: 14, startColumn: 3, endLine: 14, endColumn: 14 },
            },
          },
        ],
      },
    ]);
  });

  test("a fingerprint stays while lines come and go, and tells two of a kind apart", () => {
    const prints = (diagnostics: readonly Diagnostic[]) =>
      sarif(diagnostics).results.map(
        (one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0],
      );
    const [first] = prints([UNKNOWN]);
    expect(prints([{ ...UNKNOWN, line: 20 }])).toEqual([first]);
    const twice = prints([UNKNOWN, { ...UNKNOWN, line: 20 }]);
    expect(twice[0]).toBe(first);
    expect(twice[1]).not.toBe(first);
  });

  test("is valid whatever a message or a path holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (file, what) => {
        const { results } = sarif([{ ...UNKNOWN, file, reason: { ...UNKNOWN.reason, what } }]);
        expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\x21-\x7e]*$/);
      }),
    );
  });
});
