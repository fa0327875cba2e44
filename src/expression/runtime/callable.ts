import { failure } from "./failure.ts";
import type { Run } from "./run.ts";
import { charge } from "./run.ts";

/**
 * A function as a value: a builtin, a lambda, a regular expression. A real JavaScript function, because JSONata's
 * own code recognises those. `context` is what stands in for a missing first argument.
 */
export interface Callable {
  (args: readonly unknown[], context: unknown, run: Run): unknown;
  /** How many arguments a higher-order function may pass. */
  readonly arity: number;
  /** The function with some arguments given, where it is not enough to put them in front of a call. */
  readonly partially?: (given: readonly unknown[]) => Callable;
}

/** Where an argument is still to come: `?`. */
export const HOLE = Symbol("?");

/** A call that a function's body ends with: made by the caller's loop, so that recursion does not grow the stack. */
export class TailCall {
  readonly callee: unknown;
  readonly args: readonly unknown[];

  constructor(callee: unknown, args: readonly unknown[]) {
    this.callee = callee;
    this.args = args;
  }
}

export function makeCallable(
  call: (args: readonly unknown[], context: unknown, run: Run) => unknown,
  arity: number,
  partially?: Callable["partially"],
): Callable {
  return Object.assign(call, partially === undefined ? { arity } : { arity, partially });
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === "function";
}

/** Units of work of one call: a frame, its variables, its arguments. */
const CALL = 4;

/** Throws T1006 where `callee` is no function, and D1012 when the evaluation has done too much. */
export function call(callee: unknown, args: readonly unknown[], context: unknown, run: Run): unknown {
  let result: unknown = new TailCall(callee, args);
  while (result instanceof TailCall) {
    charge(run, CALL);
    if (!isCallable(result.callee)) throw failure("T1006");
    result = result.callee(result.args, context, run);
  }
  return result;
}

/** For `$map` and its kin: a function gets the index and the whole only where it takes them. */
export function callWith(
  callee: Callable,
  run: Run,
  value: unknown,
  index: unknown,
  whole: unknown,
): unknown {
  const args = callee.arity >= 3 ? [value, index, whole] : callee.arity >= 2 ? [value, index] : [value];
  return call(callee, args, null, run);
}
