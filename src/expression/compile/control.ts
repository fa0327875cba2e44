import type { BindNode, BlockNode, ConditionNode, Node, VariableNode } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import type { Code, Env } from "../runtime/run.ts";
import { lookupVariable } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { collapse, isSequence } from "../runtime/sequence.ts";
import { truthy } from "../runtime/values.ts";
import type { Compiler } from "./compiler.ts";
import { isMarked } from "./compiler.ts";

/** `a ? b : c ? d : e`, and what the parser makes of `a ?: b` and `a ?? b`: chains of any length take no stack. */
export function compileCondition(node: ConditionNode, compiler: Compiler): Code {
  const { branches, last } = chainOf(node);
  const cases = branches.map((branch) => ({
    branch,
    holds: compiler.compile(branch.condition),
    taken: compiler.compile(branch.then),
  }));
  const otherwise = last === undefined ? () => undefined : compiler.compile(last);
  const { observe } = compiler;
  return (input, env) => {
    for (const [depth, { branch, holds, taken }] of cases.entries()) {
      const held = truthy(holds(input, env), env.run);
      observe?.(branch, held);
      if (held) return collapsed(taken(input, env), depth);
    }
    return collapsed(otherwise(input, env), cases.length - 1);
  };
}

/** The conditionals of a chain of elses, and the else of the last one. */
function chainOf(node: ConditionNode): {
  readonly branches: readonly ConditionNode[];
  readonly last: Node | undefined;
} {
  const branches = [node];
  let last = node.else;
  while (last?.type === "condition" && !isMarked(last)) {
    branches.push(last);
    last = last.else;
  }
  return { branches, last };
}

/** As the result of each of the conditionals inside of the first one. */
function collapsed(value: unknown, times: number): unknown {
  let result = value;
  for (let time = 0; time < times && isSequence(result); time++) result = collapse(result);
  return result;
}

/** `(a; b; c)`: variables of its own, and the last value. */
export function compileBlock(node: BlockNode, compiler: Compiler): Code {
  const codes = node.expressions.map(compiler.compile);
  return (input, env) => {
    const frame: Env = { run: env.run, parent: env, vars: undefined };
    let result: unknown;
    for (const code of codes) result = code(input, frame);
    return result;
  };
}

/** `$name := value` */
export function compileBind(node: BindNode, compiler: Compiler): Code {
  const code = compiler.compile(node.rhs);
  const name = node.lhs.value;
  return (input, env) => {
    const value = code(input, env);
    env.vars ??= new Map();
    env.vars.set(name, value);
    return value;
  };
}

/** `$` the current value, `$$` the row, `$name` a variable or a builtin. */
export function compileVariable(node: VariableNode, compiler: Compiler): Code {
  const name = node.value;
  if (name === "") {
    return (input) => (Array.isArray(input) && (input as Sequence).outerWrapper === true ? input[0] : input);
  }
  const fixed = builtin(name)?.callable;
  if (!compiler.bound.has(name)) return name === "$" ? (_input, env) => env.run.input : () => fixed;
  return (_input, env) => {
    const found = lookupVariable(name, env);
    if (found !== undefined) return found.value;
    return name === "$" ? env.run.input : fixed;
  };
}
