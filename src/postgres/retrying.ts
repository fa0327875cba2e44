import type { Clock } from "../model/clock.ts";
import { Failure } from "./failure.ts";

const MAX_RETRIES = 3;

/** Runs `attempt` again, up to `retries` times, while it fails with what may pass. Throws the last failure's Stop, or the signal's reason. */
export async function retrying<T>(
  attempt: () => Promise<T>,
  clock: Clock,
  random: () => number,
  signal: AbortSignal,
  retries = MAX_RETRIES,
): Promise<T> {
  for (let retry = 0; ; retry++) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      if (!error.isTransient || retry >= retries) throw error.stop;
      await clock.sleep(retryDelay(retry, random()), signal);
    }
  }
}

/** Milliseconds: around 0.5 s, 1 s, 2 s, and so on. `random` is in [0, 1). */
export function retryDelay(retry: number, random: number): number {
  return Math.round(500 * 2 ** retry * (0.5 + random));
}
