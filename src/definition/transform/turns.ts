import { setImmediate } from "node:timers/promises";
import { stopOf } from "../../model/stop.ts";

/** Milliseconds of work before signals, heartbeats and progress are heard. */
const TURN_MS = 50;

/** Shares the event loop: work that asks `areOver` now and then goes on after `next`. */
export class Turns {
  readonly #now: () => number;
  #began: number;

  /** `now`: milliseconds on a clock that only goes forward. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#began = now();
  }

  areOver(): boolean {
    return this.#now() - this.#began >= TURN_MS;
  }

  /** After everybody else's turn. Throws the Stop of `signal` when that has fired. */
  async next(signal: AbortSignal | undefined): Promise<void> {
    await setImmediate();
    if (signal?.aborted) throw stopOf(signal);
    this.#began = this.#now();
  }
}
