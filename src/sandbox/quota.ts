import type { Limits } from "./limits.ts";

export type Admission =
  | { readonly ok: true; readonly remaining: number }
  /** `seconds` until a call is admitted again. */
  | { readonly ok: false; readonly remaining: number; readonly seconds: number };

/** Planhat's limits on calls, over sliding windows. A refused call does not count. */
export class Quota {
  readonly #limits: Limits;
  /** Times of the admitted calls of the last minute, the oldest first. */
  #calls: number[] = [];

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** `now` in milliseconds; `inFlight` counts the call itself. */
  admit(now: number, inFlight: number): Admission {
    const { callsPerMinute, callsPerSecond, parallel } = this.#limits;
    this.#calls = this.#calls.filter((time) => now - time < MINUTE);
    const [oldest = now] = this.#calls;
    const remaining = Math.max(0, callsPerMinute - this.#calls.length);
    if (remaining === 0)
      return { ok: false, remaining, seconds: Math.ceil((oldest + MINUTE - now) / SECOND) };
    const lastSecond = this.#calls.filter((time) => now - time < SECOND).length;
    if (lastSecond >= callsPerSecond || inFlight > parallel) return { ok: false, remaining, seconds: 1 };
    this.#calls.push(now);
    return { ok: true, remaining: remaining - 1 };
  }
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
