import type { Send } from "./send.ts";

/**
 * Send → Send: asks before every write, and lets it go unless that throws. Stands behind all waiting, next to the
 * socket: what was allowed a minute ago may not be so any more.
 */
export function permitted(send: Send, permit: () => Promise<void>): Send {
  return async (request, signal) => {
    if (request.method !== "GET") await permit();
    return send(request, signal);
  };
}
