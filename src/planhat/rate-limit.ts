/** Planhat counts a call when it arrives, we when it leaves: the margin covers the difference in travel time. */
const MARGIN_MS = 500;
const WINDOW_MS = 60_000 + MARGIN_MS;

/**
 * No more than `callsPerMinute` calls in any 60 seconds: a sliding window over the times of the calls made, shared
 * by everything that uses one token. Pure but for its memory: time is an argument.
 */
export class RateLimit {
  readonly #size: number;
  /** Ring of the last `size` call times. */
  readonly #times: number[] = [];
  #next = 0;
  #pausedUntil = 0;

  constructor(callsPerMinute: number) {
    this.#size = callsPerMinute;
  }

  /** 0: the call is granted and counted. Otherwise: milliseconds to wait before asking again; nothing is counted. */
  take(now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    const oldest = this.#times[this.#next];
    if (oldest !== undefined && now - oldest < WINDOW_MS) return WINDOW_MS - (now - oldest);
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#size;
    return 0;
  }

  /** Nobody is granted a call before `until`: Planhat said that it is too much for it. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** Calls that would be granted at once. */
  left(now: number): number {
    if (now < this.#pausedUntil) return 0;
    const recent = this.#times.filter((time) => now - time < WINDOW_MS).length;
    return this.#size - recent;
  }
}
