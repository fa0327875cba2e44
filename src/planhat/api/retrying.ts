import type { CallLimit } from "../../model/call-limit.ts";
import type { Clock } from "../../model/clock.ts";
import type { OnProgress } from "../../model/progress.ts";
import { repeated } from "../../model/repeated.ts";
import { LONGEST_WAIT_MS, retryAfter, retryDelay } from "../../model/retry-delay.ts";
import { Stop, stopOf } from "../../model/stop.ts";
import {
  mayTryAgain,
  type Outlook,
  outlookOfSign,
  type Repeating,
  type StatusSign,
  statusSign,
} from "../../model/transience.ts";
import { type ApiAnswer, type CallCounter, NetworkError, type Send } from "./send.ts";
import { UnexpectedAnswer } from "./unexpected-answer.ts";

/** First try included. */
const MAX_ATTEMPTS = 5;
/** A success that is none is asked again this often. */
const UNEXPECTED_RETRIES = 2;

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limit: CallLimit;
  readonly counter: CallCounter;
  readonly onProgress: OnProgress;
}

/** A status that may be different next time; thrown between attempts, never past the decorator unless all are used up. */
export class TransientAnswer extends Error {
  override readonly name = "TransientAnswer";
  readonly answer: ApiAnswer;

  constructor(answer: ApiAnswer) {
    super(`Planhat answered ${answer.status}`);
    this.answer = answer;
  }
}

function signOf({ status }: ApiAnswer): StatusSign {
  return statusSign(status, { preparing: false, forbiddenWaits: false });
}

/** What an attempt that failed says of the next one, and of what Planhat may have done. */
export function outlookOf(error: unknown): Outlook {
  if (error instanceof NetworkError) return error.outlook;
  if (error instanceof TransientAnswer) return outlookOfSign(signOf(error.answer));
  return error instanceof UnexpectedAnswer ? "unclear" : "final";
}

/** Refused at the door, because the calls of the minute are used up. */
export function isTooMany(error: unknown): boolean {
  return error instanceof TransientAnswer && signOf(error.answer) === "used-up";
}

/**
 * Send → Send for calls that may be repeated freely (reads): up to MAX_ATTEMPTS, exponential backoff with full
 * jitter, Retry-After honoured. Throws the last NetworkError or TransientAnswer when all attempts failed.
 */
export function retrying(send: Send, options: RetryOptions): Send {
  return (request, signal) => attempts(async () => final(await send(request, signal)), options, signal);
}

/** Turns a transient status into the error that makes the next attempt happen. */
export function final(answer: ApiAnswer): ApiAnswer {
  if (signOf(answer) !== "final") throw new TransientAnswer(answer);
  return answer;
}

/**
 * Runs `attempt` until it returns, fails for good, or MAX_ATTEMPTS are used up. Its argument counts from 1. `repeating`:
 * `undone` where an attempt that may have arrived must not be repeated.
 */
export function attempts<T>(
  attempt: (number: number) => Promise<T>,
  { clock, random, limit, counter, onProgress }: RetryOptions,
  signal: AbortSignal,
  repeating: Repeating = "freely",
): Promise<T> {
  return repeated(
    async (number) => {
      if (number > 1) {
        if (signal.aborted) throw stopOf(signal);
        counter.countRetry(signal);
      }
      return attempt(number);
    },
    {
      clock,
      signal,
      waitAfter: (error, number) => {
        if (!mayTryAgain(outlookOf(error), repeating) || number >= MAX_ATTEMPTS) return undefined;
        if (error instanceof UnexpectedAnswer && number > UNEXPECTED_RETRIES) return undefined;
        const answer = error instanceof TransientAnswer ? error.answer : undefined;
        const asked = answer === undefined ? undefined : retryAfter(answer.headers, clock.now());
        if (asked !== undefined && asked > LONGEST_WAIT_MS) throw tooLong(asked, clock.now());
        const tooMany = isTooMany(error);
        const delay = retryDelay({ attempt: number, random: random(), retryAfter: asked, tooMany });
        if (tooMany) limit.pause(clock.monotonic() + delay);
        onProgress({
          kind: "waiting",
          why: "retry",
          delay,
          detail: error instanceof Error ? error.message : String(error),
        });
        return delay;
      },
    },
  );
}

function tooLong(asked: number, now: number): Stop {
  // To the minute, and never too early.
  const until = new Date(Math.ceil((now + asked) / 60_000) * 60_000).toISOString().slice(0, 16);
  return new Stop(
    "planhat-busy",
    `Planhat asks to wait ${Math.round(asked / 1000)} s before the next call.`,
    {
      fix: `Start again after ${until.replace("T", " ")} UTC; what was accepted so far is remembered.`,
    },
  );
}
