import type { Node, SortNode, Stage } from "../ast.ts";
import { failure } from "../runtime/failure.ts";
import type { Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import type { Sequence } from "../runtime/sequence.ts";
import type { Tuple } from "../runtime/tuple.ts";
import { frameOf, itemOf, tupleStream } from "../runtime/tuple.ts";
import type { Compiler } from "./compiler.ts";
import { compilePredicate } from "./filter.ts";
import { compileSort } from "./sort-step.ts";
import { weightOf } from "./weight.ts";

/** A step of a path that carries variables (`@$x`, `#$i`) or what `%` climbs to: tuples in, tuples out. */
export type TupleStep = (items: unknown, tuples: unknown[] | undefined, env: Env) => unknown[];

/** Units of work of making one tuple, beside its variables. */
const TUPLE = 10;

export function compileTupleStep(node: Node, compiler: Compiler): TupleStep {
  const stages = compileStages(node.stages ?? [], compiler);
  const step = node.type === "sort" ? sortTuples(node, compiler) : extendTuples(node, compiler);
  return (items, tuples, env) => stages(step(items, tuples, env), env);
}

function extendTuples(node: Node, compiler: Compiler): TupleStep {
  const code = compiler.compile(node);
  const { focus, index, ancestor } = node;
  const weight = weightOf(node);
  return (items, tuples, env) => {
    const stream = tupleStream();
    for (const tuple of tuples ?? tuplesOf(items)) {
      charge(env.run, weight);
      const origin = itemOf(tuple);
      const frame = frameOf(tuple, env);
      const found = code(origin, frame);
      if (found === undefined) continue;
      const values: Sequence = Array.isArray(found) ? found : [found];
      charge(env.run, (TUPLE + frame.vars.size) * values.length);
      for (let at = 0; at < values.length; at++) {
        const next: Tuple = Object.assign(Object.create(null), tuple);
        if (values.tupleStream === true) Object.assign(next, values[at]);
        else {
          // A step bound by @ leaves the current value as it is.
          if (focus) next[focus] = values[at];
          next["@"] = focus ? origin : values[at];
          if (index) next[index] = at;
          if (ancestor !== undefined) next[ancestor.label] = origin;
        }
        stream.push(next);
      }
    }
    return stream;
  };
}

function sortTuples(node: SortNode, compiler: Compiler): TupleStep {
  const sort = compileSort(node, compiler);
  const index = String(node.index);
  return (items, tuples, env) => {
    if (tuples !== undefined) return sort(tuples, env) as unknown[];
    const sorted = sort(arrayOf(items), env);
    charge(env.run, TUPLE * sorted.length);
    const stream = tupleStream();
    for (let at = 0; at < sorted.length; at++) stream.push({ "@": sorted[at], [index]: at });
    return stream;
  };
}

/** Filters over tuples, and the positions that `#$i` behind a filter counts. */
function compileStages(
  stages: readonly Stage[],
  compiler: Compiler,
): (tuples: unknown[], env: Env) => unknown[] {
  const run = stages.map((stage) =>
    stage.type === "filter" ? compilePredicate(stage.expr, compiler) : numbering(stage.value),
  );
  return (tuples, env) => run.reduce<unknown[]>((current, stage) => arrayOf(stage(current, env)), tuples);
}

function numbering(name: string): (tuples: unknown) => unknown {
  return (tuples) => {
    arrayOf(tuples).forEach((tuple, at) => {
      if (typeof tuple !== "object" || tuple === null) throw failure("expression-failed");
      (tuple as Tuple)[name] = at;
    });
    return tuples;
  };
}

function tuplesOf(items: unknown): readonly unknown[] {
  return arrayOf(items).map((item) => ({ "@": item }));
}

/** What is no list here makes JSONata itself break. */
function arrayOf(items: unknown): unknown[] {
  if (!Array.isArray(items)) throw failure("expression-failed");
  return items;
}
