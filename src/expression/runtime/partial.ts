import type { Callable } from "./callable.ts";
import { HOLE, makeCallable } from "./callable.ts";
import type { Run } from "./run.ts";

/** A function with some arguments given; where one is HOLE, a call of the result gives it. */
export function partially(target: Callable, given: readonly unknown[]): Callable {
  return target.partially?.(given) ?? fill((args, run) => target(args, undefined, run), target.arity, given);
}

/** Partial application of what is written in JavaScript. */
export function fill(
  implementation: (args: readonly unknown[], run: Run) => unknown,
  parameters: number,
  given: readonly unknown[],
): Callable {
  const slots = Array.from({ length: parameters }, (_, index) => given[index]);
  const filled = (more: readonly unknown[]): unknown[] => {
    let next = 0;
    return slots.map((slot) => (slot === HOLE ? more[next++] : slot));
  };
  return makeCallable(
    (args, _context, run) => implementation(filled(args), run),
    slots.filter((slot) => slot === HOLE).length,
    (more) => fill(implementation, parameters, filled(more)),
  );
}
