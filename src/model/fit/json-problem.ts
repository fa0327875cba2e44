import { type Advice, words } from "../advice/advice.ts";
import type { JsonObject } from "../json.ts";
import type { MisfitCode } from "../misfit-code.ts";

/** What is wrong with a value, and what to do about it. */
export interface Problem {
  readonly code: MisfitCode;
  /** To follow the field's name; `gives`: `the expression gives`, `the constant is`. */
  readonly what: (gives: string) => string;
  readonly advice: Advice;
}

/** Any JSON: what could not be written as JSON is named. */
export function plainProblem(value: unknown): Problem | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number") return numberProblem(value);
  if (typeof value !== "object")
    return { ...wanted("data", value, words("Call the function, or leave it out.")), code: "value-not-data" };
  if (!isPlainData(value))
    return { ...wanted("data", value, words("Turn it into text first.")), code: "value-not-data" };
  for (const part of Array.isArray(value) ? value : Object.values(value as JsonObject)) {
    const problem = part === undefined ? EMPTY_PART : plainProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const EMPTY_PART: Problem = {
  code: "value-empty-part",
  what: () => "contains a part without a value",
  advice: words("Leave the part out, or give it a fallback."),
};

function isPlainData(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// Half of a surrogate pair cannot be written as UTF-8: it would arrive as another character.
const LONE_SURROGATE = /\p{Surrogate}/u;

export function textProblem(value: string): Problem | undefined {
  if (!LONE_SURROGATE.test(value)) return undefined;
  return {
    code: "value-surrogate",
    what: () => "contains half of a character (a lone surrogate), which JSON cannot hold",
    advice: words("Cut texts between characters, and check the source's encoding."),
  };
}

export function numberProblem(value: number): Problem | undefined {
  if (!Number.isFinite(value)) {
    return {
      code: "value-not-finite",
      what: (gives) => `takes a number, and ${gives} one that is not finite`,
      advice: words("Check for a division by zero."),
    };
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return {
      code: "value-inexact",
      what: () => "takes a number, and this one is too large to be exact",
      advice: words("Keep it as text in a text field, or divide it."),
    };
  }
  return undefined;
}

/** A value of another type than the field's. */
export function wanted(what: string, value: unknown, advice: Advice): Problem {
  return { code: "value-type", what: (gives) => `takes ${what}, and ${gives} ${kindOf(value)}`, advice };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "function":
      return "a function";
    case "object":
      return value instanceof RegExp ? "a regular expression" : value === null ? "null" : "an object";
    default:
      return `a ${typeof value}`;
  }
}
