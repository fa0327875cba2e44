import { failure } from "./failure.ts";

/** One evaluation: its input, the frozen time, and how much it has done so far. */
export interface Run {
  readonly input: unknown;
  /** Milliseconds since the epoch. */
  readonly runStart: number;
  /**
   * Units of work, of about 100 ns: one a step over an item, an element made, a builtin called; a few a function
   * called; more by the size of what is computed over an item, of a text that is read, of a list that is copied.
   */
  work: number;
}

/** Variables of one block or function call. */
export interface Env {
  readonly run: Run;
  readonly parent: Env | undefined;
  vars: Map<string, unknown> | undefined;
}

/** A compiled node. */
export type Code = (input: unknown, env: Env) => unknown;

/** Longest text that an expression may build, in UTF-16 units. */
export const MAX_TEXT = 1 << 20;

/** Most items in one sequence. */
export const MAX_SEQUENCE = 1_000_000;

/** Stands in for a time limit, which would make results depend on the machine: about a second of work. */
const MAX_WORK = 10_000_000;

/** Throws D1012 when the evaluation has done too much. */
export function charge(run: Run, units: number): void {
  run.work += units;
  if (run.work > MAX_WORK) throw failure("D1012");
}

/** Pays for a look at every character of a text. */
export function chargeText(run: Run, length: number): void {
  charge(run, length >> 7);
}

/** Throws when a text has grown, or would grow, beyond MAX_TEXT. */
export function checkText(length: number): void {
  if (length > MAX_TEXT) throw failure("text-too-long");
}

/** Throws D2015 when a sequence would grow beyond MAX_SEQUENCE. */
export function checkSequence(length: number): void {
  if (length > MAX_SEQUENCE) throw failure("D2015");
}

/** More blocks and functions than stand in each other. */
const MANY_FRAMES = 100;

export function lookupVariable(name: string, env: Env): { readonly value: unknown } | undefined {
  let passed = 0;
  for (let frame: Env | undefined = env; frame !== undefined; frame = frame.parent) {
    if (frame.vars?.has(name)) return { value: frame.vars.get(name) };
    passed += 1;
    // Each partial application of a function adds one.
    if (passed > MANY_FRAMES) charge(env.run, 1);
  }
  return undefined;
}
