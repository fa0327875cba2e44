/** A server counts a call when it arrives, we when it leaves: the margin covers the difference in travel time. */
const MARGIN_MS = 500;
const MINUTE_MS = 60_000;

/**
 * No more than `calls` calls in any `period` (milliseconds; a minute by default): a sliding window over the times of
 * the calls made, shared by everything that uses one token. Pure but for its memory: time is an argument.
 */
export class RateLimit {
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

  /** 0: the call is granted and counted. Otherwise: milliseconds to wait before asking again; nothing is counted. */
  take(now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    const oldest = this.#times[this.#next];
    if (oldest !== undefined && now - oldest < this.#window) return this.#window - (now - oldest);
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#size;
    return 0;
  }

  /** Nobody is granted a call before `until`: the server said that it is too much for it. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** Calls that would be granted at once. */
  left(now: number): number {
    if (now < this.#pausedUntil) return 0;
    const recent = this.#times.filter((time) => now - time < this.#window).length;
    return this.#size - recent;
  }
}
