import fc from "fast-check";
import { expect, test } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import type { ColumnTypes, InferredType } from "../../src/model/expression.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { expressionText, row } from "../fuzz/expression-arbitrary.mjs";
import { runs } from "../support/effort.ts";

const CONTEXT = { runStart: Date.UTC(2026, 1, 3) };

function typeOf(value: Json | undefined): InferredType {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as InferredType;
}

/** The types that a row really has. */
function exactly(data: JsonObject): ColumnTypes {
  return (name) => [Object.hasOwn(data, name) ? typeOf(data[name]) : "nothing"];
}

test("the inferred types contain that of every result, whatever is known of the columns", async () => {
  const seen = { inferred: 0, ofColumns: 0 };
  await fc.assert(
    fc.asyncProperty(expressionText(), row(), async (text, data) => {
      const compiled = compileExpression(text);
      fc.pre(compiled.ok);
      if (!compiled.ok) return;
      const { expression } = compiled;
      let result: Json | undefined;
      try {
        result = expression.evaluate(data, CONTEXT);
      } catch {
        // A row that fails gets no value at all.
        return;
      }
      const blind = expression.result;
      const sighted = expression.analyse(exactly(data as JsonObject)).result;
      for (const types of [blind, sighted]) {
        const says = types.includes("unknown") || types.includes(typeOf(result));
        expect(
          says,
          `${text} over ${JSON.stringify(data)} gives ${JSON.stringify(result)}, not ${types}`,
        ).toBe(true);
      }
      if (!blind.includes("unknown")) seen.inferred += 1;
      if (blind.includes("unknown") && !sighted.includes("unknown")) seen.ofColumns += 1;
    }),
    { numRuns: runs(3000) },
  );
  // The generator must reach what can be inferred, or the property says little.
  expect(seen.inferred).toBeGreaterThan(100);
  expect(seen.ofColumns).toBeGreaterThan(100);
});

const TEXTS: ColumnTypes = (name) =>
  name === "none"
    ? ["nothing"]
    : name === "list"
      ? ["array"]
      : name === "n"
        ? ["number", "null"]
        : ["string"];

test.each<[string, readonly InferredType[]]>([
  ["a", ["string"]],
  ["$$.a", ["string"]],
  ["$.a", ["string"]],
  ["n", ["null", "number"]],
  ["none", ["nothing"]],
  ["list", ["array"]],
  ["a.b", ["nothing"]],
  ["a[0]", ["nothing", "string"]],
  ["a.$trim()", ["string"]],
  ["a.$length($)", ["number"]],
  ["n.$string()", ["string"]],
  ["a ? a : n", ["null", "number", "string"]],
  ["a ?: n", ["null", "number", "string"]],
  ["n ?: a", ["number", "string"]],
  ["none ?? a", ["string"]],
  ["$number(a)", ["number"]],
  ["$number(a) * 12", ["number"]],
  ["$toMillis(a)", ["nothing", "number"]],
  ["($x := a; $x)", ["nothing", "string"]],
  ["($x := a; $y := $x; $y & $x)", ["string"]],
  ["($x := 1; $x := $x & a; $x)", ["nothing", "number", "string"]],
  ["a ~> $trim", ["string"]],
  ["a ~> $trim() ~> $length()", ["number"]],
  ["(function($v){ $v })(a)", ["unknown"]],
  ["list.x", ["unknown"]],
])("over typed columns, %s may be %j", (text, types) => {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(`${text} does not compile`);
  expect(compiled.expression.analyse(TEXTS).result).toEqual(types);
});
