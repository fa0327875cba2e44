import type { Clock } from "../../model/clock.ts";
import type { RateLimit } from "../../model/rate-limit.ts";
import type { Redact } from "../../model/redact.ts";
import { LONGEST_WAIT_MS, retryAfter, retryDelay } from "../../model/retry-delay.ts";
import type { Stop } from "../../model/stop.ts";
import type { HttpAnswer } from "./exchange.ts";
import { ExchangeFailure } from "./exchange-failure.ts";
import { beginsWith, broken } from "./problems.ts";

/** First try included. */
const MAX_ATTEMPTS = 5;

export interface AttemptOptions {
  /** For messages: `page 3 of https://…`. */
  readonly what: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limit: RateLimit | undefined;
  readonly redact: Redact;
  readonly signal: AbortSignal;
}

/**
 * An answer that is not 408, 429 or 5xx: up to MAX_ATTEMPTS with full jitter, Retry-After honoured, every attempt within
 * the rate limit. Throws a Stop, or the signal's reason.
 */
export async function attempts(
  send: () => Promise<HttpAnswer>,
  options: AttemptOptions,
): Promise<HttpAnswer> {
  const { clock, random, signal } = options;
  for (let attempt = 1; ; attempt++) {
    await waitForTurn(options);
    const result = await tryOnce(send);
    if (!(result instanceof ExchangeFailure) && !isTransient(result.status)) return result;
    if (result instanceof ExchangeFailure && !result.transient) throw failed(options, result);
    if (attempt === MAX_ATTEMPTS) throw exhausted(options, result);
    const answer = result instanceof ExchangeFailure ? undefined : result;
    const asked = answer === undefined ? undefined : retryAfter(answer.headers, clock.now());
    if (asked !== undefined && asked > LONGEST_WAIT_MS) throw tooLong(options, asked);
    const tooMany = answer?.status === 429;
    const delay = retryDelay({ attempt, random: random(), retryAfter: asked, tooMany });
    await clock.sleep(delay, signal);
    signal.throwIfAborted();
  }
}

async function waitForTurn({ limit, clock, signal }: AttemptOptions): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const delay = limit?.take(clock.monotonic()) ?? 0;
    if (delay === 0) return;
    await clock.sleep(delay, signal);
  }
}

async function tryOnce(send: () => Promise<HttpAnswer>): Promise<HttpAnswer | ExchangeFailure> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ExchangeFailure) return error;
    throw error;
  }
}

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function failed({ what, redact }: AttemptOptions, { reason, hint }: ExchangeFailure): Stop {
  return broken(redact(`${capital(what)} could not be read: ${reason}.`), hint);
}

function exhausted(options: AttemptOptions, last: HttpAnswer | ExchangeFailure): Stop {
  if (last instanceof ExchangeFailure) return failed(options, last);
  const { what, redact } = options;
  const said = `${capital(what)} could not be read: the server answered ${last.status} ${MAX_ATTEMPTS} times.`;
  if (last.status === 429) {
    return broken(
      said,
      "Set `rateLimit: { perMinute: … }` to what the server allows, and start again in a few minutes.",
    );
  }
  const hint = "The server is in trouble: start again later, or ask whoever runs it.";
  return broken(`${said} ${beginsWith(Buffer.concat(last.chunks), redact)}`, hint);
}

function tooLong({ what }: AttemptOptions, asked: number): Stop {
  return broken(
    `${capital(what)} could not be read: the server asks to wait ${Math.round(asked / 1000)} s before the next call.`,
    "Start again after that time, and set `rateLimit: { perMinute: … }` to what the server allows.",
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
