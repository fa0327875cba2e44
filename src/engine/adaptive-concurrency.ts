import type { Load } from "../model/outcome.ts";
import { isFast, isStrained } from "./load.ts";

/**
 * How many bulk writes of one object type may be in flight: one to begin with, one more after each whole round of fast
 * answers, half as many after a 429 or a slow answer, never more than the setting.
 */
export class AdaptiveConcurrency {
  readonly #most: number;
  #now = 1;
  /** Fast answers since the last change. */
  #fast = 0;
  /** Answers still to come that left before the last halving: they tell of the time before. */
  #old = 0;

  constructor(most: number) {
    this.#most = Math.max(1, most);
  }

  get now(): number {
    return this.#now;
  }

  /** Called when a batch has landed; `flying` are those that are still in flight. */
  note(load: Load, flying: number): void {
    const isOld = this.#old > 0;
    if (isOld) this.#old -= 1;
    if (load.tooMany > 0 || isStrained(load)) {
      if (isOld) return;
      this.#now = Math.max(1, Math.floor(this.#now / 2));
      this.#fast = 0;
      this.#old = flying;
      return;
    }
    if (isOld || !isFast(load)) return;
    this.#fast += 1;
    if (this.#fast < this.#now || this.#now === this.#most) return;
    this.#now += 1;
    this.#fast = 0;
  }
}
