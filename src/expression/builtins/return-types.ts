import type { InferredType } from "../../model/expression.ts";

/** What a builtin returns for arguments that are there. Those not listed may return anything. */
export const RETURNS: Readonly<Record<string, InferredType>> = {
  string: "string",
  substring: "string",
  substringBefore: "string",
  substringAfter: "string",
  lowercase: "string",
  uppercase: "string",
  trim: "string",
  pad: "string",
  replace: "string",
  join: "string",
  formatNumber: "string",
  formatBase: "string",
  formatInteger: "string",
  base64encode: "string",
  base64decode: "string",
  encodeUrlComponent: "string",
  encodeUrl: "string",
  decodeUrlComponent: "string",
  decodeUrl: "string",
  fromMillis: "string",
  type: "string",
  length: "number",
  number: "number",
  floor: "number",
  ceil: "number",
  round: "number",
  abs: "number",
  sqrt: "number",
  power: "number",
  sum: "number",
  max: "number",
  min: "number",
  average: "number",
  parseInteger: "number",
  toMillis: "number",
  contains: "boolean",
  boolean: "boolean",
  not: "boolean",
  split: "array",
  zip: "array",
  merge: "object",
};

/** Builtins that may have no value although their argument has one: `$max([])`, a date that its picture does not fit. */
export const MAY_FIND_NOTHING: ReadonlySet<string> = new Set([
  "max",
  "min",
  "average",
  "toMillis",
  "parseInteger",
]);

/** Builtins that have a value whatever their arguments. */
export const ALWAYS: Readonly<Record<string, InferredType>> = {
  count: "number",
  exists: "boolean",
  now: "string",
  millis: "number",
  assert: "nothing",
  error: "nothing",
};
