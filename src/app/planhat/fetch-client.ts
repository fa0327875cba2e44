import { given } from "../../model/given.ts";
import { orEnd } from "../../model/or-end.ts";
import { Stop, stopOf } from "../../model/stop.ts";
import type { Client, ClientOptions } from "../../planhat/api/client.ts";
import { type ApiAnswer, type ApiRequest, NetworkError } from "../../planhat/api/send.ts";
import type { Fetch } from "./fetch.ts";

const DEADLINE_MS = 120_000;

/** A client whose calls somebody else makes: one attempt a call, every status an answer. */
export function fetchClient(fetch: Fetch, options: Omit<ClientOptions, "proxy">): Client {
  const { origin, token, userAgent, deadline = DEADLINE_MS, abandoned } = options;

  async function exchange({ method, path, body }: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const response = await fetch(origin + path, {
      method,
      headers: {
        accept: "application/json",
        "user-agent": userAgent,
        ...given({
          authorization: token === undefined ? undefined : `Bearer ${token}`,
          "content-type": body === undefined ? undefined : "application/json",
        }),
      },
      ...given({ body }),
      signal,
      redirect: "manual",
    });
    const headers = Object.fromEntries(
      [...response.headers].map(([name, value]) => [name.toLowerCase(), value]),
    );
    return { status: response.status, headers, text: await response.text() };
  }

  return {
    send: async (request, signal) => {
      const isRead = request.method === "GET";
      // A write that has left is waited for: nobody knows whether Planhat acts on it.
      const end = AbortSignal.any([
        AbortSignal.timeout(deadline),
        ...(abandoned === undefined ? [] : [abandoned]),
        ...(isRead ? [signal] : []),
      ]);
      try {
        return await orEnd(exchange(request, end), end);
      } catch (error) {
        if (error instanceof Stop && !signal.aborted) throw error;
        if (abandoned?.aborted === true)
          throw new NetworkError("No answer before the run had to end.", "unclear");
        if (isRead && signal.aborted) throw stopOf(signal);
        const message = error instanceof Error ? error.message : String(error);
        throw new NetworkError(message, "unclear", { cause: error });
      }
    },
    close: async () => undefined,
  };
}
