import { NO_LONGER_NEEDED } from "./stop.ts";

/**
 * The work's result, or the signal's reason as soon as it fires, for work that does not heed the signal by itself: undici
 * does so only once it is connected, and an input that says nothing never does.
 */
export async function orEnd<T>(work: Promise<T>, end: AbortSignal): Promise<T> {
  // It may fail when nobody listens any more.
  work.catch(() => undefined);
  const over = new AbortController();
  const ended = new Promise<never>((_, fail) => {
    end.addEventListener("abort", () => fail(end.reason), { once: true, signal: over.signal });
    if (end.aborted) fail(end.reason);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    over.abort(NO_LONGER_NEEDED);
  }
}
