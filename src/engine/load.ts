import type { Load } from "../model/outcome.ts";

/** Planhat takes a few seconds for 5,000 items; at this, proxies on the way begin to give up. In milliseconds. */
const SLOW_MS = 30_000;
const FAST_MS = 10_000;

/** The batch was too much: an answer was slow, did not come, or was 5xx or 413. */
export function isStrained({ slowest, trouble }: Load): boolean {
  return trouble > 0 || slowest > SLOW_MS;
}

/** There is room for more. */
export function isFast({ slowest, tooMany, trouble }: Load): boolean {
  return tooMany + trouble === 0 && slowest <= FAST_MS;
}
