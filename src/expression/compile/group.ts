import type { Group, Pair } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge, chargeText } from "../runtime/run.ts";
import { append } from "../runtime/sequence.ts";
import type { Tuple } from "../runtime/tuple.ts";
import { frameOf, isTupleStream, itemOf } from "../runtime/tuple.ts";
import type { Compiler } from "./compiler.ts";
import { weightOf } from "./weight.ts";

/** `code{key: value, …}`: items with one key make one member together. */
export function compileGroup(code: Code, group: Group, compiler: Compiler): Code {
  const build = compilePairs(group.lhs, group.position, compiler);
  return (input, env) => build(code(input, env), env);
}

/** Units of work of a group: a member of an object without a prototype. */
const GROUP = 16;

/** Keys and values over a value's items; an object without a prototype. */
export function compilePairs(
  pairs: readonly Pair[],
  position: number | undefined,
  compiler: Compiler,
): (value: unknown, env: Env) => unknown {
  const members: readonly Member[] = pairs.map(([key, value]) => ({
    key: compiler.compile(key),
    value: compiler.compile(value),
    keyWeight: weightOf(key),
    valueWeight: weightOf(value),
  }));
  return (value, env) => {
    const groups = collect(value, members, position, env);
    const carries = isTupleStream(value);
    const result: Record<string, unknown> = Object.create(null);
    for (const key of orderedKeys(groups)) {
      const group = groups.get(key);
      const member = group === undefined ? undefined : members[group.member];
      if (group === undefined || member === undefined) continue;
      charge(env.run, GROUP + member.valueWeight);
      const made = carries ? overTuples(member, group.data, env) : member.value(group.data, env);
      if (made !== undefined) result[key] = made;
    }
    return result;
  };
}

interface Member {
  readonly key: Code;
  readonly value: Code;
  readonly keyWeight: number;
  readonly valueWeight: number;
}

interface Collected {
  data: unknown;
  /** Which pair gave the key. */
  readonly member: number;
}

function collect(
  value: unknown,
  members: readonly Member[],
  position: number | undefined,
  env: Env,
): ReadonlyMap<string, Collected> {
  const carries = isTupleStream(value);
  const groups = new Map<string, Collected>();
  for (const item of itemsOf(value)) {
    const [input, inner] = carries ? [itemOf(item), frameOf(item, env)] : [item, env];
    for (const [member, { key: code, keyWeight }] of members.entries()) {
      charge(env.run, keyWeight);
      const key = checkKey(code(input, inner), position);
      if (key === undefined) continue;
      chargeText(env.run, key.length);
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
  return groups;
}

/** An object literal over no items is still an object: its pairs see no value. */
function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [value];
  return value.length > 0 || isTupleStream(value) ? value : [undefined];
}

/** The tuples of one group as one, each variable with the values of all. */
function overTuples({ value }: Member, data: unknown, env: Env): unknown {
  const tuple = Array.isArray(data) ? joined(data, env) : data;
  const item = itemOf(tuple);
  // As JSONata does it: a tuple that is alone in two groups has lost its item in the second one.
  if (typeof tuple === "object" && tuple !== null) delete (tuple as Tuple)["@"];
  return value(item, frameOf(tuple, env));
}

function joined(tuples: readonly unknown[], env: Env): Tuple {
  const [first, ...rest] = tuples;
  const all: Tuple = Object.assign(Object.create(null), first);
  for (const tuple of rest) {
    for (const [name, value] of Object.entries(tuple as Tuple)) {
      const before = all[name];
      charge(env.run, 1 + (Array.isArray(before) ? before.length >> 4 : 0));
      all[name] = append(before, value);
    }
  }
  return all;
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
