import { retryAfter } from "../../model/retry-delay.ts";

type Headers = Readonly<Record<string, string>>;

/** Whether the server says that no call is left: the newer RateLimit header, or one of the older X-RateLimit ones. */
export function isQuotaUsedUp(headers: Headers): boolean {
  const left = REMAINING.map((name) => headers[name]?.trim()).find((value) => value !== undefined);
  return left === "0" || /(?:^|[\s;,])(?:r|remaining)\s*=\s*0(?![\d.])/.test(headers["ratelimit"] ?? "");
}

/**
 * Milliseconds that the server asks to wait: Retry-After, or where the quota is used up, the time until it is full
 * again. `now` in milliseconds since the epoch, for servers that send no Date.
 */
export function askedWait(headers: Headers, now: number): number | undefined {
  return retryAfter(headers, now) ?? (isQuotaUsedUp(headers) ? quotaReset(headers, now) : undefined);
}

const REMAINING = ["x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"];
const RESET = ["x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];
/** Below these, a number counts seconds from now; seconds since the epoch. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

function quotaReset(headers: Headers, now: number): number | undefined {
  const written =
    RESET.map((name) => headers[name]?.trim()).find((value) => value !== undefined) ??
    /(?:^|[\s;,])(?:t|reset)\s*=\s*(\d{1,13})/.exec(headers["ratelimit"] ?? "")?.[1];
  if (written === undefined || !/^\d{1,13}(?:\.\d{1,9})?$/.test(written)) return undefined;
  const value = Number(written);
  if (value < EPOCH_SECONDS) return Math.ceil(value * 1000);
  const serverNow = Date.parse(headers["date"] ?? "");
  const until = value < EPOCH_MILLISECONDS ? value * 1000 : value;
  return Math.max(0, Math.ceil(until - (Number.isNaN(serverNow) ? now : serverNow)));
}
