import { describe, expect, test } from "vitest";
import { LOAD_RULES } from "../../src/app/load-rules.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { loadTexts } from "../definition/load-text.ts";
import { definition, exampleFiles } from "./rules/lint.ts";

/** `severity rule line:column`, of a project with these settings under `lint.rules`. */
function said(rules: string, fields: readonly string[]): readonly string[] {
  const project = `version: 1\nlint:\n  rules:\n${rules}`;
  const { diagnostics } = loadTexts(
    { "planhat-sync.yaml": project, "syncs/crm.yaml": definition({ fields }) },
    { rules: RULES, env: { PLANHAT_API_TOKEN: "a-token-from-the-environment" } },
  );
  return diagnostics.map(({ severity, rule, line, column }) => `${severity} ${rule} ${line}:${column}`);
}

const CLOCK = ["externalId: id", "name: name", "custom.At: $now()"];
const MISFIT = ["externalId: id", "name: name", "domains: mrr + 1"];

describe("lint.rules", () => {
  test.each([
    ["off", []],
    ["warning", ["warning clock-in-value 9:14"]],
    ["error", ["error clock-in-value 9:14"]],
  ])("a warning can be set to %s", (setting, expected) => {
    expect(said(`    clock-in-value: ${setting}\n`, CLOCK)).toEqual(expected);
  });

  test.each([
    ["off", []],
    ["warning", ["warning operand-type 9:16"]],
  ])("an error that is not locked can be set to %s", (setting, expected) => {
    expect(said(`    operand-type: ${setting}\n`, MISFIT)).toEqual(expected);
  });

  test("a rule that is off by default is turned on", () => {
    const fields = ["externalId: id", "name: name"];
    expect(said("    clock-in-value: off\n", fields)).toEqual([]);
    expect(said("    tests-missing: error\n", fields)).toEqual(["error tests-missing 6:1"]);
  });

  test("what protects data stays an error, and says so", () => {
    expect(said("    unknown-field: off\n", ["externalId: id", "name: name", "nope: x"])).toEqual([
      "error lint-rule-locked 4:20",
      "error unknown-field 9:3",
    ]);
  });

  test("a rule that does not exist is told, with the one that was meant", () => {
    expect(said("    clock-in-valu: off\n", ["externalId: id", "name: name"])).toEqual([
      "error lint-rule-unknown 4:5",
    ]);
  });

  test("a run's own rules cannot be set", () => {
    expect(said("    duplicate-key: off\n", ["externalId: id", "name: name"])).toEqual([
      "error lint-rule-locked 4:20",
    ]);
  });

  test("a severity that does not exist is a fault of the file, and leaves the rule as it is", () => {
    expect(said("    clock-in-value: info\n", CLOCK)).toEqual([
      "error schema 4:21",
      "warning clock-in-value 9:14",
    ]);
  });

  test("raised to an error it keeps the definition from running", () => {
    const files = exampleFiles(
      `# planhat-sync.yaml\nversion: 1\nlint: { rules: { clock-in-value: error } }\n# syncs/a.yaml\n${definition({ fields: CLOCK })}`,
    );
    expect(loadTexts(Object.fromEntries(files), { rules: RULES }).syncs).toEqual([]);
  });
});

test("every error without which a definition cannot be compiled is locked", () => {
  const locked = [...RULES, ...LOAD_RULES].filter((rule) => rule.locked).map(({ id }) => id);
  for (const id of ["schema", "yaml-syntax", "expression-syntax", "unknown-field", "unknown-object"]) {
    expect(locked).toContain(id);
  }
  for (const id of [
    "expression-impure",
    "secret-literal",
    "variable-refused",
    "path-outside",
    "key-missing",
  ]) {
    expect(locked).toContain(id);
  }
});
