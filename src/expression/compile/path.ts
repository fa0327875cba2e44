import type { Node, PathNode } from "../ast.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { createSequence, isSequence, pushAll } from "../runtime/sequence.ts";
import type { Compiler } from "./compiler.ts";
import { refuseTuples, Unsupported } from "./compiler.ts";
import { compilePredicate } from "./filter.ts";
import { compilePairs } from "./group.ts";
import { compileSort } from "./sort-step.ts";

/** One step of a path over the items that the step before has found. */
type Step = (items: readonly unknown[], env: Env, last: boolean) => unknown[];

/** `a.b[c].d`: each step over each item; results are flattened into one sequence. */
export function compilePath(node: PathNode, compiler: Compiler): Code {
  const walk = compileWalk(node, compiler);
  const names = plainNames(node);
  if (names === undefined) return walk;
  return (input, env) => {
    const found = readNames(input, names);
    return found === NOT_PLAIN ? walk(input, env) : found;
  };
}

function compileWalk(node: PathNode, compiler: Compiler): Code {
  const [first, ...others] = node.steps;
  if (first === undefined) throw new Unsupported("empty path");
  const build = first.consarray === true ? compiler.compile(first) : undefined;
  const steps = (build === undefined ? node.steps : others).map((step) => compileStep(step, compiler));
  const absolute = first.type === "variable";
  const keepsArray = node.keepSingletonArray === true;
  const group =
    node.group === undefined ? undefined : compilePairs(node.group.lhs, node.group.position, compiler);
  return (input, env) => {
    const start: unknown[] = Array.isArray(input) && !absolute ? input : createSequence(input);
    let result: unknown = build?.(start, env);
    let items = build === undefined ? start : itemsOf(result);
    const ended = build !== undefined && (result === undefined || lengthOf(result) === 0);
    for (let index = 0; index < steps.length && !ended; index++) {
      items = steps[index]?.(items, env, index === steps.length - 1) ?? [];
      result = items;
      if (items.length === 0) break;
    }
    if (keepsArray) result = keepArray(result);
    return group === undefined ? result : group(result, env);
  };
}

function compileStep(node: Node, compiler: Compiler): Step {
  refuseTuples(node);
  const stages = (node.stages ?? []).map((stage) => compilePredicate(stage.expr, compiler));
  if (node.type === "sort") {
    const sort = compileSort(node, compiler);
    return (items, env) => {
      const sorted = stages.reduce<unknown>((value, stage) => stage(value, env), sort(items, env));
      return Array.isArray(sorted) ? sorted : [sorted];
    };
  }
  const code = compiler.compile(node);
  return (items, env, last) => {
    charge(env.run, items.length);
    const results: unknown[] = [];
    for (const item of items) {
      let result = code(item, env);
      for (const stage of stages) result = stage(result, env);
      if (result !== undefined) results.push(result);
    }
    return last ? finishLast(results, env) : flatten(results, env);
  };
}

/** A single array from the data stays the array it is, and does not collapse. */
function finishLast(results: readonly unknown[], env: Env): unknown[] {
  const [only] = results;
  return results.length === 1 && Array.isArray(only) && !isSequence(only) ? only : flatten(results, env);
}

function flatten(results: readonly unknown[], env: Env): unknown[] {
  const flat = createSequence();
  for (const result of results) {
    if (!Array.isArray(result) || (result as Sequence).cons === true) flat.push(result);
    else {
      charge(env.run, result.length);
      pushAll(flat, result);
    }
  }
  return flat;
}

/** `[…][0].a`: what a predicate has picked from a build is no list, and JSONata finds nothing below it. */
function itemsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result;
  return typeof result === "string" ? result.split("") : [];
}

function lengthOf(result: unknown): number | undefined {
  return Array.isArray(result) || typeof result === "string" ? result.length : undefined;
}

function keepArray(result: unknown): unknown {
  if (!Array.isArray(result)) return result;
  const kept: Sequence =
    (result as Sequence).cons === true && !isSequence(result) ? createSequence(result) : result;
  // Only a sequence collapses; an array of the data must not be marked.
  if (isSequence(kept)) kept.keepSingleton = true;
  return kept;
}

const NOT_PLAIN = Symbol("not plain");

/** The names of a path that is nothing but names. */
function plainNames(node: PathNode): readonly string[] | undefined {
  if (node.group !== undefined || node.keepSingletonArray === true) return undefined;
  const names: string[] = [];
  for (const step of node.steps) {
    if (step.type !== "name" || step.stages !== undefined || step.keepArray === true) return undefined;
    if (step.predicate !== undefined || step.group !== undefined) return undefined;
    names.push(step.value);
  }
  return names;
}

/** The short way through objects alone, which is what rows mostly are. */
function readNames(input: unknown, names: readonly string[]): unknown {
  let value = input;
  for (const name of names) {
    if (Array.isArray(value)) return NOT_PLAIN;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return isSequence(value) ? NOT_PLAIN : value;
}
