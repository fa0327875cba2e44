import type { Group, Pair } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import { append } from "../runtime/sequence.ts";
import type { Compiler } from "./compiler.ts";
import { refuseBindings } from "./compiler.ts";

/** `code{key: value, …}`: items with one key make one member together. */
export function compileGroup(code: Code, group: Group, compiler: Compiler): Code {
  const build = compilePairs(group.lhs, group.position, compiler);
  return (input, env) => build(code(input, env), env);
}

/** Keys and values over a value's items; an object without a prototype. */
export function compilePairs(
  pairs: readonly Pair[],
  position: number | undefined,
  compiler: Compiler,
): (value: unknown, env: Env) => unknown {
  const members = pairs.map(([key, value]) => {
    refuseBindings(value);
    return { key: compiler.compile(key), value: compiler.compile(value) };
  });
  return (value, env) => {
    // An object literal over no items is still an object: its pairs see no value.
    const items =
      Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? undefined : value];
    charge(env.run, items.length * members.length);
    const groups = new Map<string, { data: unknown; readonly member: number }>();
    for (const item of items) {
      for (let member = 0; member < members.length; member++) {
        const key = checkKey(members[member]?.key(item, env), position);
        if (key === undefined) continue;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, { data: item, member });
        else if (known.member !== member) throw failure("D1009", { position, value: key });
        else {
          // The joining copies what is there: charged, so that a long group cannot take for ever.
          charge(env.run, Array.isArray(known.data) ? known.data.length >> 4 : 1);
          known.data = append(known.data, item);
        }
      }
    }
    const result: Record<string, unknown> = Object.create(null);
    for (const key of orderedKeys(groups)) {
      const group = groups.get(key);
      const member = group === undefined ? undefined : members[group.member]?.value(group.data, env);
      if (member !== undefined) result[key] = member;
    }
    return result;
  };
}

function checkKey(key: unknown, position: number | undefined): string | undefined {
  if (key === undefined) return undefined;
  if (typeof key !== "string") throw failure("T1003", { position, value: key });
  if (key === "_jsonata_lambda" || key === "_jsonata_function") throw failure("D1013", { position });
  return key;
}

/** The order in which an object lists its keys, which puts whole numbers first. */
function orderedKeys(groups: ReadonlyMap<string, unknown>): readonly string[] {
  const order: Record<string, true> = Object.create(null);
  for (const key of groups.keys()) order[key] = true;
  return Object.keys(order);
}
