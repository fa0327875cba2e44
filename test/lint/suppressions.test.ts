import { describe, expect, test } from "vitest";
import { RULES } from "../../src/lint/rules/index.ts";
import { loadTexts } from "../definition/load-text.ts";
import { definition } from "./rules/lint.ts";

/** `severity rule line:column`. */
function said(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const { diagnostics } = loadTexts({ "syncs/crm.yaml": text, ...files }, { rules: RULES });
  return diagnostics.map(({ severity, rule, line, column }) => `${severity} ${rule} ${line}:${column}`);
}

const withField = (...lines: readonly string[]) =>
  definition({ fields: ["externalId: id", "name: name", ...lines] });

const CLOCK = "custom.At: $now()";

describe("a comment suppresses", () => {
  test.each([
    ["the next line", ["# planhat-sync-disable-next-line clock-in-value: asked for by support", CLOCK]],
    ["its own line", [`${CLOCK} # planhat-sync-disable-line clock-in-value: asked for by support`]],
    ["the whole file", [CLOCK, "# planhat-sync-disable-file clock-in-value: asked for by support"]],
    [
      "through comments in between",
      ["# planhat-sync-disable-next-line clock-in-value: why", "# more", CLOCK],
    ],
    [
      "several rules, one below the other",
      [
        "# planhat-sync-disable-next-line clock-in-value: why",
        "# planhat-sync-disable-next-line expression-constant: why",
        'custom.At: \'"at " & $now() & "x"\'',
      ],
    ],
  ])("%s", (_, lines) => {
    expect(said(withField(...lines)).filter((one) => !one.includes("suppression-unused"))).toEqual([]);
  });

  test("several rules at once", () => {
    const text = withField(
      "# planhat-sync-disable-next-line column-hyphen, operand-type: the export is odd",
      "custom.A: a-b & (c * 2)",
    );
    expect(said(text)).toEqual([]);
  });

  test("in the project file and in a workflow too", () => {
    const project = `version: 1
# planhat-sync-disable-next-line concurrency-above-one: agreed with Planhat
limits: { concurrency: 2 }
`;
    const workflow = `on: push
permissions: {}
jobs:
  # planhat-sync-disable-next-line ci-concurrency: one runner only
  sync:
    runs-on: self-hosted
    steps:
      - run: npx planhat-sync@0.1.0 apply --auto-approve
`;
    const env = { "planhat-sync.yaml": project, ".github/workflows/a.yml": workflow };
    expect(said(withField(), env).filter((one) => !one.includes("variable-unset"))).toEqual([]);
  });
});

describe("a comment does not suppress", () => {
  test("another line, or another rule", () => {
    expect(
      said(withField("# planhat-sync-disable-next-line clock-in-value: why", "city: city", CLOCK)),
    ).toEqual(["warning suppression-unused 9:3", "warning clock-in-value 11:14"]);
    expect(said(withField("# planhat-sync-disable-next-line operand-type: why", CLOCK))).toEqual([
      "warning suppression-unused 9:3",
      "warning clock-in-value 10:14",
    ]);
  });

  test("without a reason", () => {
    for (const reason of ["", ":", ":   "]) {
      expect(said(withField(`# planhat-sync-disable-next-line clock-in-value${reason}`, CLOCK))).toEqual([
        "error suppression-malformed 9:3",
        "warning clock-in-value 10:14",
      ]);
    }
  });

  test("a rule that does not exist, nor when it is misspelt itself", () => {
    const rule = withField("# planhat-sync-disable-next-line clock-in-valeu: why", CLOCK);
    expect(said(rule)).toEqual(["error suppression-malformed 9:3", "warning clock-in-value 10:14"]);
    const word = withField("# planhat-sync-disable-nextline clock-in-value: why", CLOCK);
    expect(said(word)).toEqual(["error suppression-malformed 9:3", "warning clock-in-value 10:14"]);
  });

  test("an error that protects data", () => {
    const text = withField("# planhat-sync-disable-next-line unknown-field: I know", "nope: x");
    expect(said(text)).toEqual(["error lint-rule-locked 9:3", "error unknown-field 10:3"]);
  });

  test("what only looks like one: text in a value", () => {
    const text = withField("city: '\"# planhat-sync-disable-file clock-in-value: x\" & city'", CLOCK);
    expect(said(text)).toEqual(["warning clock-in-value 10:14"]);
    const block = `${withField(CLOCK)}\ndescription: |\n  # planhat-sync-disable-file clock-in-value: x\n`;
    expect(said(block).filter((one) => one.includes("clock"))).toEqual(["warning clock-in-value 9:14"]);
  });
});
