import type { CallLedger, CallLimit } from "../../model/call-limit.ts";
import type { Clock } from "../../model/clock.ts";
import { RateLimit } from "../../model/rate-limit.ts";

/**
 * Both must grant a call: the window of this process, which no clock on the wall can move, and the ledger of all
 * processes on this machine. Where one refuses, neither counts.
 */
export class SharedLimit implements CallLimit {
  readonly #calls: number;
  readonly #own: RateLimit;
  readonly #ledger: CallLedger;
  readonly #clock: Clock;

  constructor(calls: number, { ledger, clock }: { readonly ledger: CallLedger; readonly clock: Clock }) {
    this.#calls = calls;
    this.#own = new RateLimit(calls);
    this.#ledger = ledger;
    this.#clock = clock;
  }

  take(now: number): number {
    return this.#own.wait(now) || this.#ledger.take(this.#calls) || this.#own.take(now);
  }

  pause(until: number): void {
    this.#own.pause(until);
    this.#ledger.pause(until - this.#clock.monotonic());
  }

  left(now: number): number {
    return this.#own.left(now);
  }
}
