import type { Node } from "../ast.ts";
import type { Code, Env } from "../runtime/run.ts";
import { charge } from "../runtime/run.ts";
import { createSequence } from "../runtime/sequence.ts";
import { isNumeric, truthy } from "../runtime/values.ts";
import type { Compiler } from "./compiler.ts";

/** `code[predicate]` */
export function compileFilter(code: Code, predicate: Node, compiler: Compiler): Code {
  const filter = compilePredicate(predicate, compiler);
  return (input, env) => filter(code(input, env), env);
}

/** A predicate over a value: a position, positions, or what to keep. Answers a sequence, or the array found. */
export function compilePredicate(predicate: Node, compiler: Compiler): (value: unknown, env: Env) => unknown {
  if (predicate.type === "number" && typeof predicate.value === "number") {
    const position = Math.floor(predicate.value);
    return (value) => itemAt(Array.isArray(value) ? value : [value], position);
  }
  const test = compiler.compile(predicate);
  return (value, env) => {
    const items = Array.isArray(value) ? value : [value];
    charge(env.run, items.length);
    const kept = createSequence();
    for (let index = 0; index < items.length; index++) {
      const item: unknown = items[index];
      keep(item, index, items.length, test(item, env), kept);
    }
    return kept;
  };
}

function itemAt(items: readonly unknown[], position: number): unknown {
  const item = items.at(position);
  if (item === undefined) return createSequence();
  return Array.isArray(item) ? item : createSequence(item);
}

function keep(item: unknown, index: number, length: number, answer: unknown, kept: unknown[]): void {
  const positions = isNumeric(answer) ? [answer] : answer;
  if (Array.isArray(positions) && positions.every(isNumeric)) {
    for (const position of positions) {
      const whole = Math.floor(position);
      if ((whole < 0 ? length + whole : whole) === index) kept.push(item);
    }
  } else if (truthy(answer)) {
    kept.push(item);
  }
}
