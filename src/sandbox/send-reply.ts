import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { NO_LONGER_NEEDED } from "../model/stop.ts";
import type { Strike } from "./fault-queue.ts";
import { bodyText, contentType, type Reply } from "./reply.ts";
import { strikesOf } from "./wire-faults.ts";

/**
 * Sends an answer, whole or as the faults would have it. Ends without an error when the client has gone. `beforeLast`
 * is called before the last bytes leave: from then on the client may know that the call is over.
 */
export async function sendReply(
  response: ServerResponse,
  reply: Reply,
  strikes: readonly Strike[],
  beforeLast: () => void = () => {},
): Promise<void> {
  const bytes = Buffer.from(bodyText(reply.body), "utf8");
  const headers = { "content-type": contentType(reply.body), ...reply.headers };
  const [truncated] = strikesOf(strikes, "truncateBody");
  if (truncated?.action.declareLength === false) {
    // Neither a length nor chunks: the connection's end is the answer's end.
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    response.writeHead(reply.status, headers);
  } else if (hasBody(reply.status)) {
    response.writeHead(reply.status, { ...headers, "content-length": bytes.length });
  } else {
    response.writeHead(reply.status, reply.headers ?? {});
  }
  if (truncated !== undefined) {
    const kept = bytes.subarray(0, truncated.action.keep ?? Math.floor(bytes.length / 2));
    beforeLast();
    await written(response, kept);
    // FIN, not RST: what was sent must arrive.
    response.socket?.destroySoon();
    return;
  }
  const last = await sendAllButLast(response, hasBody(reply.status) ? bytes : Buffer.alloc(0), strikes);
  beforeLast();
  response.end(last);
}

/** Ends the connection without another word. */
export function dropConnection(response: ServerResponse, how: "reset" | "end"): undefined {
  if (how === "reset") response.socket?.resetAndDestroy();
  else response.socket?.destroySoon();
}

async function sendAllButLast(
  response: ServerResponse,
  bytes: Buffer,
  strikes: readonly Strike[],
): Promise<Buffer> {
  const [stalled] = strikesOf(strikes, "stall");
  if (stalled !== undefined) {
    const half = Math.floor(bytes.length / 2);
    await written(response, bytes.subarray(0, half));
    await stalled.hold(stalled.action.milliseconds);
    return bytes.subarray(half);
  }
  const [dripping] = strikesOf(strikes, "drip");
  if (dripping === undefined) return bytes;
  const { bytes: size = 1, milliseconds = 0 } = dripping.action;
  let at = 0;
  for (; at + size < bytes.length && !response.destroyed; at += size) {
    await written(response, bytes.subarray(at, at + size));
    await pause(milliseconds);
  }
  return bytes.subarray(at);
}

/** Waits until the system took the bytes, or the client went away. */
async function written(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (response.destroyed || response.socket?.destroyed === true) return;
  const gone = new AbortController();
  await Promise.race([
    new Promise<void>((resolve) => response.write(bytes, () => resolve())),
    once(response, "close", { signal: gone.signal }).catch(() => undefined),
  ]);
  gone.abort(NO_LONGER_NEEDED);
}

function hasBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}
