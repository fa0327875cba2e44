import type { BindNode, BlockNode, ConditionNode, VariableNode } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import type { Code, Env } from "../runtime/run.ts";
import { lookupVariable } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { truthy } from "../runtime/values.ts";
import type { Compiler } from "./compiler.ts";

/** `a ? b : c`, and what the parser makes of `a ?: b` and `a ?? b`. */
export function compileCondition(node: ConditionNode, compiler: Compiler): Code {
  const condition = compiler.compile(node.condition);
  const whenTrue = compiler.compile(node.then);
  const whenFalse = node.else === undefined ? () => undefined : compiler.compile(node.else);
  const { observe } = compiler;
  if (observe !== undefined) {
    return (input, env) => {
      const held = truthy(condition(input, env));
      observe(node, held);
      return held ? whenTrue(input, env) : whenFalse(input, env);
    };
  }
  return (input, env) => (truthy(condition(input, env)) ? whenTrue(input, env) : whenFalse(input, env));
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
