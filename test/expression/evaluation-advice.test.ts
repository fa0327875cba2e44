import { describe, expect, test } from "vitest";
import { BUILTIN_NAMES } from "../../src/expression/builtins/names.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { EVALUATION_MESSAGES, evaluationMessage } from "../../src/expression/evaluation-messages.ts";
import { type CompiledExpression, EvaluationError } from "../../src/model/expression.ts";
import type { Json } from "../../src/model/json.ts";
import type { Rewrite } from "../../src/model/reason.ts";

const VALUES: readonly (Json | undefined)[] = [
  ...[undefined, null, true, false, 0, 1, -2.5, 1772406000],
  ...["", " ", "x", "Ann", "5", " 12 ", "1,234", "12,5", "1,234.50", "€ 10", "n/a", "1e400"],
  ...["2026-03-01", "2026-03-01T23:00:00Z", "2026-03-01T23:00Z", "2026-03-01T23:00:00+0000", "31.12.2026"],
  ...[
    "31/12/2026",
    "03/04/2026",
    "2026-03-01 10:00:00",
    "31 Dec 2026",
    "1772406000",
    "2026-02-30",
    "31.02.2026",
  ],
  ...[[], ["a", "b"], [1, 2], ["1", "2"], ["1", null], [null], { a: 1 }, [{ a: 1 }]],
];

/** Each builtin over a column, alone and inside another expression; and the operators. */
const EXPRESSIONS: readonly string[] = [
  ...BUILTIN_NAMES.flatMap((name) => [
    `$${name}(a)`,
    `$${name}(a, "x")`,
    `$${name}(a, 1)`,
    `$${name}("x", a)`,
  ]),
  ...["$uppercase($trim(a))", '"x" & $trim(a)', "$sum(a) + 1", "$number(a) * 2", "$fromMillis($toMillis(a))"],
  ...["$round($number(a), 2)", "$trim($substring(a, 0, 3))", '$contains(a, ",)") ? 1 : 2', "$floor(a / 2)"],
  ...[
    "$number($trim(a))",
    '$number($replace(a, "€", ""))',
    "$toMillis($trim(a))",
    "$length(`a`)",
    "$trim(b.c)",
  ],
  ...["a + 1", "1 - a", "a * a", "-a", "a > 1", "1 <= a", 'a < "m"', "`a` + 1", "b.c * 2", "1 + a * 2"],
  ...['b.d = "y" ? a * 12 : 0', "a = null ? 0 : $trim(a)", "a ~> $trim", "a ~> $trim()", "[a].$trim($)"],
  ...[
    "$map([1], function($v) { $trim(a) })",
    "($v := a; $trim($v))",
    "$sum([a, 1])",
    "$power(a, 2)",
    "$sqrt(a)",
  ],
];

interface Hint {
  readonly expression: string;
  readonly value: Json | undefined;
  readonly error: EvaluationError;
  readonly rewrite: Rewrite;
}

/** What fails over every row has another fault than its rows. */
const WORKING = EXPRESSIONS.filter((expression) =>
  VALUES.some(
    (value) => value !== undefined && !(outcome(compiled(expression), value) instanceof EvaluationError),
  ),
);

const HINTS = WORKING.flatMap((expression) =>
  VALUES.flatMap((value): readonly Hint[] => {
    const error = outcome(compiled(expression), value);
    if (!(error instanceof EvaluationError)) return [];
    return (error.reason.rewrites ?? []).map((rewrite) => ({ expression, value, error, rewrite }));
  }),
);

describe("what a failed expression proposes, followed", () => {
  test.each([...new Set(HINTS.map(({ expression }) => expression))])(
    "ends the failure, and changes nothing for the other rows: %s",
    (expression) => {
      for (const { value, rewrite, error } of HINTS.filter((hint) => hint.expression === expression)) {
        const followed = apply(expression, rewrite);
        const said = `${expression} over ${JSON.stringify(value)} → ${followed}`;
        const after = compiled(followed);
        const result = outcome(after, value);
        // What comes next may fail over it too, and says so with a hint of its own.
        if (result instanceof EvaluationError) expect(result.reason.what, said).not.toBe(error.reason.what);
        for (const other of VALUES) {
          const before = outcome(compiled(expression), other);
          if (before instanceof EvaluationError) continue;
          const now = outcome(after, other);
          expect(isSame(now, before), `${said}, and ${JSON.stringify(other)}: ${JSON.stringify(now)}`).toBe(
            true,
          );
        }
      }
    },
  );

  test("the hint shows what to write, and where", () => {
    for (const { error, rewrite, expression } of HINTS) {
      expect(error.reason.fix).toContain(`\`${rewrite.text}\``);
      const { at } = rewrite;
      if (at !== undefined) {
        const part = expression.slice(at.offset, at.offset + at.length);
        expect(error.reason.fix).toContain(`in place of \`${part}\``);
      }
    }
  });

  test("the value chooses it: every code whose help depends on the value is met", () => {
    const codes = new Set(HINTS.map(({ error }) => error.code));
    expect([...codes].sort()).toEqual([
      "D1002",
      "D3030",
      "D3110",
      "T0410",
      "T0412",
      "T2001",
      "T2002",
      "T2009",
      "T2010",
    ]);
    expect(HINTS.length).toBeGreaterThan(300);
  });
});

test("no message of an expression holds data but in its detail", async () => {
  for (const code of Object.keys(EVALUATION_MESSAGES)) {
    const texts = Object.values(evaluationMessage(code, { operator: "+", called: "$f", index: "1" }));
    for (const text of texts) expect(text, code).toMatch(/^[^a-z].*\.$/);
  }
  for (const { error, value } of HINTS) {
    if (typeof value !== "string" || value.length < 3) continue;
    expect(error.reason.what).not.toContain(value);
    expect(error.reason.fix).not.toContain(value);
  }
});

test.each([
  [
    "$trim(name)",
    { name: null },
    "Argument 1 of $trim is null: the row has no value there.",
    "name ? $trim(name)",
  ],
  ["mrr * 12", { mrr: null }, "One side of * is null: the row has no value there.", "mrr != null ? mrr * 12"],
  ["$round(m)", { m: "5" }, "Argument 1 of $round takes a number, and gets text.", "$number(m)"],
  [
    "$sum(a)",
    { a: ["1"] },
    "Argument 1 of $sum takes a list of numbers, and gets a list.",
    "a != null ? [a.$number($)]",
  ],
])("%s over %j: %s", (expression, row, what, rewrite) => {
  const error = attempt(compiled(expression), row);
  expect(error).toMatchObject({ reason: { what } });
  expect((error as EvaluationError).reason.rewrites?.map(({ text }) => text)).toContainEqual(
    expect.stringContaining(rewrite),
  );
});

function apply(expression: string, { text, at }: Rewrite): string {
  return at === undefined
    ? text
    : expression.slice(0, at.offset) + text + expression.slice(at.offset + at.length);
}

function compiled(text: string): CompiledExpression {
  const result = compileExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.expression;
}

function outcome(expression: CompiledExpression, value: Json | undefined): unknown {
  return attempt(expression, {
    ...(value === undefined ? {} : { a: value }),
    b: { ...(value === undefined ? {} : { c: value }), d: "y" },
  });
}

/** What it gives, or the error; no expression here needs a promise. */
function attempt(expression: CompiledExpression, row: Json): unknown {
  try {
    return expression.evaluate(row, { runStart: 0 });
  } catch (error) {
    return error;
  }
}

function isSame(now: unknown, before: unknown): boolean {
  // An empty text is no value: nothing that Planhat keeps is lost with it.
  const isNothing = before === null || (typeof before === "string" && before.trim() === "");
  return JSON.stringify(now) === JSON.stringify(before) || (now === undefined && isNothing);
}
