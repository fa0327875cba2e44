import { type CompileExpression, EvaluationError } from "../../model/expression.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";
import type { EvaluatePage } from "./pagination/page.ts";
import { broken, describePlace, placeOf, wrongSetting } from "./problems.ts";

export interface PageExpressionOptions {
  readonly compileExpression: CompileExpression;
  /** Milliseconds since the epoch: what `$now()` gives. */
  readonly runStart: number;
  readonly redact: Redact;
}

const PLAIN_PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
const WORDS = new Set(["and", "or", "in", "true", "false", "null"]);

/** `setting` is the expression's place in the definition. Throws a Stop for text that is no expression. */
export function compilePageExpression(
  text: string,
  setting: string,
  options: PageExpressionOptions,
): EvaluatePage {
  const evaluate = compileAny(text, setting, options);
  const steps = plainSteps(text);
  if (steps === undefined) return evaluate;
  return async (body, request) => walk(body, steps) ?? evaluate(body, request);
}

/**
 * The same for the records of a page. JSONata gives a list of one as its value and an empty list as no value; a path
 * that leads through a list gives a list here, whatever its length.
 */
export function compileRecords(text: string, options: PageExpressionOptions): EvaluatePage {
  const evaluate = compileAny(text, "records", options);
  const steps = plainSteps(text);
  if (steps === undefined) return evaluate;
  return async (body, request) => {
    const found = collect(body, steps);
    return found === "nested" ? evaluate(body, request) : found;
  };
}

function compileAny(
  text: string,
  setting: string,
  { compileExpression, runStart, redact }: PageExpressionOptions,
): EvaluatePage {
  const result = compileExpression(text);
  if (!result.ok) {
    const [problem] = result.problems;
    throw wrongSetting(
      `The expression at \`source.http.${setting}\` is not right: ${problem?.message ?? "it does not compile"}`,
      problem?.hint ?? "See https://docs.jsonata.org, or try it on a page of the API at try.jsonata.org.",
    );
  }
  return async (body, request) => {
    try {
      return await result.expression.evaluate(body, { runStart });
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      throw broken(
        `The expression at \`source.http.${setting}\` failed on ${describePlace(placeOf(request.number, request.url, redact))} (${error.code}).`,
        `It says: ${redact(error.message)}`,
      );
    }
  };
}

/** The names of a path through objects; undefined for any other expression. */
export function plainSteps(text: string): readonly string[] | undefined {
  const path = text.trim();
  const steps = path.split(".");
  return PLAIN_PATH.test(path) && !steps.some((step) => WORDS.has(step)) ? steps : undefined;
}

/**
 * All that a path leads to: a list where a list is on the way, the one value where none is, undefined where the names
 * are not there at all. `nested`: a list in a list, which is JSONata's to flatten.
 */
function collect(body: Json, steps: readonly string[]): Json | undefined | "nested" {
  let isList = Array.isArray(body);
  let level: readonly Json[] = Array.isArray(body) ? (body as readonly Json[]) : [body];
  for (const step of steps) {
    if (isList && level.length === 0) return [];
    const inner: Json[] = [];
    let isFound = false;
    for (const item of level) {
      if (Array.isArray(item)) return "nested";
      if (!isJsonObject(item) || !Object.hasOwn(item, step)) continue;
      isFound = true;
      const value = item[step] as Json;
      if (!Array.isArray(value)) inner.push(value);
      else {
        isList = true;
        for (const element of value as readonly Json[]) inner.push(element);
      }
    }
    if (!isFound) return undefined;
    level = inner;
  }
  return isList ? level : level[0];
}

/**
 * A path through objects alone, which most expressions here are: what JSONata gives, without a copy of a page that may
 * be large. undefined wherever JSONata's rules for lists or missing values come in.
 */
function walk(body: Json, steps: readonly string[]): Json | undefined {
  let value: Json | undefined = body;
  for (const step of steps) {
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}
