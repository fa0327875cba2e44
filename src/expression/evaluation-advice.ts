import { type Advice, type Part, proposed, type Rows, way, words } from "../model/advice/advice.ts";
import { AS_MILLIS, dateTextAdvice } from "../model/advice/date-advice.ts";
import { IN_CALL, isNumberText, numberTextAdvice } from "../model/advice/number-advice.ts";
import type { Reason } from "../model/reason.ts";
import { builtin } from "./builtins/builtins.ts";
import { RETURNS } from "./builtins/return-types.ts";
import { type CallPlace, callPlace } from "./call-place.ts";
import { operandPlace } from "./operand-place.ts";
import type { Failure } from "./runtime/failure.ts";

export interface EvaluationAdvice extends Pick<Reason, "fix" | "rewrites"> {
  /** Where the value says more than the code. */
  readonly what?: string;
  /** The value is not the one that did it. */
  readonly isOfOther?: true;
}

/**
 * What helps against a failure of an expression, chosen by its code and by the value that met it. Other rows keep what
 * they had: what stands in place of a part gives for them what the part gave. `start`: offset of the failure.
 */
export function evaluationAdvice(
  problem: Failure,
  text: string,
  start: number | undefined,
): EvaluationAdvice {
  switch (problem.code) {
    case "T0410":
    case "T0412":
      return argumentAdvice(problem, text, start);
    case "D3030":
      return conversionAdvice(problem, text, start, NUMBERS_TOO, (value) => numberTextAdvice(value, IN_CALL));
    case "D3110":
      return conversionAdvice(problem, text, start, TEXTS_ONLY, (value) => dateTextAdvice(value, AS_MILLIS));
    case "T2001":
    case "T2002":
    case "T2009":
    case "T2010":
    case "D1002":
      return operandAdvice(problem, text, start);
    default:
      return {};
  }
}

/** A function that reads numbers as they are, and one that takes texts alone: what else there is fails already. */
const NUMBERS_TOO: Rows = { texts: false, nulls: true };
const TEXTS_ONLY: Rows = { texts: true, nulls: false };

/** A call that was given something of the wrong type. */
function argumentAdvice(
  { token, index = 0, value }: Failure,
  text: string,
  start: number | undefined,
): EvaluationAdvice {
  const name = typeof token === "string" ? token : undefined;
  const of = name === undefined ? "the function" : `$${name}`;
  const call = start === undefined ? undefined : callPlace(text, start);
  const argument = call?.args[index - 1];
  const wanted = name === undefined ? undefined : builtin(name)?.signature.parameters[index - 1];
  // A function that is handed over is called by another one, and the place is that one's.
  if (LAMBDA.test(text)) {
    return value === null
      ? { what: "A function is given null: the row has no value there.", fix: LEAVE_OUT }
      : { what: "An argument of a function has the wrong type.", fix: CONVERT };
  }
  if (value === null) {
    const what = `Argument ${index} of ${of} is null: the row has no value there.`;
    return { what, ...guarded(call, index, name, text) };
  }
  if (wanted === undefined) return { fix: CONVERT };
  const { types, items } = wanted;
  // JSONata names the last argument that it got to.
  if (items === undefined && types.includes(letterOf(value))) {
    return { what: `An argument of ${of} has the wrong type.`, fix: CONVERT, isOfOther: true };
  }
  const takes = items === undefined ? WANTED[types] : LISTS[items];
  const what =
    takes === undefined
      ? {}
      : { what: `Argument ${index} of ${of} takes ${takes}, and gets ${kindOf(value)}.` };
  const advice = conversionOf(value, types, items);
  return { ...what, ...proposed(advice, argument?.text, undefined, argument) };
}

/** The call, where its argument has a value. */
function guarded(
  call: CallPlace | undefined,
  index: number,
  name: string | undefined,
  text: string,
): EvaluationAdvice {
  const argument = call?.args[index - 1];
  if (call === undefined || argument === undefined) return { fix: LEAVE_OUT };
  const advice = way(LEAVE_OUT, (x) => {
    const made = x === argument.text ? call.text : withArgument(call, argument, x);
    const parameter = builtin(name ?? "")?.signature.parameters[index - 1];
    // Without it a function may give something all the same.
    if (index > 1 || parameter?.optional === true) return `$not(${x} = null) ? ${made}`;
    // An empty text is no value either; what else is made of it may be one.
    const isOfText = parameter?.types === "s" && RETURNS[name ?? ""] === "string";
    return isOfText ? `${x} ? ${made}` : `${x} != null ? ${made}`;
  });
  return proposed(advice, argument.text, undefined, partOf(call, text));
}

/** What makes an argument be of the type that a function wants, by JSONata's letters. */
function conversionOf(value: unknown, types: string, items: string | undefined): Advice {
  if (types.includes("a") && items === "n" && Array.isArray(value)) {
    const isNumeric = value.every(
      (item) => typeof item === "number" || (typeof item === "string" && isNumberText(item)),
    );
    return isNumeric
      ? way("Read each item as a number.", (x) => `${x} != null ? [${x}.$number($)]`)
      : words(CONVERT);
  }
  if (types.includes("n") && typeof value === "string") return numberTextAdvice(value, IN_CALL);
  if (types.includes("s") && typeof value === "number") {
    // Without the condition null would become the text "null".
    return way("Make it text.", (x) => `${x} != null ? $string(${x})`);
  }
  return words(Array.isArray(value) ? "Pick one item of the list, or join its items." : CONVERT);
}

/** A call that could not read a text. */
function conversionAdvice(
  { value }: Failure,
  text: string,
  start: number | undefined,
  rows: Rows,
  adviceOn: (value: string) => Advice,
): EvaluationAdvice {
  const advice = adviceOn(typeof value === "string" ? value : String(value));
  const call = start === undefined ? undefined : callPlace(text, start);
  const [argument, ...others] = call?.args ?? [];
  if (call === undefined || argument === undefined || others.length > 0) return { fix: advice.text };
  return proposed(advice, argument.text, rows, partOf(call, text));
}

/** An operator that was given something of the wrong type. */
function operandAdvice(problem: Failure, text: string, start: number | undefined): EvaluationAdvice {
  const { value, token } = problem;
  const operand = start === undefined ? undefined : operandPlace(problem, text, start);
  if (value === null) {
    const what = `One side of ${String(token)} is null: the row has no value there.`;
    if (operand === undefined) return { what, fix: LEAVE_OUT };
    const advice = way(LEAVE_OUT, (x) => `${x} != null ? ${operand.isWhole ? text.trim() : x}`);
    return { what, ...proposed(advice, operand.text, undefined, operand.isWhole ? undefined : operand) };
  }
  if (typeof value !== "string" || operand === undefined) return { fix: SAME_TYPE };
  return proposed(numberTextAdvice(value, IN_CALL), operand.text, NUMBERS_TOO, operand);
}

/** undefined for the whole expression. */
function partOf(call: Part, text: string): Part | undefined {
  return call.text === text.trim() ? undefined : call;
}

function withArgument(call: Part, argument: Part, x: string): string {
  const from = argument.offset - call.offset;
  return call.text.slice(0, from) + x + call.text.slice(from + argument.text.length);
}

/** JSONata's letter of a value's type. */
function letterOf(value: unknown): string {
  if (Array.isArray(value)) return "a";
  return (
    { string: "s", number: "n", boolean: "b", object: "o", function: "f" }[typeof value as string] ?? "?"
  );
}

function kindOf(value: unknown): string {
  return KINDS[letterOf(value)] ?? "something else";
}

const KINDS: Readonly<Record<string, string>> = {
  s: "text",
  n: "a number",
  b: "true or false",
  a: "a list",
  o: "an object",
  f: "a function",
};
const WANTED: Readonly<Record<string, string>> = { ...KINDS, sf: "text or a function" };
const LISTS: Readonly<Record<string, string>> = { n: "a list of numbers", s: "a list of texts" };

const LAMBDA = /(?:function|λ)\s*\(/;
const LEAVE_OUT = "Leave the field out where the row has no value.";
const CONVERT = "Convert it to the type that the function takes.";
const SAME_TYPE = "Compare and compute with values of one type.";
