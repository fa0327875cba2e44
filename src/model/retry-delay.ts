/** Full jitter over an exponential ceiling: attempt 1 waits up to 1 s, 2 up to 2 s … never over 30 s. */
const ORDINARY = { base: 1000, ceiling: 30_000 };
/** After a 429 up to 8 s, 16 s … 60 s: the quota is by the minute, so a short wait would only be refused again. */
const TOO_MANY = { base: 8000, ceiling: 60_000 };
/** Planhat resets its quota within 120 s; a server that asks for much more is not worth holding a run for. In milliseconds. */
export const LONGEST_WAIT_MS = 300_000;

export interface RetryHints {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** 0 ≤ random < 1. */
  readonly random: number;
  /** Milliseconds that the server asked for, from retryAfter(). */
  readonly retryAfter?: number | undefined;
  /** The server answered 429. */
  readonly tooMany: boolean;
}

/** Milliseconds to wait before the next attempt. Never less than the server asked for. */
export function retryDelay({ attempt, random, retryAfter, tooMany }: RetryHints): number {
  const { base, ceiling } = tooMany ? TOO_MANY : ORDINARY;
  const jitter = Math.floor(random * Math.min(ceiling, base * 2 ** (attempt - 1)));
  // After a 429 no wait at all would only be refused again: then 0 is no advice.
  if (retryAfter === undefined || (tooMany && retryAfter === 0)) return jitter;
  return retryAfter + Math.min(jitter, ORDINARY.base);
}

/**
 * Retry-After in milliseconds: seconds, or an HTTP date, which is measured against the server's own `Date` where
 * it sends one, so that a wrong clock here does not matter. undefined for anything that is neither.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers["retry-after"]?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  if (!/GMT$/.test(value)) return undefined;
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const serverNow = Date.parse(headers["date"] ?? "");
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow));
}
