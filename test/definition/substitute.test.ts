import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { substitute } from "../../src/definition/files/substitute.ts";
import { placedFile } from "../../src/definition/yaml/source-tree.ts";
import { readYaml } from "../../src/definition/yaml/yaml-document.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { places } from "./load-text.ts";

function fill(text: string, env: Readonly<Record<string, string>> = {}) {
  const { tree, value } = readYaml("planhat-sync.yaml", text);
  return substitute(placedFile(tree), value ?? null, env);
}

describe("variables are put in", () => {
  const env = { A: "x", B: "", EMPTY: "", LINES: "1\nb: 2", NESTED: `\${A}`, _a1: "low" };
  test.each([
    [`\${A}`, "x"],
    [`before \${A} after`, "before x after"],
    [`\${A}\${A}`, "xx"],
    [`\${_a1}`, "low"],
    [`\${A:-y}`, "x"],
    [`\${C:-y}`, "y"],
    [`\${EMPTY:-y}`, "y"],
    [`\${C:-}`, ""],
    [`\${C:-a b:-c}`, "a b:-c"],
    [`$\${A}`, `\${A}`],
    [`$$\${A}`, `$\${A}`],
    ["$A {A} $", "$A {A} $"],
    [`\${NESTED}`, `\${A}`],
    [`\${LINES}`, "1\nb: 2"],
  ])("%j gives %j", (written, value) => {
    expect(fill(`a: '${written}'`, env)).toMatchObject({ value: { a: value }, diagnostics: [] });
  });

  test("in lists and maps, and never in keys", () => {
    const { value } = fill(`"\${A}": ["\${A}", { b: "\${A}" }]`, env);
    expect(value).toEqual({ [`\${A}`]: ["x", { b: "x" }] });
  });
});

describe("[D10] what cannot be put in is told, without a value", () => {
  test.each([
    [`\${NOPE}`, "1:5 variable-unset"],
    [`\${EMPTY}`, "1:5 variable-unset"],
    [`x \${NOPE}`, "1:7 variable-unset"],
    [`\${toString}`, "1:5 variable-unset"],
    [`\${__proto__}`, "1:5 variable-unset"],
    [`\${A:-\${B}}`, "1:5 variable-syntax"],
    [`\${A`, "1:5 variable-syntax"],
    [`\${}`, "1:5 variable-syntax"],
    [`\${1A}`, "1:5 variable-syntax"],
    [`\${A-b}`, "1:5 variable-syntax"],
    [`\${A B}`, "1:5 variable-syntax"],
  ])("%j", (written, said) => {
    const { value, diagnostics } = fill(`a: '${written}'`, { A: "secret-a", EMPTY: "" });
    expect(places(diagnostics)).toEqual([said]);
    expect((value as JsonObject)["a"]).toBe(written);
    expect(JSON.stringify(diagnostics)).not.toContain("secret-a");
  });

  test("an unset variable is a warning that names it", () => {
    expect(fill(`a: \${WAREHOUSE_URL}`).diagnostics).toMatchObject([
      { severity: "warning", reason: { what: "The environment variable WAREHOUSE_URL is not set." } },
    ]);
  });

  test.each([
    "GITHUB_TOKEN",
    "github_token",
    "ACTIONS_RUNTIME_TOKEN",
    "NPM_TOKEN",
    "NODE_AUTH_TOKEN",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "SSH_AUTH_SOCK",
    "CI_JOB_TOKEN",
    "GOOGLE_APPLICATION_CREDENTIALS",
  ])("[D11, C7] %s is refused, set or not", (name) => {
    const { value, diagnostics } = fill(`a: \${${name}:-x}`, { [name]: "of the machine" });
    expect(diagnostics).toMatchObject([{ rule: "variable-refused", severity: "error" }]);
    expect(JSON.stringify([value, diagnostics])).not.toContain("of the machine");
  });
});

test("[D10] no value of the environment changes the shape of a file", () => {
  const text = `a: \${X}\nb: ["\${Y}", { c: "\${X} and \${Y}" }]\nd: 1\n`;
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item)]));
  };
  const likely = fc.oneof(
    fc.string(),
    fc.constantFrom("{ e: 1 }", "\n- f", "x: y", `\${X}`, "null", "12", "'"),
  );
  const filled = likely.filter((value) => value !== "");
  const wanted = shape(fill(text, { X: "x", Y: "y" }).value);
  fc.assert(
    fc.property(filled, filled, (X, Y) => {
      const { value } = fill(text, { X, Y });
      expect(shape(value)).toEqual(wanted);
      expect((value as JsonObject)["a"]).toBe(X);
    }),
  );
});

test("thousands of unset variables are one remark with their number", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `V${index}`);
  const text = `source:\n  http:\n    query:\n${names.map((name) => `      ${name}: \${${name}}`).join("\n")}\n`;
  const { tree, value = null } = readYaml("syncs/a.yaml", text);
  const { diagnostics } = substitute(placedFile(tree), value, {});
  expect(diagnostics.map(({ line, rule, reason }) => [line, rule, reason.what])).toEqual([
    [
      4,
      "variable-unset",
      "20,000 environment variables are not set, in 20,000 places from here on: V0, V1, V2 and 19,997 more.",
    ],
  ]);
});
