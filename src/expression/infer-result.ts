import type { InferredType } from "../model/expression.ts";
import type { BinaryNode, CallNode, ConditionNode, Node } from "./ast.ts";
import { BUILTIN_NAMES } from "./builtins/names.ts";
import { boundNames } from "./compile/compile-tree.ts";

type Types = ReadonlySet<InferredType>;

/** What an expression may result in, without running it; `["unknown"]` where nothing is known. */
export function inferResult(tree: Node): readonly InferredType[] {
  const types = infer(tree, boundNames(tree));
  return types.has("unknown") ? ["unknown"] : [...types].toSorted();
}

const UNKNOWN: Types = new Set(["unknown"]);

/** What a builtin returns for arguments that are there. Those not listed may return anything. */
const RETURNS: Readonly<Record<string, InferredType>> = {
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

/** Builtins that have a value whatever their arguments. */
const ALWAYS: Readonly<Record<string, InferredType>> = {
  count: "number",
  exists: "boolean",
  now: "string",
  millis: "number",
  assert: "nothing",
  error: "nothing",
};

function infer(node: Node, bound: ReadonlySet<string>): Types {
  if (node.predicate !== undefined) return UNKNOWN;
  if (node.group !== undefined) return new Set(["object"]);
  switch (node.type) {
    case "string":
      return new Set(["string"]);
    case "number":
      return new Set(["number"]);
    case "value":
      return new Set([node.value === null ? "null" : "boolean"]);
    case "regex":
    case "lambda":
    case "partial":
    case "transform":
      return new Set(["function"]);
    case "path":
      return node.keepSingletonArray === true ? new Set(["array", "nothing"]) : UNKNOWN;
    case "binary":
      return inferBinary(node, bound);
    case "unary":
      if (node.value === "[") return new Set(["array"]);
      if (node.value === "{") return new Set(["object"]);
      return maybeNothing("number", [node.expression], bound);
    case "condition":
      return inferCondition(node, bound);
    case "block": {
      const last = node.expressions.at(-1);
      return last === undefined ? new Set(["nothing"]) : infer(last, bound);
    }
    case "bind":
      return infer(node.rhs, bound);
    case "variable":
      return inferVariable(node.value, bound);
    case "function":
      return inferCall(node, bound, false);
    case "apply":
      return node.rhs.type === "function" ? inferCall(node.rhs, bound, infer(node.lhs, bound)) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function inferVariable(name: string, bound: ReadonlySet<string>): Types {
  if (name === "" || name === "$" || bound.has(name)) return UNKNOWN;
  return new Set([BUILTIN_NAMES.includes(name) ? "function" : "nothing"]);
}

function inferBinary(node: BinaryNode, bound: ReadonlySet<string>): Types {
  switch (node.value) {
    case "&":
      return new Set(["string"]);
    case "=":
    case "!=":
    case "and":
    case "or":
    case "in":
      return new Set(["boolean"]);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return maybeNothing("boolean", [node.lhs, node.rhs], bound);
    case "..":
      return UNKNOWN;
    default:
      return maybeNothing("number", [node.lhs, node.rhs], bound);
  }
}

function inferCondition(node: ConditionNode, bound: ReadonlySet<string>): Types {
  const taken = new Set(infer(node.then, bound));
  // The parser writes a ?? b and a ?: b as conditions over a copy of a: then a has a value, or is truthy.
  const coalesces = node.condition.type === "function" && node.condition.position === undefined;
  const defaults = node.condition.type === node.then.type && node.condition.position === node.then.position;
  if (coalesces || defaults) taken.delete("nothing");
  if (defaults) taken.delete("null");
  const other = node.else === undefined ? new Set<InferredType>(["nothing"]) : infer(node.else, bound);
  return new Set([...taken, ...other]);
}

/** `applied`: the types of what stands left of `~>`, the first argument. */
function inferCall(node: CallNode, bound: ReadonlySet<string>, applied: Types | false): Types {
  if (node.procedure.type !== "variable" || bound.has(node.procedure.value)) return UNKNOWN;
  const name = node.procedure.value;
  const always = ALWAYS[name];
  if (always !== undefined) return new Set([always]);
  const returns = RETURNS[name];
  if (returns === undefined) return UNKNOWN;
  // $max([]) and its kin have no value although their argument has one.
  const first = applied === false ? firstOf(node, bound) : applied;
  const sure = !mayBeNothing(first) && !["max", "min", "average"].includes(name);
  return sure ? new Set([returns]) : new Set([returns, "nothing"]);
}

function firstOf(node: CallNode, bound: ReadonlySet<string>): Types {
  const [first] = node.arguments;
  return first === undefined ? UNKNOWN : infer(first, bound);
}

function maybeNothing(type: InferredType, operands: readonly Node[], bound: ReadonlySet<string>): Types {
  const missing = operands.some((operand) => mayBeNothing(infer(operand, bound)));
  return missing ? new Set([type, "nothing"]) : new Set([type]);
}

function mayBeNothing(types: Types): boolean {
  return types.has("unknown") || types.has("nothing");
}
