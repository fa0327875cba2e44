import type { BinaryNode, NegateNode, Node } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env, Run } from "../runtime/run.ts";
import { charge, chargeText, checkSequence, checkText } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { deepEqual, isNumeric, toText, truthy } from "../runtime/values.ts";
import type { Compiler, Observe } from "./compiler.ts";
import { isMarked } from "./compiler.ts";

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
  in: isMember,
};

export function compileBinary(node: BinaryNode, compiler: Compiler): Code {
  const { start, links } = chainOf(node);
  const first = compiler.compile(start);
  const stages = links.map((link) => compileLink(link, compiler));
  const [only] = stages;
  if (stages.length === 1 && only !== undefined) return (input, env) => only(first(input, env), input, env);
  return (input, env) => {
    let value = first(input, env);
    for (const stage of stages) value = stage(value, input, env);
    return value;
  };
}

/** `a & b & c` is a chain of two links that starts with `a`: chains may be thousands long, and take no stack. */
function chainOf(node: BinaryNode): { readonly start: Node; readonly links: readonly BinaryNode[] } {
  const links = [node];
  let start = node.lhs;
  while (start.type === "binary" && start.value !== ".." && !isMarked(start)) {
    links.push(start);
    start = start.lhs;
  }
  return { start, links: links.reverse() };
}

/** An operator with its right side: what stands left is given. */
type Link = (left: unknown, input: unknown, env: Env) => unknown;

function compileLink(node: BinaryNode, compiler: Compiler): Link {
  const right = compiler.compile(node.rhs);
  const { position, value: token } = node;
  if (token === "and" || token === "or") return compileLogic(node, right, compiler.observe);
  const operate = OPERATORS[token];
  if (operate === undefined) throw new Error(`bug: there is no operator ${token}`);
  return (left, input, env) => {
    const value = right(input, env);
    try {
      return operate(left, value, env.run);
    } catch (error) {
      throw Object.assign(error as Error, { position, token });
    }
  };
}

/** The truth of the left side decides whether the right one is asked at all. */
function compileLogic(node: BinaryNode, right: Code, observe: Observe | undefined): Link {
  const decisive = node.value === "or";
  return (left, input, env) => {
    const held = truthy(left, env.run);
    observe?.(node, held);
    return held === decisive ? decisive : truthy(right(input, env), env.run);
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

function arithmetic(compute: (a: number, b: number) => number): Operator {
  return (left, right) => {
    if (left !== undefined && !isNumeric(left)) throw failure("T2001", { value: left });
    if (right !== undefined && !isNumeric(right)) throw failure("T2002", { value: right });
    return left === undefined || right === undefined ? undefined : compute(left, right);
  };
}

function comparison(compare: (a: string | number, b: string | number) => boolean): Operator {
  return (left, right, run) => {
    if (!isComparable(left)) throw failure("T2010", { value: left });
    if (!isComparable(right)) throw failure("T2010", { value: right });
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) throw failure("T2009", { value: left });
    if (typeof left === "string" && typeof right === "string") chargeText(run, left.length + right.length);
    return compare(left, right);
  };
}

function isComparable(value: unknown): value is string | number | undefined {
  return typeof value === "string" || typeof value === "number" || value === undefined;
}

function isMember(left: unknown, right: unknown, run: Run): boolean {
  if (left === undefined || right === undefined) return false;
  const members = Array.isArray(right) ? right : [right];
  const each = typeof left === "string" ? 1 + (left.length >> 7) : 1;
  charge(run, (members.length * each) >> 3);
  return members.includes(left);
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
  // Beyond it the next number is the same number: counting would never arrive.
  if (!Number.isSafeInteger(left)) throw failure("range-end", { value: left });
  if (!Number.isSafeInteger(right)) throw failure("range-end", { value: right });
  const size = right - left + 1;
  checkSequence(size);
  charge(run, size);
  const items = createSequence();
  for (let index = 0; index < size; index++) items.push(left + index);
  return items;
}
