import type { TransformNode } from "../ast.ts";
import { builtin } from "../builtins/builtins.ts";
import { call, isCallable, makeCallable } from "../runtime/callable.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge, lookupVariable } from "../runtime/run.ts";
import type { Compiler } from "./compiler.ts";
import { weightOf } from "./weight.ts";

/** `|pattern|update, delete|`: a function that gives a copy of its argument, changed where the pattern says. */
export function compileTransform(node: TransformNode, compiler: Compiler): Code {
  const { position } = node;
  const pattern = compiler.compile(node.pattern);
  const update = { code: compiler.compile(node.update), position: node.update.position };
  const remove =
    node.delete === undefined
      ? undefined
      : { code: compiler.compile(node.delete), position: node.delete.position };
  const weight = weightOf(node.update) + (node.delete === undefined ? 0 : weightOf(node.delete));
  return (_input, env) => {
    const transform = (value: unknown): unknown => {
      if (value === undefined) return undefined;
      const copy = copyOf(value, env, position);
      const found = pattern(copy, env);
      if (found === undefined) return copy;
      const own = partsOf(copy, env);
      for (const match of Array.isArray(found) ? found : [found]) {
        charge(env.run, weight);
        if (typeof match === "object" && match !== null && !own.has(match)) {
          throw failure("transform-outside", { position });
        }
        applyUpdate(match, update.code(match, env), update.position, env);
        if (remove !== undefined) applyDelete(match, remove.code(match, env), remove.position);
      }
      return copy;
    };
    return makeCallable((args) => transform(checked(args)), 1);
  };
}

/** JSONata's signature `<(oa):o>`, which its `~>` and calls check. */
function checked(args: readonly unknown[]): unknown {
  const [value] = args;
  if (args.length !== 1) throw failure("T0410", { index: Math.min(args.length, 1) + 1 });
  if (value === undefined || (typeof value === "object" && value !== null)) return value;
  throw failure("T0410", { index: 1, value });
}

function copyOf(value: unknown, env: Env, position: number | undefined): unknown {
  const own = lookupVariable("clone", env);
  const clone: unknown = own === undefined ? builtin("clone")?.callable : own.value;
  if (!isCallable(clone)) throw failure("T2013", { position });
  return call(clone, [value], null, env.run);
}

/**
 * What belongs to the copy. JSONata changes whatever the pattern finds, the row among it: each of the fields behind it
 * would then be computed from another row.
 */
function partsOf(copy: unknown, env: Env): ReadonlySet<object> {
  const parts = new Set<object>();
  const open: unknown[] = [copy];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== "object" || part === null || parts.has(part)) continue;
    parts.add(part);
    for (const inner of Object.values(part)) {
      charge(env.run, 1);
      open.push(inner);
    }
  }
  return parts;
}

function applyUpdate(match: unknown, update: unknown, position: number | undefined, env: Env): void {
  if (update === undefined) return;
  if (typeof update !== "object" || update === null || Array.isArray(update)) {
    throw failure("T2011", { position, value: update });
  }
  for (const [key, value] of Object.entries(update)) {
    if (typeof match !== "object" || match === null) throw failure("transform-of-value", { position });
    if (key === "__proto__") throw failure("result-key");
    charge(env.run, 1);
    (match as Record<string, unknown>)[key] = value;
  }
}

function applyDelete(match: unknown, names: unknown, position: number | undefined): void {
  if (names === undefined) return;
  const list: readonly unknown[] = Array.isArray(names) ? names : [names];
  for (const name of list) {
    if (typeof name !== "string") throw failure("T2012", { position, value: names });
  }
  if (typeof match !== "object" || match === null) return;
  for (const name of list) delete (match as Record<string, unknown>)[name as string];
}
