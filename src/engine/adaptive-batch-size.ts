import type { Load } from "../model/outcome.ts";
import { isFast, isStrained } from "./load.ts";

/** Smaller batches would cost more calls than they spare Planhat work. */
const LEAST_ITEMS = 50;
const LEAST_SHARE = 1 / 64;
/** So many fast answers in a row before the batches grow again … */
const FAST_ANSWERS = 3;
/** … by this. */
const GROWTH = 1.25;

/** How much of its planned size a batch gets: half as much after a slow answer or none, and gently back up. */
export class AdaptiveBatchSize {
  #share = 1;
  #fast = 0;

  /** Items of the next batch, of the `planned` ones. */
  items(planned: number): number {
    return Math.max(Math.min(planned, LEAST_ITEMS), Math.floor(planned * this.#share));
  }

  note(load: Load): void {
    if (isStrained(load)) {
      this.#share = Math.max(LEAST_SHARE, this.#share / 2);
      this.#fast = 0;
      return;
    }
    this.#fast = isFast(load) ? this.#fast + 1 : 0;
    if (this.#fast < FAST_ANSWERS) return;
    this.#share = Math.min(1, this.#share * GROWTH);
    this.#fast = 0;
  }
}
