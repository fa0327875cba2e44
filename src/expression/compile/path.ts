import type { Node, PathNode } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import { createSequence, isSequence, pushAll } from "../runtime/sequence.ts";
import { itemOf } from "../runtime/tuple.ts";
import type { Compiler } from "./compiler.ts";
import { compilePredicate } from "./filter.ts";
import { compilePairs } from "./group.ts";
import { compileSort } from "./sort-step.ts";
import type { TupleStep } from "./tuples.ts";
import { compileTupleStep } from "./tuples.ts";
import { weightOf } from "./weight.ts";

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
  const [first] = node.steps;
  if (first === undefined) throw new Error("bug: a path without steps");
  const carries = node.steps.some((step) => step.tuple === true);
  const walk = carries ? walkTuples(node, compiler) : walkItems(node, compiler);
  const absolute = first.type === "variable";
  const keepsArray = node.keepSingletonArray === true;
  const group =
    node.group === undefined ? undefined : compilePairs(node.group.lhs, node.group.position, compiler);
  return (input, env) => {
    const found = walk(Array.isArray(input) && !absolute ? input : createSequence(input), env);
    const result = keepsArray ? keepArray(found) : found;
    return group === undefined ? result : group(result, env);
  };
}

type Walk = (start: unknown[], env: Env) => unknown;

function walkItems({ steps: [first, ...others] }: PathNode, compiler: Compiler): Walk {
  const build = first?.consarray === true ? compiler.compile(first) : undefined;
  const walked = build === undefined && first !== undefined ? [first, ...others] : others;
  const steps = walked.map((step) => compileStep(step, compiler));
  return (start, env) => {
    let result: unknown = build?.(start, env);
    let items = build === undefined ? start : itemsOf(result);
    if (build !== undefined && (result === undefined || lengthOf(result) === 0)) return result;
    for (let index = 0; index < steps.length; index++) {
      items = steps[index]?.(items, env, index === steps.length - 1) ?? [];
      result = items;
      if (items.length === 0) break;
    }
    return result;
  };
}

/** From the first step that carries something along, the path is one of tuples. */
function walkTuples({ steps, tuple, group }: PathNode, compiler: Compiler): Walk {
  const from = steps.findIndex((step) => step.tuple === true);
  const before = steps.slice(0, from).map((step, index) => compileLead(step, index, compiler));
  const carried = steps.slice(from).map((step, index) => compileCarried(step, from + index, compiler));
  return (start, env) => {
    let items: unknown = start;
    for (const step of before) {
      items = step(items, env);
      if (items === undefined || lengthOf(items) === 0) return items;
    }
    let tuples: unknown[] | undefined;
    for (const one of carried) {
      if (one.step !== undefined) tuples = one.step(items, tuples, env);
      else items = one.build(items, env);
    }
    if (tuples === undefined) throw failure("expression-failed");
    // A path whose items somebody further out climbs from hands its tuples on; a grouping uses their variables.
    if (tuple === true || group !== undefined) return tuples;
    charge(env.run, tuples.length);
    const found = createSequence();
    for (const one of tuples) found.push(itemOf(one));
    return found;
  };
}

/** A step in front of the first one that carries something. */
function compileLead(step: Node, index: number, compiler: Compiler): Code {
  if (index === 0 && step.consarray === true) return compiler.compile(step);
  const walk = compileStep(step, compiler);
  return (items, env) => walk(itemsOf(items), env, false);
}

type Carried =
  | { readonly step: TupleStep }
  /** An array written out in front: its elements are the items, unless a variable takes them. */
  | { readonly step?: undefined; readonly build: Code };

function compileCarried(step: Node, index: number, compiler: Compiler): Carried {
  if (index !== 0 || step.consarray !== true) return { step: compileTupleStep(step, compiler) };
  const build = compiler.compile(step);
  return step.focus === undefined ? { build } : { build: (items) => items };
}

/** Units of work of a step, whatever it finds. */
const STEP = 2;

function compileStep(node: Node, compiler: Compiler): Step {
  const stages = (node.stages ?? []).flatMap((stage) =>
    stage.type === "filter" ? [compilePredicate(stage.expr, compiler)] : [],
  );
  if (node.type === "sort") {
    const sort = compileSort(node, compiler);
    return (items, env) => {
      const sorted = stages.reduce<unknown>((value, stage) => stage(value, env), sort(items, env));
      return Array.isArray(sorted) ? sorted : [sorted];
    };
  }
  const code = compiler.compile(node);
  const weight = weightOf(node);
  return (items, env, last) => {
    charge(env.run, STEP + items.length * weight);
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
    if (step.tuple === true) return undefined;
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
