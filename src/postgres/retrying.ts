import type { Clock } from "../model/clock.ts";
import { repeated } from "../model/repeated.ts";
import { retryDelay } from "../model/retry-delay.ts";
import { mayTryAgain } from "../model/transience.ts";
import { Failure } from "./failure.ts";

const MAX_RETRIES = 3;

/** Runs `attempt` again, up to `retries` times, while it fails with what may pass. Throws the last failure's Stop, or the signal's reason. */
export function retrying<T>(
  attempt: () => Promise<T>,
  clock: Clock,
  random: () => number,
  signal: AbortSignal,
  retries = MAX_RETRIES,
): Promise<T> {
  return repeated(
    async () => {
      signal.throwIfAborted();
      return attempt();
    },
    {
      clock,
      signal,
      waitAfter: (error, number) => {
        signal.throwIfAborted();
        if (!(error instanceof Failure)) return undefined;
        if (!mayTryAgain(error.outlook, "freely") || number > retries) throw error.stop;
        return retryDelay({ attempt: number, random: random(), tooMany: false });
      },
    },
  );
}
