import type { ApplyNode, CallNode, LambdaNode, Node } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import { call, isCallable, makeCallable, TailCall } from "../runtime/callable.ts";
import { failure, locate } from "../runtime/failure.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Compiler } from "./compiler.ts";
import { Unsupported } from "./compiler.ts";

/** `$f(a, b)`; `first` stands before the arguments where the call is the right side of `~>`. */
export function compileCall(node: CallNode, compiler: Compiler, first?: Code): Code {
  const { position, procedure } = node;
  const args = node.arguments.map(compiler.compile);
  if (first !== undefined) args.unshift(first);
  const token = "value" in procedure ? procedure.value : undefined;
  const fixed =
    procedure.type === "variable" && procedure.predicate === undefined && !compiler.bound.has(procedure.value)
      ? builtin(procedure.value)?.callable
      : undefined;
  const callee = fixed === undefined ? compiler.compile(procedure) : undefined;
  return (input, env) => {
    const values: unknown[] = [];
    const early = first?.(input, env);
    const target = callee === undefined ? fixed : callee(input, env);
    for (let index = 0; index < args.length; index++) {
      values.push(index === 0 && first !== undefined ? early : args[index]?.(input, env));
    }
    try {
      if (fixed === undefined) return call(target, values, input, env.run);
      charge(env.run, 1);
      return fixed(values, input, env.run);
    } catch (error) {
      throw locate(error, position, token);
    }
  };
}

/** `function($a, $b) { … }` */
export function compileLambda(node: LambdaNode, compiler: Compiler): Code {
  if (node.thunk === true) return compileTailCall(node, compiler);
  if (filtersTailCall(node.body, false)) throw new Unsupported("filtered tail call");
  const body = compiler.compile(node.body);
  const names = node.arguments.map((parameter) => parameter.value);
  const { signature } = node;
  if (signature !== undefined && signature.validate === undefined) throw new Unsupported("copied signature");
  return (input, env) =>
    makeCallable((given, context) => {
      const args = signature?.validate === undefined ? given : signature.validate(given, context);
      const vars = new Map<string, unknown>();
      for (let index = 0; index < names.length; index++) vars.set(names[index] ?? "", args[index]);
      const frame: Env = { run: env.run, parent: env, vars };
      return body(input, frame);
    }, names.length);
}

/** `value ~> $f`, `value ~> $f(…)`, `$f ~> $g` */
export function compileApply(node: ApplyNode, compiler: Compiler): Code {
  const left = compiler.compile(node.lhs);
  // JSONata does not look at what follows such a call, `[0]` for one.
  if (node.rhs.type === "function") return compileCall(node.rhs, compiler, left);
  const right = compiler.compile(node.rhs);
  const { position } = node;
  return (input, env) => {
    const value = left(input, env);
    const target = right(input, env);
    if (!isCallable(target)) throw failure("T2006", { position, token: "~>" });
    if (!isCallable(value)) return call(target, [value], null, env.run);
    return makeCallable(
      ([argument], context, run) => new TailCall(target, [call(value, [argument], context, run)]),
      1,
    );
  };
}

/** The parser has wrapped a call in tail position; it is handed to the caller's loop. */
function compileTailCall(node: LambdaNode, compiler: Compiler): Code {
  const { body } = node;
  if (body.type !== "function") throw new Unsupported("tail call");
  const callee = compiler.compile(body.procedure);
  const args = body.arguments.map(compiler.compile);
  return (input, env) => {
    const target = callee(input, env);
    return new TailCall(
      target,
      args.map((code) => code(input, env)),
    );
  };
}

/** JSONata applies what follows a block, `( … )[0]` for one, to a call that has not been made yet. */
function filtersTailCall(node: Node, filtered: boolean): boolean {
  const marked =
    filtered || node.predicate !== undefined || node.group !== undefined || node.keepArray === true;
  switch (node.type) {
    case "lambda":
      return node.thunk === true && filtered;
    case "block": {
      const last = node.expressions.at(-1);
      return last !== undefined && filtersTailCall(last, marked);
    }
    case "condition":
      return (
        filtersTailCall(node.then, marked) || (node.else !== undefined && filtersTailCall(node.else, marked))
      );
    default:
      return false;
  }
}
