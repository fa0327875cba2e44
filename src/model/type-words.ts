import type { InferredType } from "./expression.ts";

/** What a value is called in messages: `text`, `a list`. */
export const TYPE_WORDS: Readonly<Record<InferredType, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "an object",
  function: "a function",
  nothing: "no value",
  unknown: "something unknown",
};
