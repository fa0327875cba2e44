import { constants, PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { HeapKeeper } from "../../src/cli/heap-keeper.ts";

test("a heap is swept when half as much again has piled up, and not for what was there before", async () => {
  const living: object[][] = [];
  // More than may pile up in an empty process.
  growTo(100 * 2 ** 20, living);
  const keeper = new HeapKeeper();
  expect(await sweepsOf(() => keeper.keep())).toBe(0);
  growTo(1.6 * getHeapStatistics().used_heap_size, living);
  expect(await sweepsOf(() => keeper.keep())).toBe(1);
  expect(await sweepsOf(() => keeper.keep())).toBe(0);
  expect(living.length).toBeGreaterThan(0);
});

function growTo(bytes: number, living: object[][]): void {
  while (getHeapStatistics().used_heap_size < bytes) {
    living.push(Array.from({ length: 100_000 }, (_, n) => ({ n, half: n / 2 })));
  }
}

/** How many collections were asked for while it ran. */
async function sweepsOf(work: () => void): Promise<number> {
  const asked: unknown[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries() as unknown as readonly { readonly detail: GcDetail }[]) {
      if ((detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0) asked.push(detail);
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  work();
  // Entries come a turn later.
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  observer.disconnect();
  return asked.length;
}

interface GcDetail {
  readonly flags: number;
}
