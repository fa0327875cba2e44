import type { ApplyNode, CallNode, LambdaNode, LambdaSignature, Node } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import type { Callable } from "../runtime/callable.ts";
import { call, HOLE, isCallable, makeCallable, TailCall } from "../runtime/callable.ts";
import { failure, locate } from "../runtime/failure.ts";
import { partially } from "../runtime/partial.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import { collapse } from "../runtime/sequence.ts";
import type { Compiler } from "./compiler.ts";
import { isMarked } from "./compiler.ts";
import { weightOf } from "./weight.ts";

/** `$f(a, b)` */
export function compileCall(node: CallNode, compiler: Compiler): Code {
  const callee = compileCallee(node, compiler);
  const args = node.arguments.map(compiler.compile);
  return (input, env) => {
    const target = callee.target(input, env);
    const values: unknown[] = [];
    for (const code of args) values.push(code(input, env));
    return callee.invoke(target, values, input, env);
  };
}

/** `value ~> $f(a)`: the value stands before the arguments. */
function compileAppliedCall(node: CallNode, compiler: Compiler): Link {
  const callee = compileCallee(node, compiler);
  const args = node.arguments.map(compiler.compile);
  return (value, input, env) => {
    const target = callee.target(input, env);
    const values: unknown[] = [value];
    for (const code of args) values.push(code(input, env));
    return callee.invoke(target, values, input, env);
  };
}

/** Units of work of calling a builtin, whatever it does. */
const BUILTIN = 2;

interface Callee {
  readonly target: Code;
  readonly invoke: (target: unknown, args: readonly unknown[], input: unknown, env: Env) => unknown;
}

function compileCallee({ position, procedure }: CallNode, compiler: Compiler): Callee {
  const token = "value" in procedure ? procedure.value : undefined;
  const fixed =
    procedure.type === "variable" && procedure.predicate === undefined && !compiler.bound.has(procedure.value)
      ? builtin(procedure.value)?.callable
      : undefined;
  return {
    target: fixed === undefined ? compiler.compile(procedure) : () => fixed,
    invoke: (target, args, input, env) => {
      try {
        if (fixed === undefined) return call(target, args, input, env.run);
        charge(env.run, BUILTIN);
        return fixed(args, input, env.run);
      } catch (error) {
        throw locate(error, position, token);
      }
    },
  };
}

/** `function($a, $b) { … }` */
export function compileLambda(node: LambdaNode, compiler: Compiler): Code {
  if (node.thunk === true) return compileTailCall(node, compiler);
  const lambda: Lambda = { body: compiler.compile(node.body), weight: weightOf(node.body) };
  const names = node.arguments.map((parameter) => parameter.value);
  return (input, env) => makeLambda(lambda, names, input, env, node.signature?.validate);
}

interface Lambda {
  readonly body: Code;
  readonly weight: number;
}

/** `names`: the parameters that a call gives; what a partial application has given is in `env`. */
function makeLambda(
  lambda: Lambda,
  names: readonly string[],
  input: unknown,
  env: Env,
  validate?: LambdaSignature["validate"],
): Callable {
  return makeCallable(
    (given, context) => {
      charge(env.run, lambda.weight);
      const args = validate === undefined ? given : validate(given, context);
      const vars = new Map<string, unknown>();
      for (let index = 0; index < names.length; index++) vars.set(names[index] ?? "", args[index]);
      return lambda.body(input, { run: env.run, parent: env, vars });
    },
    names.length,
    (given) => {
      const vars = new Map<string, unknown>();
      const open = names.filter((name, index) => {
        if (given[index] === HOLE) return true;
        vars.set(name, given[index]);
        return false;
      });
      // JSONata does not keep the signature.
      return makeLambda(lambda, open, input, { run: env.run, parent: env, vars });
    },
  );
}

/** `$f(a, ?)` */
export function compilePartial(node: CallNode, compiler: Compiler): Code {
  const { position, procedure } = node;
  const args = node.arguments.map((argument) =>
    argument.type === "operator" ? () => HOLE : compiler.compile(argument),
  );
  const callee = compiler.compile(procedure);
  const token = "value" in procedure ? procedure.value : undefined;
  return (input, env) => {
    const given = args.map((code) => code(input, env));
    const target = callee(input, env);
    if (!isCallable(target)) throw failure("T1008", { position, token });
    return partially(target, given);
  };
}

/** `value ~> $f`, `value ~> $f(…)`, `$f ~> $g` */
export function compileApply(node: ApplyNode, compiler: Compiler): Code {
  const { start, links } = chainOf(node);
  const left = compiler.compile(start);
  const stages = links.map((link) => compileLink(link, compiler));
  return (input, env) => {
    let value = left(input, env);
    for (const stage of stages) value = stage(collapse(value), input, env);
    return value;
  };
}

/** `a ~> $f ~> $g` is a chain of two links that starts with `a`. */
function chainOf(node: ApplyNode): { readonly start: Node; readonly links: readonly ApplyNode[] } {
  const links = [node];
  let start = node.lhs;
  while (start.type === "apply" && !isMarked(start)) {
    links.push(start);
    start = start.lhs;
  }
  return { start, links: links.reverse() };
}

type Link = (value: unknown, input: unknown, env: Env) => unknown;

function compileLink({ rhs, position }: ApplyNode, compiler: Compiler): Link {
  // JSONata does not look at what follows such a call, `[0]` for one.
  if (rhs.type === "function") return compileAppliedCall(rhs, compiler);
  const right = compiler.compile(rhs);
  return (value, input, env) => {
    const target = right(input, env);
    if (!isCallable(target)) throw failure("T2006", { position, token: "~>" });
    if (!isCallable(value)) return call(target, [value], null, env.run);
    return makeCallable(
      // The argument is read as a variable is: what would collapse there collapses here.
      ([argument], _context, run) =>
        new TailCall(target, [collapse(call(value, [collapse(argument)], null, run))]),
      1,
    );
  };
}

/** The parser has wrapped a call in tail position; it is handed to the caller's loop. */
function compileTailCall(node: LambdaNode, compiler: Compiler): Code {
  const { body } = node;
  if (body.type !== "function") throw new Error("bug: a tail call that is no call");
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
