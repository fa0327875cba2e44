import type { Change } from "../model/change.ts";
import type { Batch, BatchTarget, Writer } from "../model/outcome.ts";
import { occupied } from "./occupied.ts";

/** Planhat's limits for one bulk PUT: https://docs.planhat.com (5,000 items), 32 MB a request body. */
export const MAX_ITEMS = 5000;
export const MAX_BYTES = 32 * 1024 * 1024;
/** Errors are found faster in smaller batches; what other tools send at most. */
const AUTO_ITEMS = 1000;

/**
 * Items a batch for `auto`: small batches isolate errors better, big ones cost fewer calls of the minute.
 * `changes` is the total that the run will write, `calls` what is left of the minute for that.
 */
export function autoBatchSize(changes: number, calls: number): number {
  if (changes <= AUTO_ITEMS * calls) return AUTO_ITEMS;
  return Math.min(MAX_ITEMS, Math.ceil(changes / calls));
}

export interface BatchLimits {
  readonly items: number;
  /** UTF-8 bytes of the whole body, brackets and commas included. */
  readonly bytes: number;
}

/** A batch with what its changes have to themselves: see `occupied`. */
export interface PackedBatch extends Batch {
  readonly occupied: ReadonlySet<string>;
}

/**
 * Puts changes together for requests. A key stands once in a batch, and so do the keys of creates that are almost one; a
 * change alone over the limit goes alone.
 */
export class Batcher {
  readonly #bytesOf: Writer["bytesOf"];
  readonly #limits: BatchLimits;
  #target: BatchTarget | undefined;
  #changes: Change[] = [];
  #occupied = new Set<string>();
  #bytes = 0;

  constructor(bytesOf: Writer["bytesOf"], limits: BatchLimits) {
    this.#bytesOf = bytesOf;
    this.#limits = limits;
  }

  /** Answers the batch that is full now, if the change made one so. */
  add(change: Change, target: BatchTarget, items = this.#limits.items): PackedBatch | undefined {
    const bytes = this.#bytesOf(change, target) + 1;
    const names = occupied(change);
    const full = this.#fits(names, target, bytes, items) ? undefined : this.flush();
    this.#target = target;
    this.#changes.push(change);
    for (const name of names) this.#occupied.add(name);
    this.#bytes += bytes;
    return full;
  }

  /** What is left. */
  flush(): PackedBatch | undefined {
    if (this.#target === undefined || this.#changes.length === 0) return undefined;
    const { objectType, keyField } = this.#target;
    const batch = { objectType, keyField, changes: this.#changes, occupied: this.#occupied };
    this.#changes = [];
    this.#occupied = new Set();
    this.#bytes = 0;
    return batch;
  }

  #fits(names: readonly string[], target: BatchTarget, bytes: number, items: number): boolean {
    return (
      this.#target?.objectType === target.objectType &&
      this.#target.keyField === target.keyField &&
      this.#changes.length < Math.min(items, this.#limits.items) &&
      // One byte for the closing bracket: the opening one stands in for the last item's missing comma.
      this.#bytes + bytes + 1 <= this.#limits.bytes &&
      !names.some((name) => this.#occupied.has(name))
    );
  }
}
