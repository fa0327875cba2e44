import type { BinaryNode, NegateNode } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env, Run } from "../runtime/run.ts";
import { charge, checkSequence, checkText } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { deepEqual, isNumeric, toText, truthy } from "../runtime/values.ts";
import type { Compiler } from "./compiler.ts";
import { Unsupported } from "./compiler.ts";

type Operator = (left: unknown, right: unknown, run: Run) => unknown;

const OPERATORS: Readonly<Record<string, Operator>> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": arithmetic((a, b) => a / b),
  "%": arithmetic((a, b) => a % b),
  "=": (left, right, run) => left !== undefined && right !== undefined && deepEqual(left, right, run),
  "!=": (left, right, run) => left !== undefined && right !== undefined && !deepEqual(left, right, run),
  "<": comparison((a, b) => a < b),
  "<=": comparison((a, b) => a <= b),
  ">": comparison((a, b) => a > b),
  ">=": comparison((a, b) => a >= b),
  "&": concatenate,
  "..": range,
  in: (left, right) =>
    left !== undefined && right !== undefined && (Array.isArray(right) ? right : [right]).includes(left),
};

export function compileBinary(node: BinaryNode, compiler: Compiler): Code {
  const left = compiler.compile(node.lhs);
  const right = compiler.compile(node.rhs);
  const { position, value: token } = node;
  if (token === "and" || token === "or") return compileLogic(token, observed(left, node, compiler), right);
  const operate = OPERATORS[token];
  if (operate === undefined) throw new Unsupported(token);
  return (input, env) => {
    const a = left(input, env);
    const b = right(input, env);
    try {
      return operate(a, b, env.run);
    } catch (error) {
      throw Object.assign(error as Error, { position, token });
    }
  };
}

export function compileNegate(node: NegateNode, compiler: Compiler): Code {
  const operand = compiler.compile(node.expression);
  const { position } = node;
  return (input, env) => {
    const value = operand(input, env);
    if (value === undefined) return undefined;
    if (!isNumeric(value)) throw failure("D1002", { position, token: "-", value });
    return -value;
  };
}

/** The left side, whose truth decides whether the right one is asked at all. */
function observed(left: Code, node: BinaryNode, { observe }: Compiler): Code {
  if (observe === undefined) return left;
  return (input, env) => {
    const value = left(input, env);
    observe(node, truthy(value));
    return value;
  };
}

function compileLogic(token: "and" | "or", left: Code, right: Code): Code {
  const decide = (code: Code, input: unknown, env: Env): boolean => truthy(code(input, env));
  return token === "and"
    ? (input, env) => decide(left, input, env) && decide(right, input, env)
    : (input, env) => decide(left, input, env) || decide(right, input, env);
}

function arithmetic(compute: (a: number, b: number) => number): Operator {
  return (left, right) => {
    if (left !== undefined && !isNumeric(left)) throw failure("T2001", { value: left });
    if (right !== undefined && !isNumeric(right)) throw failure("T2002", { value: right });
    return left === undefined || right === undefined ? undefined : compute(left, right);
  };
}

function comparison(compare: (a: string | number, b: string | number) => boolean): Operator {
  return (left, right) => {
    if (!isComparable(left)) throw failure("T2010", { value: left });
    if (!isComparable(right)) throw failure("T2010", { value: right });
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) throw failure("T2009", { value: left });
    return compare(left, right);
  };
}

function isComparable(value: unknown): value is string | number | undefined {
  return typeof value === "string" || typeof value === "number" || value === undefined;
}

function concatenate(left: unknown, right: unknown, run: Run): string {
  const text =
    (left === undefined ? "" : toText(left, run)) + (right === undefined ? "" : toText(right, run));
  checkText(text.length);
  return text;
}

function range(left: unknown, right: unknown, run: Run): unknown {
  if (left !== undefined && !Number.isInteger(left)) throw failure("T2003", { value: left });
  if (right !== undefined && !Number.isInteger(right)) throw failure("T2004", { value: right });
  if (typeof left !== "number" || typeof right !== "number" || left > right) return undefined;
  const size = right - left + 1;
  checkSequence(size);
  charge(run, size);
  const items = createSequence();
  for (let item = left; item <= right; item++) items.push(item);
  return items;
}
