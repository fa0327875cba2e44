import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import { diagnosticsText } from "../../src/report/diagnostics/diagnostics-text.ts";
import { displayWidth } from "../../src/report/text/display-width.ts";
import { FORBIDDEN } from "./forbidden.ts";

const CRM = `version: 1
target: { object: Company }
fields:
  external_id: account_id
  name: $trim(name)
`;

const UNKNOWN: Diagnostic = {
  rule: "unknown-field",
  severity: "error",
  sync: "crm",
  file: "syncs/crm.yaml",
  line: 4,
  column: 3,
  endColumn: 14,
  reason: {
    code: "unknown-field",
    what: "Company has no field external_id. The values would be missing.",
    fix: "did you mean externalId?",
  },
};

function render(
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = { "syncs/crm.yaml": CRM },
  options: { colour?: boolean; width?: number; files?: number } = {},
): string {
  const { colour = false, files = Object.keys(texts).length, ...rest } = options;
  return diagnosticsText(diagnostics, {
    texts: new Map(Object.entries(texts)),
    colour,
    syncs: 5,
    files,
    ...rest,
  });
}

/** The shown line and its mark, without the gutter, for a place in a file of one line. */
function renderLine(line: string, column: number, endColumn: number, width = 100) {
  const text = render([{ ...UNKNOWN, line: 1, column, endColumn }], { "syncs/crm.yaml": line }, { width });
  const [source = "", mark = ""] = text.split("\n").filter((shown) => shown.includes("│"));
  return { source: source.replace("  1 │ ", ""), mark: mark.replace("    │ ", "") };
}

describe("diagnosticsText", () => {
  test("shows place, message, line, mark and hint, by file and line, and counts", () => {
    const diagnostics: readonly Diagnostic[] = [
      {
        ...UNKNOWN,
        rule: "unset" as RuleId,
        severity: "warning",
        file: "syncs/web.yaml",
        line: 1,
        column: 1,
        reason: { ...UNKNOWN.reason, what: "Not set." },
      },
      {
        ...UNKNOWN,
        rule: "type" as RuleId,
        line: 5,
        column: 9,
        endColumn: 20,
        reason: { ...UNKNOWN.reason, what: "Wrong." },
      },
      UNKNOWN,
    ];
    expect(render(diagnostics, { "syncs/crm.yaml": CRM, "syncs/web.yaml": "version: 1" })).toBe(
      `syncs/crm.yaml:4:3  error  unknown-field
  Company has no field external_id. The values would be missing.

  4 │   external_id: account_id
    │   ^^^^^^^^^^^
  hint: did you mean externalId?

syncs/crm.yaml:5:9  error  type
  Wrong.

  5 │   name: $trim(name)
    │         ^^^^^^^^^^^
  hint: did you mean externalId?

syncs/web.yaml:1:1  warning  unset
  Not set.

  1 │ version: 1
    │ ^^^^^^^^^^
  hint: did you mean externalId?

2 errors and 1 warning in 2 files
`,
    );
  });

  test("says so when there is nothing to say", () => {
    expect(render([])).toBe("5 syncs, no problems\n");
  });

  test.each([
    [["error"], 1, "1 error in 1 file"],
    [["warning"], 3, "1 warning in 1 of 3 files"],
    [["warning", "warning", "error"], 1_200, "1 error and 2 warnings in 1 of 1,200 files"],
  ] as const)("counts %j among %d files", (severities, files, line) => {
    const text = render(
      severities.map((severity) => ({ ...UNKNOWN, severity })),
      undefined,
      { files },
    );
    expect(text.trimEnd().split("\n").at(-1)).toBe(line);
  });

  test("colours by severity where it may, and only there", () => {
    const coloured = render([UNKNOWN], undefined, { colour: true });
    expect(coloured).toContain(
      "\u001b[1msyncs/crm.yaml:4:3\u001b[22m  \u001b[31merror\u001b[39m  unknown-field\n",
    );
    expect(coloured).toContain("\u001b[2m  4 │\u001b[22m   external_id: account_id\n");
    expect(coloured).toContain("\u001b[31m^^^^^^^^^^^\u001b[39m");
    expect(coloured).toContain("\u001b[31m1 error\u001b[39m in 1 file");
    expect(render([{ ...UNKNOWN, severity: "warning" }], undefined, { colour: true })).toContain(
      "\u001b[33mwarning",
    );
    expect(render([UNKNOWN])).not.toContain("\u001b");
  });

  test("message and hint are wrapped to the width", () => {
    const what = "One two three four five six seven eight nine ten eleven twelve.";
    expect(
      render([{ ...UNKNOWN, reason: { ...UNKNOWN.reason, what, fix: what } }], {}, { width: 40 }),
    ).toBe(`syncs/crm.yaml:4:3  error  unknown-field
  One two three four five six seven
  eight nine ten eleven twelve.
  hint: One two three four five six
        seven eight nine ten eleven
        twelve.

1 error in 1 file
`);
  });

  test.each([
    ["a file that is not there", {}, 4],
    ["a line that is not there", { "syncs/crm.yaml": "version: 1" }, 4],
    ["an empty line", { "syncs/crm.yaml": "a\n   \nb" }, 2],
  ])("%s is not shown", (_, texts, line) => {
    expect(render([{ ...UNKNOWN, line }], texts)).not.toContain("│");
  });

  test("Windows line endings do not show", () => {
    expect(render([UNKNOWN], { "syncs/crm.yaml": CRM.replaceAll("\n", "\r\n") })).toBe(render([UNKNOWN]));
  });
});

describe("the shown line", () => {
  test.each([
    ["a tab is as wide as it is shown", "\tname:\tx", 8, 9, "    name:    x", "             ^"],
    ["wide characters take two columns", "名前: 値", 5, 6, "名前: 値", "      ^^"],
    ["marks are as wide as what they mark", "名前: x", 1, 3, "名前: x", "^^^^"],
    ["a combining accent takes none", "e\u0301e\u0301: x", 7, 8, "e\u0301e\u0301: x", "    ^"],
    ["an emoji of several parts is one", "👨‍👩‍👧: x", 11, 12, "👨‍👩‍👧: x", "    ^"],
    ["behind the end of the line", "name: $trim(", 13, 14, "name: $trim(", "            ^"],
    ["far behind the end of the line", "name:", 99, 120, "name:", "     ^"],
    ["an empty place has a mark", "name: x", 7, 7, "name: x", "      ^"],
    ["control characters are written out", "a\u001b[31m: x", 8, 9, "a\\u001b[31m: x", "            ^"],
    ["hidden direction changes are written out", "a\u202eb: x", 6, 7, "a\\u202eb: x", "          ^"],
    ["runner commands are written out", "##vso[x]: y", 11, 12, "\\u0023#vso[x]: y", "               ^"],
  ])("%s", (_, line, column, endColumn, source, mark) => {
    expect(renderLine(line, column, endColumn)).toEqual({ source, mark });
  });

  const LONG = `start ${"abcdefghi ".repeat(40)}end`;

  test.each([
    [1, 6],
    [107, 110],
    [407, 410],
  ])("a long line is cut around column %d", (column, endColumn) => {
    const { source, mark } = renderLine(LONG, column, endColumn, 60);
    expect(displayWidth(source)).toBeLessThanOrEqual(60 - 6);
    const place = LONG.slice(column - 1, endColumn - 1);
    expect(source.slice(mark.indexOf("^"), mark.length)).toBe(place);
    expect(source.startsWith("…")).toBe(column > 1);
    expect(source.endsWith("…")).toBe(column < 400);
  });

  test("a place that is longer than the window is marked as far as it is shown", () => {
    const { source, mark } = renderLine("x".repeat(500), 1, 501, 60);
    expect(displayWidth(mark)).toBeLessThanOrEqual(displayWidth(source));
  });

  test("a line of a megabyte is shown as quickly as any", () => {
    const { source, mark } = renderLine(`${"x".repeat(500_000)}HERE${"y".repeat(500_000)}`, 500_001, 500_005);
    expect(source.slice(mark.indexOf("^"), mark.length)).toBe("HERE");
  });

  test("the mark stands under the marked text, whatever the line", () => {
    const piece = fc.constantFrom(
      "a",
      "bc",
      " ",
      "\t",
      "名",
      "é",
      "e\u0301",
      "👍",
      "\u001b",
      "\u200b",
      "##[",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.array(piece, { maxLength: 80 }), (before, after) => {
        const line = `|${before.join("")}|`;
        const { source, mark } = renderLine(
          `${line}HERE|${after.join("")}`,
          line.length + 1,
          line.length + 5,
        );
        const at = source.indexOf("HERE");
        expect(displayWidth(source.slice(0, at))).toBe(mark.indexOf("^"));
        expect(mark.trim()).toBe("^^^^");
        expect(displayWidth(source)).toBeLessThanOrEqual(94);
      }),
    );
  });

  test("nothing that a terminal or a CI runner acts on gets out", () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom("\u001b[2J", "::error::", "##[x]", "\n", " ", "\u202e"), fc.string()),
    );
    fc.assert(
      fc.property(text, text, text, fc.nat(50), (line, message, file, column) => {
        const name = file.join("");
        const shown = render(
          [
            {
              ...UNKNOWN,
              file: name,
              line: 1,
              column: column + 1,
              reason: { ...UNKNOWN.reason, what: message.join(""), fix: message.join(" ") },
            },
          ],
          { [name]: line.join("") },
          { width: 40 },
        );
        expect(shown).not.toMatch(FORBIDDEN);
      }),
    );
  });
});

describe("secrets in shown lines", () => {
  const SECRET: Diagnostic = { ...UNKNOWN, rule: "secret-literal", line: 1, column: 15, endColumn: 22 };

  test("what secret-literal has found is masked, for every diagnostic of the line", () => {
    const texts = { "syncs/crm.yaml": "strange_name: hunter2 # a comment" };
    const text = render([SECRET, { ...UNKNOWN, line: 1, column: 25, endColumn: 32 }], texts);
    expect(text).not.toContain("hunter2");
    expect(text).toContain("  1 │ strange_name: *** # a comment\n    │               ^^^\n");
    expect(text).toContain("  1 │ strange_name: *** # a comment\n    │                     ^^^^^^^\n");
  });

  test.each([
    ["token: hunter2", "token: ***"],
    ["token: 12345", "token: ***"],
    ['  "password": "hunter2"', '  "password": ***'],
    ["{ token: hunter2, region: us1 }", "{ token: ***, region: us1 }"],
    ["warehouse: postgres://u:hunter2@db/x", "warehouse: postgres://u:***@db/x"],
    ["Authorization: Bearer hunter2hunter2", "Authorization: Bearer ***"],
    [`token: \${TOKEN:-hunter2}`, `token: \${TOKEN:-***}`],
    [`token: \${TOKEN}`, `token: \${TOKEN}`],
    [`token: \${TOKEN}      # of a Private App`, `token: \${TOKEN}      # of a Private App`],
    ["token: hunter2 # mine", "token: *** # mine"],
    ["custom.API token: api_token", "custom.API token: api_token"],
    ["name: $trim(name)", "name: $trim(name)"],
  ])("in a file that could not be checked, %s is shown as %s", (line, shown) => {
    expect(renderLine(line, 1, 2).source).toBe(shown);
  });
});
