import type { CallLimit } from "./call-limit.ts";

/** A server counts a call when it arrives, we when it leaves: the margin covers the difference in travel time. */
const MARGIN_MS = 500;
const MINUTE_MS = 60_000;
/** Milliseconds in which a minute's calls are counted. */
export const CALL_WINDOW_MS = MINUTE_MS + MARGIN_MS;

/**
 * No more than `calls` calls in any `period` (milliseconds; a minute by default): a sliding window over the times of
 * the calls made, shared by everything that uses one token. Pure but for its memory: time is an argument.
 */
export class RateLimit implements CallLimit {
  readonly #size: number;
  readonly #window: number;
  /** Ring of the last `size` call times. */
  readonly #times: number[] = [];
  #next = 0;
  #pausedUntil = 0;

  constructor(calls: number, period = MINUTE_MS) {
    this.#size = calls;
    this.#window = period + Math.min(MARGIN_MS, period / 20);
  }

  take(now: number): number {
    const wait = this.wait(now);
    if (wait > 0) return wait;
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#size;
    return 0;
  }

  /** What `take` would answer; nothing is counted. */
  wait(now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    const oldest = this.#times[this.#next];
    return oldest === undefined ? 0 : Math.max(0, this.#window - (now - oldest));
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  left(now: number): number {
    if (now < this.#pausedUntil) return 0;
    const recent = this.#times.filter((time) => now - time < this.#window).length;
    return this.#size - recent;
  }
}
