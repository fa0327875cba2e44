import type { Redact } from "../../model/redact.ts";
import { Stop } from "../../model/stop.ts";

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

/** A source that cannot be read. `cause` is left out on purpose: errors of the network library may quote bytes. */
export function broken(message: string, hint: string): Stop {
  return new Stop("environment", message, { hint });
}

/** A setting that cannot be right, whatever the server says. */
export function wrongSetting(message: string, hint: string): Stop {
  return new Stop("definition", message, { hint });
}

const EXCERPT_BYTES = 120;

/** The beginning of a body on one line, without secrets and control characters; empty for an empty body. */
export function beginning(body: Buffer, redact: Redact): string {
  // Redacted before it is cut: half a secret is a secret too.
  const text = redact(body.subarray(0, 4096).toString("utf8"));
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > EXCERPT_BYTES ? `${line.slice(0, EXCERPT_BYTES)}…` : line;
}

/** A sentence about what came instead. */
export function beginsWith(body: Buffer, redact: Redact): string {
  const shown = beginning(body, redact);
  return shown === "" ? "The body is empty." : `It begins: ${shown}`;
}
