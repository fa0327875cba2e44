import jsonata from "jsonata";
import type { EvaluationContext } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { BOUNDED } from "./builtins/bounded.ts";
import type { Implementation } from "./builtins/implementation.ts";
import type { JsonataBuiltin } from "./builtins/jsonata-builtins.ts";
import { jsonataBuiltin } from "./builtins/jsonata-builtins.ts";
import { REFUSED_NAMES } from "./builtins/names.ts";
import { TIME } from "./builtins/time.ts";
import { toEvaluationError } from "./evaluation-error.ts";
import { maxTextFor } from "./regex/regex-risk.ts";
import { failure } from "./runtime/failure.ts";
import { plainJson } from "./runtime/plain-json.ts";
import type { Run } from "./runtime/run.ts";
import { MAX_SEQUENCE } from "./runtime/run.ts";

/** `timeout` in milliseconds; `stack` counts nested evaluations, those of an array's elements together. */
const LIMITS = { timeout: 2000, stack: 10_000, sequence: MAX_SEQUENCE, RegexEngine: regexEngine() };

/** Functions whose own form is unbounded or reads the clock, as far as ours may stand among JSONata's own values. */
const { pad, join, append, distinct, max, min } = BOUNDED;
const REPLACED: Readonly<Record<string, Implementation | undefined>> = {
  pad,
  join,
  append,
  distinct,
  max,
  min,
  ...TIME,
};

/** JSONata's own evaluator, for the few expressions that are not compiled here. */
export function evaluateByJsonata(
  text: string,
): (row: Json, context: EvaluationContext) => Promise<Json | undefined> {
  const expression = jsonata(text, LIMITS);
  return async (row, { runStart }) => {
    const run: Run = { input: row, runStart, work: 0 };
    try {
      return plainJson(rejectFunctions(await expression.evaluate(row, bindings(run))));
    } catch (error) {
      throw toEvaluationError(error, text);
    }
  };
}

/** The clock stands still, what is unbounded is bounded, what is refused is not there. */
function bindings(run: Run): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  for (const name of REFUSED_NAMES.keys()) bound[name] = undefined;
  for (const [name, ours] of Object.entries(REPLACED)) {
    const theirs = jsonataBuiltin(name);
    if (theirs !== undefined && ours !== undefined) bound[name] = replace(theirs, ours, run);
  }
  return bound;
}

/** JSONata reads the names and the number of parameters off the function, so they are kept. */
function replace({ implementation, signature }: JsonataBuiltin, ours: Implementation, run: Run): unknown {
  const ourForm = (...args: readonly unknown[]): unknown => ours(args, run);
  Object.defineProperty(ourForm, "length", { value: implementation.length });
  Object.defineProperty(ourForm, "toString", { value: () => implementation.toString() });
  return { _jsonata_function: true, implementation: ourForm, signature };
}

/** Its functions are objects; as a result they would look like data. */
function rejectFunctions(result: unknown): unknown {
  const marked =
    typeof result === "object" &&
    result !== null &&
    ("_jsonata_lambda" in result || "_jsonata_function" in result);
  if (marked) throw failure("result-is-function");
  return result;
}

/** Regular expressions that refuse texts they may take too long on. */
function regexEngine(): RegExpConstructor {
  const limits = new Map<string, number>();
  return class BoundedRegExp extends RegExp {
    override exec(text: string): RegExpExecArray | null {
      const key = String(this);
      const limit = limits.get(key) ?? maxTextFor(this);
      limits.set(key, limit);
      if (String(text).length > limit) throw failure("regex-text-too-long");
      return super.exec(text);
    }
  } as unknown as RegExpConstructor;
}
