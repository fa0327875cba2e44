import type { Run } from "./run.ts";
import { charge, checkSequence } from "./run.ts";

/**
 * JSONata's sequences are arrays with marks; the same marks are kept here, so that JSONata's own functions
 * understand them. `sequence`: collapses to its only item, or to nothing. `keepSingleton`: stays an array.
 * `cons`: made by `[…]` in a path, not flattened into the next step. `outerWrapper`: around an array as input.
 * `tupleStream`: its items are tuples, which carry variables along a path.
 */
export interface Sequence extends Array<unknown> {
  sequence?: boolean;
  keepSingleton?: boolean;
  cons?: boolean;
  outerWrapper?: boolean;
  tupleStream?: boolean;
}

export function createSequence(...items: unknown[]): Sequence {
  const sequence: Sequence = items;
  sequence.sequence = true;
  return sequence;
}

export function isSequence(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Sequence).sequence === true;
}

/** What a node's result becomes: an empty sequence is no value, one of one item is the item. */
export function collapse(value: unknown): unknown {
  if (!isSequence(value) || value.tupleStream === true) return value;
  if (value.length === 0) return undefined;
  return value.length === 1 && value.keepSingleton !== true ? value[0] : value;
}

/** JSONata's `$append`: nothing is left out; the result is a plain array unless one side is nothing. */
export function append(left: unknown, right: unknown): unknown {
  if (left === undefined) return right;
  if (right === undefined) return left;
  const head = Array.isArray(left) ? left : [left];
  const tail = Array.isArray(right) ? right : [right];
  checkSequence(head.length + tail.length);
  return head.concat(tail);
}

/** The value of an own property, or of every element's, flattened: how a name reads. */
export function lookup(input: unknown, key: string, run: Run): unknown {
  if (typeof input !== "object" || input === null) return undefined;
  if (!Array.isArray(input)) {
    return Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
  }
  // The same array may stand in it many times over.
  charge(run, 2 + input.length);
  const found = createSequence();
  for (const item of input) {
    const value = lookup(item, key, run);
    if (value === undefined) continue;
    if (Array.isArray(value)) pushAll(found, value);
    else found.push(value);
  }
  return found;
}

export function checkedPush(target: unknown[], item: unknown): void {
  checkSequence(target.length + 1);
  target.push(item);
}

export function pushAll(target: unknown[], items: readonly unknown[]): void {
  checkSequence(target.length + items.length);
  for (const item of items) target.push(item);
}
