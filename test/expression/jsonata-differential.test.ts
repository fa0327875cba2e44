import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { EvaluationError } from "../../src/model/expression.ts";
import type { Json } from "../../src/model/json.ts";
import { runs } from "../support/effort.ts";
import { expressionText, row } from "./expression-arbitrary.ts";

const RUN_START = Date.UTC(2024, 1, 29, 12, 30, 15, 123);

const FAILED = "jsonata itself failed";

type Result =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly code: string };

test("a compiled expression gives what jsonata gives: the same value or the same error", async () => {
  const seen = { compiled: 0, values: 0, errors: 0 };
  await fc.assert(
    fc.asyncProperty(expressionText(), row(), async (text, data) => {
      const compiled = compileExpression(text);
      fc.pre(compiled.ok && !compiled.expression.isAsync);
      if (!compiled.ok) return;
      const before = JSON.stringify(data);
      const ours = resultOf(() => compiled.expression.evaluate(data, { runStart: RUN_START }));
      expect(JSON.stringify(data)).toBe(before);
      const theirs = await jsonataResult(text, data);
      seen.compiled += 1;
      seen[theirs.kind === "value" ? "values" : "errors"] += 1;
      if (isKnownDifference(text, theirs, ours)) return;
      expect({ text, data, ...ours }).toEqual({ text, data, ...theirs });
    }),
    { numRuns: runs(2000) },
  );
  // The generator must reach both worlds, or the property says little.
  expect(seen.values).toBeGreaterThan(seen.compiled / 5);
  expect(seen.errors).toBeGreaterThan(0);
});

function resultOf(evaluate: () => unknown): Result {
  try {
    return { kind: "value", value: evaluate() };
  } catch (error) {
    expect(error).toBeInstanceOf(EvaluationError);
    return { kind: "error", code: (error as EvaluationError).code };
  }
}

async function jsonataResult(text: string, data: Json): Promise<Result> {
  try {
    const input = structuredClone(data);
    const value: unknown = await jsonata(text).evaluate(input);
    // It adds an element to empty arrays of the row that it groups, and goes on with that.
    if (JSON.stringify(input) !== JSON.stringify(data)) return { kind: "error", code: FAILED };
    if (!isFiniteJson(value)) return { kind: "error", code: "D1001" };
    if (holdsFunction(value)) return { kind: "error", code: "result-is-function" };
    return { kind: "value", value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
  } catch (error) {
    const code: unknown =
      typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    return { kind: "error", code: typeof code === "string" ? code : FAILED };
  }
}

/** JSON has no infinite numbers; JSONata lets them through. */
function isFiniteJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isFiniteJson);
}

function holdsFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return (
    "_jsonata_lambda" in value || "_jsonata_function" in value || Object.values(value).some(holdsFunction)
  );
}

/**
 * Where jsonata breaks with an error of JavaScript, or changes the row, ours is better; and where several elements of a constructor
 * fail, jsonata, which evaluates them concurrently, may report a later one.
 */
function isKnownDifference(text: string, theirs: Result, ours: Result): boolean {
  if (theirs.kind !== "error") return false;
  if (theirs.code === FAILED) return true;
  return ours.kind === "error" && /[[{]/.test(text);
}
