import type { Node } from "../ast.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { frameOf, isTupleStream, itemOf, tupleStream } from "../runtime/tuple.ts";
import { isNumeric, truthy } from "../runtime/values.ts";
import type { Compiler } from "./compiler.ts";
import { weightOf } from "./weight.ts";

/** `code[predicate]` */
export function compileFilter(code: Code, predicate: Node, compiler: Compiler): Code {
  const filter = compilePredicate(predicate, compiler);
  return (input, env) => filter(code(input, env), env);
}

/** A predicate over a value: a position, positions, or what to keep. Answers a sequence, or the array found. */
export function compilePredicate(predicate: Node, compiler: Compiler): (value: unknown, env: Env) => unknown {
  if (predicate.type === "number" && typeof predicate.value === "number") {
    const position = Math.floor(predicate.value);
    return (value) => itemAt(value, position);
  }
  const test = compiler.compile(predicate);
  const weight = weightOf(predicate);
  return (value, env) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const carries = isTupleStream(value);
    charge(env.run, items.length * weight);
    const kept = carries ? tupleStream() : createSequence();
    for (let index = 0; index < items.length; index++) {
      const item: unknown = items[index];
      const answer = carries ? test(itemOf(item), frameOf(item, env)) : test(item, env);
      keep(item, index, items.length, answer, kept, env);
    }
    return kept;
  };
}

function itemAt(value: unknown, position: number): unknown {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const item = items.at(position);
  if (Array.isArray(item)) return item;
  const found = isTupleStream(value) ? tupleStream() : createSequence();
  if (item !== undefined) found.push(item);
  return found;
}

function keep(
  item: unknown,
  index: number,
  length: number,
  answer: unknown,
  kept: unknown[],
  { run }: Env,
): void {
  const positions = isNumeric(answer) ? [answer] : answer;
  if (Array.isArray(positions)) {
    charge(run, positions.length);
    if (positions.every(isNumeric)) {
      for (const position of positions) {
        const whole = Math.floor(position);
        if ((whole < 0 ? length + whole : whole) === index) kept.push(item);
      }
      return;
    }
  }
  if (truthy(answer, run)) kept.push(item);
}
