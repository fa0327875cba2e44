import pRetry from "p-retry";
import type { Clock } from "./clock.ts";

export interface Repetition {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /**
   * Milliseconds until the next attempt; undefined where the failure is the answer. May throw what stands in its place.
   * `attempt`: number of the one that failed, from 1. When the signal fires the wait ends early, and the next attempt has
   * to see to it.
   */
  waitAfter(error: unknown, attempt: number): number | undefined;
}

/** Runs `attempt` until it returns or its failure is final: the one loop of attempts, for Planhat, APIs and databases. */
export function repeated<T>(
  attempt: (number: number) => Promise<T>,
  { clock, signal, waitAfter }: Repetition,
): Promise<T> {
  let wait: number | undefined;
  return pRetry(attempt, {
    retries: Number.POSITIVE_INFINITY,
    // p-retry's own waits know neither a computed time nor a clock: as its manual says, the callback waits.
    minTimeout: 0,
    factor: 1,
    onFailedAttempt: async ({ error, attemptNumber }) => {
      wait = waitAfter(error, attemptNumber);
      if (wait !== undefined) await clock.sleep(wait, signal);
    },
    shouldRetry: () => wait !== undefined,
  });
}
