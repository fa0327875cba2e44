import { describe, expect, test } from "vitest";
import { RULES } from "../../src/lint/rules/index.ts";
import { loadSync as loadBare } from "./load-text.ts";

/** Mistakes that people make who come from another tool: each is told once, with what to write instead. */
const WHOLE = `version: 1
source:
  csv:
    path: accounts.csv
    header: [account_id, name, tier]
target:
  object: Company
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: name
`;

const loadSync = (text: string) =>
  loadBare(text, { rules: RULES, env: { PLANHAT_API_TOKEN: "a-token-from-the-environment" } });

/** All that is said: `line rule: hint`. */
function said(text: string): readonly string[] {
  return loadSync(text).diagnostics.map(({ line, rule, reason }) => `${line} ${rule}: ${reason.fix}`);
}

function field(expression: string): string {
  return `${WHOLE}  phase: ${expression}\n`;
}

test("the definition without a mistake has nothing wrong", () => {
  expect(said(WHOLE)).toEqual([]);
});

describe("one mistake of the shape is told once:", () => {
  const upsert =
    "write upsert: it creates what Planhat does not hold and updates the rest; update or insert does one of the two";
  const perLine =
    "write one field per line, without a dash: the Planhat field, a colon and an expression, such as name: account_name";
  test.each([
    ["a mode of another tool", "mode: upsert", "mode: mirror", `8 schema: ${upsert}`],
    [
      "a mode that only creates, by another name",
      "mode: upsert",
      "mode: append",
      "8 schema: write insert: it creates what Planhat does not hold, and skips the rest",
    ],
    [
      "a key by the name of a column",
      "key: externalId",
      "key: account_id",
      `9 key-not-keyable: write externalId, which is mapped: "key" takes the field in Planhat, not the column`,
    ],
    [
      "key: id",
      "key: externalId",
      "key: id",
      `9 key-not-keyable: write externalId, which is mapped: "key" takes the field in Planhat, not the column`,
    ],
    [
      "fields as a list of maps",
      "  externalId: account_id\n  name: name\n",
      "  - externalId: account_id\n  - name: name\n",
      `11 schema: ${perLine}`,
    ],
    [
      "fields as a list of names",
      "  externalId: account_id\n  name: name\n",
      "  - externalId\n  - name\n",
      `11 schema: ${perLine}`,
    ],
    [
      "the keys of csv beside it",
      "    path: accounts.csv\n    header:",
      "  path: accounts.csv\n  header:",
      `3 schema: indent them by two spaces more than "csv:"`,
    ],
    ["csv beside source", "  csv:\n", "csv:\n", `2 schema: indent it by two spaces more than "source:"`],
    [
      "object beside target",
      "  object: Company",
      "object: Company",
      `6 schema: indent it by two spaces more than "target:"`,
    ],
    [
      "the fields beside fields",
      "  externalId: account_id\n  name: name\n",
      "externalId: account_id\nname: name\n",
      `10 schema: indent them by two spaces more than "fields:"`,
    ],
    [
      "text where a map with one needed key belongs",
      "target:\n  object: Company",
      "target: Company",
      `6 schema: write "object:" and its value below "target:", indented by two spaces`,
    ],
    ["one line with a tab", "  name: name", "\tname: name", "12 yaml-syntax: replace the tab by spaces"],
    [
      "typographic quotes around a name",
      "object: Company",
      "object: “Company”",
      '7 yaml-syntax: write straight quotes: "…"',
    ],
    [
      "typographic quotes around a mode",
      "mode: upsert",
      "mode: „upsert“",
      '8 yaml-syntax: write straight quotes: "…"',
    ],
    [
      "typographic quotes around a key",
      "  externalId: account_id",
      "  “externalId”: account_id",
      '11 yaml-syntax: write straight quotes: "…"',
    ],
  ])("%s", (_, right, wrong, ...expected) => {
    expect(WHOLE.split(right), "the place of the mistake stands once").toHaveLength(2);
    expect(said(WHOLE.replace(right, () => wrong))).toEqual(expected);
  });

  test("[D1] tabs in every line", () => {
    expect(said(WHOLE.replaceAll("  ", "\t"))).toEqual([
      "3 yaml-syntax: replace the tabs of 6 lines by spaces",
    ]);
  });
});

describe("one mistake in an expression is told once:", () => {
  const columns = "the columns are account_id, name, tier";
  const choice = 'write condition ? value : other, such as tier = "ent" ? "Large" : "Small"';
  test.each([
    ["Onboarding", `column-unknown: for the text itself write { value: Onboarding }; ${columns}`],
    ["'Onboarding'", `column-unknown: for the text itself write { value: Onboarding }; ${columns}`],
    ["crm-export", `column-unknown: for the text itself write { value: crm-export }; ${columns}`],
    [
      "Customer since",
      "expression-syntax: for a constant text write { value: Customer since }; for the column of that name, put it in backquotes: `Customer since`",
    ],
    ["'NULL'", "column-unknown: did you mean null?"],
    ["2024-01-31", 'expression-syntax: for a constant write { value: "2024-01-31" }'],
    ["2024-10-31", 'expression-syntax: for a constant write { value: "2024-10-31" }'],
    ["“Onboarding”", 'expression-syntax: for a constant write { value: "Onboarding" }'],
    [`'tier = “ent” ? “A” : “B”'`, 'expression-syntax: write straight quotes: "ent"'],
    ["'tier = ‘ent’ ? 1'", 'expression-syntax: write straight quotes: "ent"'],
    ["'{{ tier }}'", 'expression-syntax: write the column alone: tier; join texts with &: "Hello " & name'],
    ["{{ tier }}", "yaml-key: write the column alone (tier), or a JSONata expression"],
    ["'{% if tier %}x{% endif %}'", `expression-syntax: for a choice ${choice}`],
    [
      `'"Hello {{ tier }}"'`,
      'expression-constant: a template ({{ … }}) is not filled in: join texts with &, such as "Hello " & name',
    ],
    ["CASE WHEN tier = 'ent' THEN 'A' ELSE 'B' END", `expression-syntax: ${choice}`],
    ["CASE tier WHEN 'ent' THEN 'A' END", `expression-syntax: ${choice}`],
    ["COALESCE(tier, 'x')", 'expression-syntax: write tier ?: "x", which takes "x" where tier is empty'],
    ["UPPER(tier)", "expression-syntax: did you mean $uppercase?"],
    ["tier || name", "expression-syntax: join texts with &; between conditions write or"],
    ["tier IS NULL", "expression-syntax: write = null"],
    ["tier is not null", "expression-syntax: write != null"],
    ["tier::text", "expression-syntax: write $string(…) or $number(…)"],
    ["CAST(tier AS text)", "expression-syntax: write $string(…) or $number(…)"],
    [
      "SELECT tier FROM accounts",
      "expression-syntax: put the query into the source (its key query), and write the name of its column here",
    ],
    ["tier AS phase", "expression-syntax: write the column alone: tier"],
    ["tier <> 'x'", "expression-syntax: write != for not equal"],
    ["tier in ('a', 'b')", 'expression-syntax: write in and a list in brackets: tier in ["a", "b"]'],
    ["tier = 'a' AND name = 'b'", "expression-syntax: write and"],
    [
      `"tier LIKE 'x%'"`,
      'expression-syntax: write $contains(name, "text"), or $contains(name, /^text/) with a regular expression',
    ],
    ["mrr BETWEEN 1 AND 2", "expression-syntax: write mrr >= 10 and mrr <= 20"],
    ["NOT tier", "expression-syntax: write $not(…)"],
    ["tier == 'a'", "expression-syntax: JSONata compares with a single ="],
  ])("%s", (expression, expected) => {
    expect(said(field(expression))).toEqual([`13 ${expected}`]);
  });

  test.each([
    ["a text that looks like SQL", `'"SELECT a FROM b " & tier'`],
    ["a text with typographic quotes", `'"“" & tier & "”"'`],
    ["a column in backquotes", "'tier & `name`'"],
    ["an apostrophe in a text", `'"Kunde’s " & tier'`],
    ["a constant in straight quotes that begins with a typographic one", `{ value: '“Onboarding”' }`],
  ])("nothing is said of %s", (_, expression) => {
    expect(said(field(expression))).toEqual([]);
  });
});

describe("[C11] a name that cannot be one", () => {
  const hint = 'use letters, digits, spaces, "-", "_" and ".", such as crm-companies';
  test.each([
    ['"a\\nb"', '"name" contains a line break, which the name of a sync cannot have.'],
    ['"a\\e[31mb"', '"name" contains the control character U+001B, which the name of a sync cannot have.'],
    ['"\\x01\\x02"', '"name" contains the control character U+0001, which the name of a sync cannot have.'],
    ['"../../b"', '"name" contains "/", which would make a path of it.'],
    ["'..\\b'", '"name" contains "\\", which would make a path of it.'],
    ['"  "', '"name" is blank.'],
    ["..", '"name" starts with a dot, or starts or ends with a space.'],
  ])("%s", (name, message) => {
    const { diagnostics } = loadSync(WHOLE.replace("\n", () => `\nname: ${name}\n`));
    expect(diagnostics.map(({ reason: { what, fix } }) => [what, fix])).toEqual([[message, hint]]);
  });

  test.each(["Kunden Übersicht (neu)", "crm.v2_companies", "顧客"])("%s can", (name) => {
    const { diagnostics, syncs } = loadSync(WHOLE.replace("\n", () => `\nname: ${name}\n`));
    expect([diagnostics, syncs[0]?.name]).toEqual([[], name]);
  });
});

test("a License without amounts is told so once", () => {
  const text = WHOLE.replace("object: Company", "object: License").replace(
    "  name: name\n",
    '  companyId: \'"extid-" & account_id\'\n  _currency: { value: EUR }\n  fromDate: { value: "2026-01-01" }\n',
  );
  const { diagnostics } = loadSync(text);
  expect(diagnostics.map(({ rule, reason }) => `${rule}: ${reason.what}`)).toEqual([
    "required-field: mrr is not mapped. Planhat creates no License without it, and mode upsert creates records.",
  ]);
});
