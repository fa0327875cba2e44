import type { CallLimit } from "../../model/call-limit.ts";
import type { Clock } from "../../model/clock.ts";
import type { OnProgress } from "../../model/progress.ts";
import { stopOf } from "../../model/stop.ts";
import type { CallCounter, Send } from "./send.ts";

/** Send → Send: every attempt waits for its place in the minute, is counted and timed. Stands inside the retry. */
export function limited(
  send: Send,
  {
    limit,
    clock,
    counter,
    onProgress,
  }: { limit: CallLimit; clock: Clock; counter: CallCounter; onProgress: OnProgress },
): Send {
  return async (request, signal) => {
    for (;;) {
      if (signal.aborted) throw stopOf(signal);
      const delay = limit.take(clock.monotonic());
      if (delay === 0) break;
      onProgress({ kind: "waiting", why: "rate-limit", delay, detail: "the minute's calls are used up" });
      await clock.sleep(delay, signal);
    }
    counter.count(request, signal);
    const left = clock.monotonic();
    const answer = await send(request, signal);
    return { ...answer, milliseconds: clock.monotonic() - left };
  };
}
