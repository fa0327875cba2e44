import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { ANY_ROWS, proposed, type Rows } from "../../src/model/advice/advice.ts";
import type { CompiledExpression } from "../../src/model/expression.ts";
import { fieldCheck } from "../../src/model/fit/field-check.ts";
import type { Json } from "../../src/model/json.ts";
import type { FieldSpec, FieldType } from "../../src/model/object-type.ts";

const ID = "5f1a2b3c4d5e6f7a8b9c0d1e";

/** What rows may hold: each value of each is given to each field. */
const TEXTS: readonly string[] = [
  ...["", " ", "  \t", "x", "n/a", "null", "Ann", "a@x.example", "[object Object]"],
  ...["TRUE", "true", "Yes", " no", "FALSE", "n", "1", "0", "t", "maybe"],
  ...["5", "-5", "1.5", " 12 ", "007", "1e3", "9007199254740993", "12345678901234567890", "1,234", "12,5"],
  ...[
    "1,234.50",
    "1,234,567",
    "1.234,50",
    "€ 10",
    "10 kr",
    "$1,234.50",
    "-3.5 %",
    "(10)",
    "1 234",
    "NaN",
    "--5",
  ],
  ...[
    "2026-03-01",
    " 2026-03-01 ",
    "2026-12-31",
    "2026-02-30",
    "2026-3-1",
    "2026-13-01",
    "0000-00-00",
    "2026",
  ],
  ...["2026-03-01T23:00:00Z", "2026-03-01T23:00:00.5+02:00", "2026-03-01T23:00Z", "2026-03-01T25:00:00Z"],
  ...["2026-03-01T23:00:00.000+0000", "2026-03-01T23:00:00-0330", "2026-03-01T23:00:00", "2026-03-01T23:00"],
  ...["2026-03-01 23:00:00", "2026-03-01 23:00", "2026-03-01 23:00:00Z", "2026-03-01 23:00:00+02:00"],
  ...[
    "31/12/2026",
    "12/31/2026",
    "03/04/2026",
    "3/4/2026",
    "31/02/2026",
    "31-12-2026",
    "12-31-2026",
    "03-04-2026",
  ],
  ...["31.12.2026", "1.2.2026", "30.02.2026", "2026/12/31", "2026.12.31", "20261231", "20261399", "31/12/26"],
  ...["31 Dec 2026", "31-Dec-2026", "Dec 31, 2026", "31 December 2026", "December 31, 2026", "yesterday"],
  ...["1772406000", "1772406000000", "active", "ACTIVE", " Active", "closed", "5f1a2b3c4d5e6f7a8b9c0d1", ID],
  ...["extid-a1", "srcid-7", "extid-", "a1", "a;b", '{"a":1}', "[1,2]"],
];
const OTHERS: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    2,
    -1,
    1.5,
    20454,
    46000,
    20261231,
    1772406000,
    1772406000000,
    1772406000000000,
  ],
  ...[9007199254740992, 1e21, [], ["a"], ["a", "b"], [1, 2], [1.5], ["1", "2"], [null], ["a", null], [true]],
  ...[{ a: 1 }, {}, [{ a: 1 }], [["a"]], [1, "a"], ["", "a"], [ID], [ID, "a1"], ["31.12.2026", "2026-12-31"]],
];
const VALUES: readonly Json[] = [...TEXTS, ...OTHERS];

const TYPES: readonly FieldType[] = [
  ...([
    "string",
    "number",
    "integer",
    "boolean",
    "date",
    "epochDays",
    "objectId",
    "array",
    "object",
  ] as const),
];
const SPECS: readonly (readonly [name: string, spec: FieldSpec | undefined])[] = [
  ...TYPES.map((type) => [type, { type, description: "" }] as const),
  ["reference", { type: "objectId", description: "", ref: "Company", prefixes: true }],
  ["choice", { type: "string", description: "", enum: ["Active", "closed", "a"] }],
  ...TYPES.filter((type) => type !== "array").map(
    (items) => [`list of ${items}`, { type: "array", items, description: "" }] as const,
  ),
  [
    "list of references",
    { type: "array", items: "objectId", ref: "Company", prefixes: true, description: "" },
  ],
  ["custom field", undefined],
];

/** What a definition may know of its source; the values that its rows then hold. */
const SOURCES: readonly (readonly [name: string, rows: Rows, values: readonly Json[]])[] = [
  ["any values", ANY_ROWS, VALUES],
  ["texts", { texts: true, nulls: false }, TEXTS],
  ["texts and nulls", { texts: true, nulls: true }, [...TEXTS, null]],
];

interface Followed {
  readonly text: string;
  readonly rewrite: string;
}

/** Each hint that proposes JSONata, for each value that leads to it, is put in place of what the field had. */
function* hints(
  name: string,
  spec: FieldSpec | undefined,
): Iterable<Followed & { readonly run: () => void }> {
  const check = fieldCheck("f", spec);
  const isList = spec?.type === "array";
  const problemOf = (value: Json) =>
    check(isList && value !== null && !Array.isArray(value) ? [value] : value);
  for (const [source, rows, values] of SOURCES) {
    for (const value of values) {
      const problem = problemOf(value);
      if (problem === undefined) continue;
      for (const expression of ["c", "a.b", "(c)"]) {
        const { rewrites = [] } = proposed(problem.advice, expression, expression === "c" ? rows : ANY_ROWS);
        for (const { text: rewrite } of rewrites) {
          const said = `${name} of ${source}: ${JSON.stringify(value)} → ${rewrite}`;
          const evaluate = evaluation(rewrite, expression === "a.b");
          yield {
            text: problem.advice.text,
            rewrite,
            run: () => {
              const result = evaluate(value);
              if (!isEmpty(value)) expect(result, said).toBeDefined();
              if (result !== undefined)
                expect(problemOf(result), `${said} gives ${JSON.stringify(result)}`).toBeUndefined();
              expect(evaluate(undefined), said).toBeUndefined();
              for (const other of values) {
                if (problemOf(other) === undefined) {
                  expect(same(evaluate(other), other, isList), `${said}, and ${JSON.stringify(other)}`).toBe(
                    true,
                  );
                }
              }
            },
          };
        }
      }
    }
  }
}

function evaluation(text: string, nested: boolean): (value: Json | undefined) => Json | undefined {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.problems[0]?.message}`);
  return (value) => {
    const row = value === undefined ? {} : nested ? { a: { b: value } } : { c: value };
    const result = evaluated(compiled.expression, row as Json);
    if (result instanceof Promise) throw new Error(`${text} is not compiled`);
    return result;
  };
}

function evaluated(expression: CompiledExpression, row: Json): ReturnType<CompiledExpression["evaluate"]> {
  try {
    return expression.evaluate(row, { runStart: 0 });
  } catch (error) {
    throw new Error(`${expression.text} over ${JSON.stringify(row)}: ${error}`);
  }
}

/** Nothing of it can become a value. */
function isEmpty(value: Json): boolean {
  return Array.isArray(value)
    ? value.every(isEmpty)
    : value === null || (typeof value === "string" && value.trim() === "");
}

/** A row that had a value before has it still: the same instant, or the same list. */
function same(result: Json | undefined, before: Json, isList: boolean): boolean {
  if (JSON.stringify(result) === JSON.stringify(before)) return true;
  if (isList && !Array.isArray(before) && JSON.stringify(result) === JSON.stringify([before])) return true;
  return (
    typeof before === "string" && typeof result === "string" && Date.parse(before) === Date.parse(result)
  );
}

describe("what a rejection proposes, followed", () => {
  test.each(SPECS)("gives a value that fits, and keeps those of the other rows: %s", (name, spec) => {
    for (const { run } of hints(name, spec)) run();
  });

  test("every way of the advice is met by a value above", () => {
    const met = new Set(SPECS.flatMap(([name, spec]) => [...hints(name, spec)].map(({ text }) => text)));
    const written = ["model/fit/field-advice", ...ADVICE.map((file) => `model/advice/${file}-advice`)];
    const texts = written.flatMap((file) => textsWithWays(readFileSync(`src/${file}.ts`, "utf8")));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => ![...met].some((one) => one.startsWith(text)))).toEqual([]);
    expect([...met].length).toBeGreaterThanOrEqual(texts.length);
  });
});

const ADVICE = ["blank", "date", "number", "truth"];

/** The words of each advice with a way, up to where a part is put in. */
function textsWithWays(source: string): readonly string[] {
  const literal = /(?:\bway\(|\bspelled\(|\bread\(|\btext:)\s*(["`'])((?:(?!\1|\$\{)[^\\]|\\.)+)/g;
  return [...source.matchAll(literal)].map(([, , text = ""]) => text.replace(/\\(.)/g, "$1"));
}
