import type { Redact } from "../../model/redact.ts";
import { Stop, type StopCode } from "../../model/stop.ts";

/** What a message says of a place: never a query, which may hold a key. */
export interface Place {
  /** From 1. */
  readonly page: number;
  /** Origin and path. */
  readonly url: string;
}

export function placeOf(page: number, url: URL, redact: Redact): Place {
  return { page, url: redact(`${url.origin}${url.pathname}`) };
}

export function describePlace({ page, url }: Place): string {
  return `page ${page} of ${url}`;
}

type BrokenCode = Extract<StopCode, `source-${string}` | `proxy-${string}`>;

/** A source that cannot be read. `cause` is left out on purpose: errors of the network library may quote bytes. */
export function broken(message: string, fix: string, code: BrokenCode = "source-malformed"): Stop {
  return new Stop(code, message, { fix });
}

/** A setting that cannot be right, whatever the server says. */
export function wrongSetting(message: string, fix: string): Stop {
  return new Stop("source-setting-invalid", message, { fix });
}

const EXCERPT_LENGTH = 120;
/** Bytes of a body that are looked at. */
const LOOKED_AT = 1 << 17;
/** No spelling of a secret is longer, in UTF-16 units. */
const LONGEST_SECRET = 1 << 13;

/** The beginning of a body on one line, without secrets and control characters; empty for an empty body. */
export function beginning(body: Buffer, redact: Redact): string {
  // Redacted before it is cut: half a secret is a secret too.
  const text = redact(body.subarray(0, LOOKED_AT).toString("utf8"));
  const line = (body.length > LOOKED_AT ? withoutEnd(text) : text).replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line;
}

/** Of a body that was cut: its last characters may be the beginning of a secret. */
function withoutEnd(text: string): string {
  const known = text.lastIndexOf("***") + 3;
  return text.slice(0, Math.max(known < 3 ? 0 : known, text.length - LONGEST_SECRET));
}

/** A sentence about what came instead. */
export function beginsWith(body: Buffer, redact: Redact): string {
  const shown = beginning(body, redact);
  return shown === "" ? "The body is empty." : `It begins: ${shown}`;
}
