import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What may pile up at least before the heap is swept: with less, a large run spends a tenth of its time on sweeping. */
const SLACK_BYTES = 64 * 1024 * 1024;

/**
 * Keeps the memory of a long run near what lives, and half as much again. V8 sweeps its old generation late, and later still where other
 * processes take the cores that it marks on: rows that are long written would pile up to hundreds of megabytes, which
 * a small CI container does not have. A sweep costs about 30 ms where 30 MB live, and comes rarely.
 */
export class HeapKeeper {
  /** A process that had much on its heap before, as one that embeds this may have, is not swept for that. */
  #sweepAt = sweepAt(getHeapStatistics().used_heap_size, 0);

  /** Called between arrays of rows and between batches. */
  keep(): void {
    if (getHeapStatistics().used_heap_size < this.#sweepAt) return;
    collect();
    const living = getHeapStatistics().used_heap_size;
    this.#sweepAt = sweepAt(living, living);
  }
}

function sweepAt(used: number, living: number): number {
  return Math.max(1.5 * used, living + SLACK_BYTES);
}

let collector: (() => void) | undefined;

function collect(): void {
  collector ??= makeCollector();
  collector();
}

/** For large runs alone: the others need none. */
function makeCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const made: () => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return made;
}
