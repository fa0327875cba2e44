import type { Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { append, checkedPush, createSequence } from "../runtime/sequence.ts";

/** `*`: the values of an object, arrays among them flattened all the way. */
export function selectChildren(input: unknown, env: Env): unknown {
  const object = Array.isArray(input) && (input as Sequence).outerWrapper === true ? input[0] : input;
  let results: unknown = createSequence();
  if (typeof object !== "object" || object === null) return results;
  for (const value of Object.values(object)) {
    charge(env.run, 1 + (Array.isArray(results) ? results.length >> 4 : 0));
    // JSONata joins arrays with append, after which the result is a plain array that no longer collapses.
    if (Array.isArray(value)) results = append(results, flatten(value, [], env));
    else checkedPush(results as unknown[], value);
  }
  return results;
}

/** `**`: the value itself and everything below it, arrays left out. */
export function selectDescendants(input: unknown, env: Env): unknown {
  if (input === undefined) return undefined;
  const results = createSequence();
  collect(input, results, env);
  return results.length === 1 ? results[0] : results;
}

function flatten(value: unknown, flat: unknown[], env: Env): unknown[] {
  charge(env.run, 1);
  if (Array.isArray(value)) for (const item of value) flatten(item, flat, env);
  else checkedPush(flat, value);
  return flat;
}

function collect(value: unknown, results: unknown[], env: Env): void {
  charge(env.run, 1);
  if (Array.isArray(value)) {
    for (const item of value) collect(item, results, env);
    return;
  }
  checkedPush(results, value);
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, results, env);
  }
}
