import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../../src/expression/compile-expression.ts";
import type { ColumnTypes, InferredType } from "../../../src/model/expression.ts";
import type { Json, JsonObject } from "../../../src/model/json.ts";
import { runs } from "../../support/effort.ts";

/** Rows of a CSV: `n` is a number all the same, of `x` nothing is known. */
const COLUMNS: ColumnTypes = (name) =>
  name === "n" ? ["number"] : name === "x" ? undefined : name === "o" ? ["string", "null"] : ["string"];

function expressionOf(text: string) {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.problems.map(({ message }) => message).join(" ")}`);
  return compiled.expression;
}

/** `rule «what is marked»` */
function remarksOf(text: string, columns = COLUMNS): readonly string[] {
  return expressionOf(text)
    .analyse(columns)
    .remarks.map(({ rule, offset, length }) => `${rule} «${text.slice(offset, offset + length)}»`);
}

describe("remarks", () => {
  test.each<[string, ...string[]]>([
    ["mrr * 12", "operand-type «*»"],
    ["-mrr", "operand-type «-»"],
    ['first + " " + last', "operand-type «+»"],
    ["seats > 100", "operand-type «>»"],
    ["$round(mrr)", "operand-type «$round»"],
    ["$round(mrr, 2)", "operand-type «$round»"],
    ["$sum(mrr)", "operand-type «$sum»"],
    ["$trim($number(a))", "operand-type «$trim»"],
    ["a ~> $floor()", "operand-type «$floor»"],
    ["$formatNumber(mrr, '0.00')", "operand-type «$formatNumber»"],
    ["$fromMillis(created)", "operand-type «$fromMillis»"],
    ["$toMillis(n)", "operand-type «$toMillis»"],
    ["n.$trim()"],
    ["tier = 1", "comparison-never-true «=»"],
    ["active = true", "comparison-never-true «=»"],
    ["active != true", "comparison-never-true «!=»"],
    ["name != null", "comparison-never-true «!=»"],
    ["tier in [1, 2]", "comparison-never-true «in»"],
    ['$number(a) = "1"', "comparison-never-true «=»"],
    ['tier = "a" or "b"', 'condition-constant «"b"»'],
    ["true ? a : b", "condition-constant «true»"],
    ['is_active ? "x" : "y"', "text-as-truth «is_active»"],
    ["$boolean(a)", "text-as-truth «a»"],
    ["$not(archived)", "text-as-truth «archived»"],
    ["account-id", "column-hyphen «account-id»"],
    ["a.b", "path-into-text «b»"],
    ['$replace(name, "/[a-z]+/", "")', 'regex-in-quotes «"/[a-z]+/"»'],
    ["($y := a; b)", "variable-unused «$y»"],
    ["$now()", "clock-in-value «$now»"],
    ["a = b ? $fromMillis($millis() + 1) : b", "clock-in-value «$millis»"],
    ["$string($number(a))", "id-through-number «$number»"],
    ['"x" & $number(a)', "id-through-number «$number»"],
    ["$filter(x, function($v){ $v })", "list-may-collapse «$filter»"],
    ["x[y = 1]", "list-may-collapse «x[y = 1]»"],
    // A call that gives a list, and a filter or a step behind it.
    ['$split(tags, ";")[$ != ""]', "list-may-collapse «$split»"],
    ['$split(tags, ";").$trim($)', "list-may-collapse «$split»"],
    ['$split(tags, ";")^($)', "list-may-collapse «$split»"],
    ['$split(tags, ";")[[0..1]]', "list-may-collapse «$split»"],
    ['$reverse($split(tags, ";"))[$ != ""]', "list-may-collapse «$reverse»"],
    ['$zip($split(a, ","), $split(b, ","))[$[0] = "x"]', "list-may-collapse «$zip»"],
    ["$sort(x).name", "list-may-collapse «$sort»"],
    ["$match(tags, /[a-z]+/)", "list-may-collapse «$match»"],
    ["$match(tags, /[a-z]+/).match", "list-may-collapse «$match»"],
    ["$append(x, 'a')", "list-may-collapse «$append»"],
    ["$keys(x)", "list-may-collapse «$keys»"],
    ['tags ~> $split(";") ~> $distinct', "list-may-collapse «$distinct»"],
    ['tags ~> $split(";") ~> $map($trim)', "list-may-collapse «$map»"],
    ['(tags ~> $split(";"))[$ != ""]', 'list-may-collapse «(tags ~> $split(";"))[$ != ""]»'],
    ['first ? $split(tags, ";")[$ != ""] : null', "list-may-collapse «$split»"],
    [
      '($parts := $split(tags, ";"); $parts[$ != ""])',
      'list-may-collapse «($parts := $split(tags, ";"); $parts[$ != ""])»',
    ],
    [
      '($parts := $split(tags, ";"); $parts.$trim($))',
      'list-may-collapse «($parts := $split(tags, ";"); $parts.$trim($))»',
    ],
    ['[first, last][$ != ""]', 'list-may-collapse «[first, last][$ != ""]»'],
    ["[first, last].$trim($)", "list-may-collapse «[first, last].$trim($)»"],
    ["[1..3].($ * 2)", "list-may-collapse «[1..3].($ * 2)»"],
    // An argument that is written out and that no row can help.
    ['$fromMillis(n, "[Y]", "+05:00")', 'argument-invalid «"+05:00"»'],
    ["$fromMillis(n, '[Y]', 'Europe/Oslo')", "argument-invalid «'Europe/Oslo'»"],
    ['n ~> $fromMillis("[Y]", "Z")', 'argument-invalid «"Z"»'],
    ['$map([n], $fromMillis(?, "[Q]"))', 'argument-invalid «"[Q]"»', "list-may-collapse «$map»"],
    [
      '$map([n], function($m){ $fromMillis($m, "[Y") })',
      'argument-invalid «"[Y"»',
      "list-may-collapse «$map»",
    ],
    ['a = $now("[H]", "UTC") ? 1 : 2', 'argument-invalid «"UTC"»'],
    ['$toMillis(a, "[H]:[s]")', 'argument-invalid «"[H]:[s]"»'],
    ['$toMillis(a, "[YN]")', 'argument-invalid «"[YN]"»'],
    ['$formatNumber(n, "0.0.0")', 'argument-invalid «"0.0.0"»'],
    ['$formatInteger(n, "x")', 'argument-invalid «"x"»'],
    ["$formatBase(n, 37)", "argument-invalid «37»"],
  ])("of %s: %j", (text, ...said) => {
    expect(remarksOf(text).toSorted()).toEqual(said.toSorted());
  });

  test.each([
    "$number(mrr) * 12",
    "x * 12",
    "n * 12",
    "x + 1",
    "first & last",
    'seats > "100"',
    "$number(seats) > 100",
    "o = null ? 1 : 2",
    "x = 1",
    'tier in ["a", "b"]',
    'tier = "a" or tier = "b"',
    "phone ? phone",
    "is_active ? is_active",
    "notes ? 1 : 2",
    "$boolean(n)",
    "n - n",
    "x - x",
    "`account-id`",
    "x.y",
    "x.y.z",
    "$replace(name, /[a-z]+/, '')",
    '$split(path, "/")',
    '$contains(url, "/v1/")',
    "($y := a; $y)",
    '$toMillis(renewal) < $millis() ? "late" : "fine"',
    "[$filter(x, function($v){ $v })]",
    "x[y = 1][]",
    "x[0]",
    "$count($filter(x, function($v){ $v }))",
    "a ?: b",
    "$substring(a, 0, 3)",
    "$join([a, b], n > 1 ? '-' : '')",
    "$sum([n, 1])",
    '$split(tags, ";")',
    '$split(tags, ";")[0]',
    '$split(tags, ";")[0].$trim($)',
    '[$split(tags, ";")[$ != ""]]',
    '$split(tags, ";")[$ != ""][]',
    '$join($split(tags, ";").$trim($), ",")',
    "$count($match(tags, /x/))",
    '$sort($split(tags, ";"))',
    '$append(first, "a")',
    'name[$ != ""]',
    "first.$trim()",
    '$fromMillis(n, "[Y0001]-[M01]-[D01]", "-0330")',
    "$fromMillis(n, x, x)",
    '$toMillis(a, "[D1o] [MNn] [Y]")',
    '$toMillis(a, "[H]:[m]")',
    '$formatNumber(n, "#,##0.00;(#,##0.00)")',
    '$formatInteger(n, "w")',
    'n ~> $fromMillis("[Y0001]")',
    'a ~> $toMillis("[D]/[M]/[Y]") ~> $fromMillis("[Y0001]-[M01]-[D01]", "+0100")',
    "x ~> $map($round(?, 1)) ~> $sum()",
    "$formatBase(n, 36)",
  ])("none of %s", (text) => {
    expect(remarksOf(text)).toEqual([]);
  });

  test.each([
    ["+05:00", 'write "+0500"'],
    ["-3:30", 'write "-0330"'],
    ["+5", 'write "+0500"'],
    ["GMT", 'write "+0000", or leave it out'],
    [
      "Europe/Oslo",
      'write the offset, such as "+0100"; where it changes in summer, convert the time in the source',
    ],
    [
      "+9900",
      'write the offset, such as "+0100"; where it changes in summer, convert the time in the source',
    ],
  ])("hint at the offset that %s means", (zone, hint) => {
    const text = `$fromMillis(n, "[Y]", "${zone}")`;
    expect(expressionOf(text).analyse(COLUMNS).remarks).toMatchObject([{ rule: "argument-invalid", hint }]);
    const [, offset] = /^write "(.*?)"/.exec(hint) ?? [];
    if (offset === undefined) return;
    expect(remarksOf(`$fromMillis(n, "[Y]", "${offset}")`)).toEqual([]);
  });

  test("look through a chain of two thousand elses, and at nothing twice", () => {
    const elses = Array.from({ length: 2000 }, (_, index) => `a = "${index}" ? $keys(x) : `);
    const text = `${elses.join("")}$now()`;
    const said = remarksOf(text);
    expect(said).toHaveLength(2001);
    expect(new Set(said)).toEqual(new Set(["clock-in-value «$now»", "list-may-collapse «$keys»"]));
  });

  test("say of a missing column nothing", () => {
    expect(remarksOf("mrr * 12", () => undefined)).toEqual([]);
    expect(remarksOf("mrr * 12", () => ["nothing"])).toEqual([]);
  });
});

const VALUES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  s: fc.constantFrom("", "x", "12", "2026-01-01"),
  n: fc.constantFrom(0, 1, -2.5),
  b: fc.boolean(),
  l: fc.constant(null),
};
const TYPES: Readonly<Record<string, InferredType>> = { s: "string", n: "number", b: "boolean", l: "null" };
const LEAVES = ["s", "n", "b", "l", '"x"', "1", "true", "null", "$string(n)", "$number(s)", "none"];
const CALLS = ["round", "trim", "length", "sum", "abs", "toMillis", "fromMillis", "uppercase", "not", "join"];
const PAIRED = [
  "round",
  "substring",
  "substringBefore",
  "power",
  "split",
  "contains",
  "pad",
  "formatBase",
  "join",
];

/** One operator or call over columns and literals: a remark can only be about it. */
const SIMPLE = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...LEAVES),
      fc.constantFrom("+", "-", "*", "/", "<", ">=", "=", "!=", "in"),
      fc.constantFrom(...LEAVES, '["x", s]', "[1, n]"),
    )
    .map(([a, operator, b]) => `${a} ${operator} ${b}`),
  fc.tuple(fc.constantFrom(...CALLS), fc.constantFrom(...LEAVES)).map(([name, a]) => `$${name}(${a})`),
  fc
    .tuple(fc.constantFrom(...PAIRED), fc.constantFrom(...LEAVES), fc.constantFrom(...LEAVES))
    .map(([name, a, b]) => `$${name}(${a}, ${b})`),
);

test("what is called certain happens with every row: a failure or no value, or the same answer", async () => {
  let said = 0;
  const types: ColumnTypes = (name) => (name === "none" ? ["nothing"] : [TYPES[name] ?? "unknown"]);
  await fc.assert(
    fc.asyncProperty(SIMPLE, fc.record(VALUES), async (text, row) => {
      const expression = expressionOf(text);
      const { remarks } = expression.analyse(types);
      const result = await outcomeOf(() => expression.evaluate(row as JsonObject, { runStart: 0 }));
      for (const { rule } of remarks) {
        if (rule === "operand-type") expect(["failure", undefined], text).toContain(result);
        if (rule === "comparison-never-true")
          expect(["failure", text.includes("!=")], text).toContain(result);
        said += 1;
      }
    }),
    { numRuns: runs(2000) },
  );
  expect(said).toBeGreaterThan(100);
});

async function outcomeOf(evaluate: () => unknown): Promise<unknown> {
  try {
    return await evaluate();
  } catch {
    return "failure";
  }
}
