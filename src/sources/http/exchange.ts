import { setMaxListeners } from "node:events";
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as undiciRequest } from "undici";
import { orEnd } from "../../model/or-end.ts";
import { proxyFault } from "../../model/proxy-fault.ts";
import { guardedLookup, isLoopbackHost } from "./address-guard.ts";
import { collect, encodingNames, TooLarge, unpacked } from "./decompress.ts";
import { classifyFailure, ExchangeFailure } from "./exchange-failure.ts";
import { broken } from "./problems.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sees the body of the answer while it comes. */
  readonly watch?: BodyWatch;
}

/** Whoever wants to see the bytes of a body, unpacked, before there are too many of them. */
export interface BodyWatch {
  /** An answer begins: what was seen of another one, which failed or led on, is forgotten. Lower-case names. */
  begin(status: number, headers: Readonly<Record<string, string>>): void;
  /** Answers whether more is wanted. What it throws ends the exchange as it is. */
  take(bytes: Buffer): boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body, unpacked; only its beginning where the watch wanted no more. */
  readonly chunks: readonly Buffer[];
  /** Whether length, chunks or packing say where the body ends; otherwise the closing of the connection does. */
  readonly sized: boolean;
}

export interface ExchangeOptions {
  /** The server that the definition names; whether a proxy is used depends on it. */
  readonly url: URL;
  /** Milliseconds for one whole exchange: connecting, redirects, body. */
  readonly timeout: number;
  /** Unpacked bytes of one body. */
  readonly maxBytes: number;
}

/** One attempt: every status is an answer. Throws an ExchangeFailure, or the signal's reason. */
export interface Exchange {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;

/**
 * The HTTP edge of the source. Follows redirects on one origin only, so nothing is sent to a host nobody named. Throws a
 * Stop where the environment names a proxy that cannot be one.
 */
export function createExchange({ url, timeout, maxBytes }: ExchangeOptions): Exchange {
  const fault = isLoopbackHost(url.hostname) ? undefined : proxyFault(process.env);
  if (fault !== undefined) throw broken(`${fault.variable} ${fault.what}.`, fault.fix);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  // The deadline counts from the start and covers what undici's own timeouts would: a server that drips.
  const options = {
    // signal: undici's destroy() leaves a connection alone that has not come about, which would hold the process.
    connect: { timeout: 15_000, lookup: guardedLookup(), signal: closing.signal },
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  // A proxy from the environment resolves names itself, out of reach of the guard.
  const dispatcher = isLoopbackHost(url.hostname) ? new Agent(options) : new EnvHttpProxyAgent(options);

  async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    signal.throwIfAborted();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new ExchangeFailure("deadline", timeout)), timeout);
    const abort = (): void => deadline.abort(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
      const answer = follow(request, { dispatcher, maxBytes, signal: deadline.signal });
      return await orEnd(answer, deadline.signal);
    } catch (error) {
      if (deadline.signal.aborted) throw deadline.signal.reason;
      throw error instanceof TooLarge
        ? new ExchangeFailure("too-large", maxBytes)
        : classifyFailure(error, request.url);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }

  // `close` would wait for an answer that nobody reads any more.
  async function close(): Promise<void> {
    await dispatcher.destroy();
    closing.abort();
  }

  return { send, close };
}

interface Hop {
  readonly dispatcher: Dispatcher;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function follow(request: HttpRequest, hop: Hop): Promise<HttpAnswer> {
  let { url } = request;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await sendOnce({ ...request, url }, hop);
    if (!isRedirect(answer.status)) return answer;
    url = redirectTarget(answer, { ...request, url });
  }
  throw new ExchangeFailure("redirect-loop", MAX_REDIRECTS);
}

async function sendOnce(
  { method, url, headers, body: sent, watch }: HttpRequest,
  hop: Hop,
): Promise<HttpAnswer> {
  const { dispatcher, signal, maxBytes } = hop;
  const response = await undiciRequest(url, {
    dispatcher,
    method,
    headers,
    body: sent ?? null,
    signal,
  });
  const answerHeaders = flatten(response.headers);
  watch?.begin(response.statusCode, answerHeaders);
  const encoding = answerHeaders["content-encoding"] ?? "";
  const body = unpacked(response.body as AsyncIterable<Buffer>, encoding, maxBytes);
  const chunks = await collect(body, maxBytes, watch && ((bytes) => watch.take(bytes)));
  const sized =
    "content-length" in answerHeaders ||
    "transfer-encoding" in answerHeaders ||
    encodingNames(encoding).length > 0;
  return { status: response.statusCode, headers: answerHeaders, chunks, sized };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function redirectTarget({ status, headers }: HttpAnswer, { method, url }: HttpRequest): URL {
  const location = headers["location"] ?? "";
  if (location === "" || !URL.canParse(location, url.href))
    throw new ExchangeFailure("redirect-nowhere", status);
  const target = new URL(location, url);
  if (target.origin !== url.origin) {
    throw new ExchangeFailure("redirect-away", target.origin === "null" ? target.protocol : target.origin);
  }
  // Other statuses ask for a GET without the body, which is another question.
  if (method === "POST" && status !== 307 && status !== 308)
    throw new ExchangeFailure("redirect-post", status);
  return target;
}
