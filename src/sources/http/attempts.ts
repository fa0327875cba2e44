import type { Clock } from "../../model/clock.ts";
import type { RateLimit } from "../../model/rate-limit.ts";
import type { Redact } from "../../model/redact.ts";
import { repeated } from "../../model/repeated.ts";
import { retryDelay } from "../../model/retry-delay.ts";
import type { Stop } from "../../model/stop.ts";
import { mayTryAgain, type StatusSign, statusSign } from "../../model/transience.ts";
import { askedWait, isQuotaUsedUp } from "./call-quota.ts";
import type { HttpAnswer } from "./exchange.ts";
import { ExchangeFailure } from "./exchange-failure.ts";
import { beginsWith, broken } from "./problems.ts";

/** First try included. Answers that ask for patience count only against the time. */
const MAX_ATTEMPTS = 5;
/** Between two questions to a server that asks for patience. */
const SHORTEST_WAIT_MS = 1000;
/** A wait that is longer is worth a word. */
const SILENT_WAIT_MS = 30_000;

export interface AttemptOptions {
  /** For messages: `page 3 of https://…`. */
  readonly subject: string;
  /** Milliseconds to wait in all for a server that is not ready, or whose calls are used up. */
  readonly patience: number;
  /** 202 is an answer, and no sign that the data are not there yet. */
  readonly takesAccepted?: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limit: RateLimit | undefined;
  readonly redact: Redact;
  readonly warn: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * An answer that is final. A failure (408, 5xx, the network) is tried again up to MAX_ATTEMPTS with full jitter; a
 * server that is not ready (202, 409, 425) or has no calls left (429, 403) is waited for as long as it asks, within
 * `patience`. Every attempt keeps to the rate limit. Throws a Stop, or the signal's reason.
 */
export function attempts(send: () => Promise<HttpAnswer>, options: AttemptOptions): Promise<HttpAnswer> {
  const { clock, random, signal, patience } = options;
  const until = clock.monotonic() + patience;
  let failures = 0;
  let isTold = false;
  const once = async (): Promise<HttpAnswer> => {
    await waitForTurn(options);
    const result = await tryOnce(send);
    const sign = signOf(result, options.takesAccepted === true);
    if (sign === "final" && !(result instanceof ExchangeFailure)) return result;
    throw new NotFinal(result, sign);
  };
  const waitAfter = (error: unknown, attempt: number): number | undefined => {
    if (!(error instanceof NotFinal)) return undefined;
    const { result, sign } = error;
    if (result instanceof ExchangeFailure && !mayTryAgain(result.outlook, "freely"))
      throw failed(options, result);

    const answer = result instanceof ExchangeFailure ? undefined : result;
    const asked = answer === undefined ? undefined : askedWait(answer.headers, clock.now());
    const left = until - clock.monotonic();
    if (asked !== undefined && asked > left) throw tooLong(options, asked);
    const isPatient = sign === "not-ready" || (sign === "used-up" && asked !== undefined);
    if (!isPatient) failures++;
    if (failures === MAX_ATTEMPTS) throw exhausted(options, result);
    if (isPatient && left <= 0) throw notReady(options, answer?.status ?? 0);

    const hints = { attempt, random: random(), retryAfter: asked, tooMany: sign === "used-up" };
    const delay = retryDelay(hints);
    const wait = isPatient ? Math.max(delay, SHORTEST_WAIT_MS) : delay;
    if (!isTold && isPatient && patience - left + wait >= SILENT_WAIT_MS) {
      isTold = true;
      options.warn(waiting(options, sign, answer?.status ?? 0));
    }
    return wait;
  };
  return repeated(once, { clock, signal, waitAfter });
}

/** What came of an attempt, where another one may do better. */
class NotFinal extends Error {
  readonly result: HttpAnswer | ExchangeFailure;
  readonly sign: StatusSign;

  constructor(result: HttpAnswer | ExchangeFailure, sign: StatusSign) {
    super(`an answer that is not final: ${sign}`);
    this.result = result;
    this.sign = sign;
  }
}

function signOf(result: HttpAnswer | ExchangeFailure, takesAccepted: boolean): StatusSign {
  if (result instanceof ExchangeFailure) return "trouble";
  const { status, headers } = result;
  if (status === 202 && takesAccepted) return "final";
  const forbiddenWaits = "retry-after" in headers || isQuotaUsedUp(headers);
  return statusSign(status, { preparing: true, forbiddenWaits });
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

function waiting({ subject: what, patience }: AttemptOptions, sign: StatusSign, status: number): string {
  const why = sign === "used-up" ? "The server allows no more calls" : "The server is not ready";
  return `${why} for ${what} (${status}). Waiting up to ${seconds(patience)}.`;
}

function failed({ subject: what, redact }: AttemptOptions, { reason, fix }: ExchangeFailure): Stop {
  return broken(redact(`${capital(what)} could not be read: ${reason}.`), fix, "source-unreachable");
}

function exhausted(options: AttemptOptions, last: HttpAnswer | ExchangeFailure): Stop {
  if (last instanceof ExchangeFailure) return failed(options, last);
  const { subject: what, redact } = options;
  const said = `${capital(what)} could not be read: the server answered ${last.status} ${MAX_ATTEMPTS} times.`;
  if (last.status === 429 || last.status === 403) {
    return broken(
      said,
      "Set `rateLimit: { perMinute: … }` to what the server allows, and start again in a few minutes.",
    );
  }
  const fix = "The server is in trouble: start again later, or ask whoever runs it.";
  return broken(`${said} ${beginsWith(Buffer.concat(last.chunks), redact)}`, fix, "source-unreachable");
}

function tooLong({ subject: what, patience }: AttemptOptions, asked: number): Stop {
  return broken(
    `${capital(what)} could not be read: the server asks to wait ${seconds(asked)} before the next call.`,
    `Start again after that time, or raise \`wait\` (now ${seconds(patience)}). \`rateLimit: { perMinute: … }\` keeps to what the server allows.`,
  );
}

function notReady({ subject: what, patience }: AttemptOptions, status: number): Stop {
  return broken(
    `${capital(what)} could not be read: the server is still not ready after ${seconds(patience)} (${status}).`,
    "Give it longer with `wait: 30m`. If it prepares the data at another address, name that with `poll`.",
  );
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
