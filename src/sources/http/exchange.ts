import { setMaxListeners } from "node:events";
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as undiciRequest } from "undici";
import { given } from "../../model/given.ts";
import { orEnd } from "../../model/or-end.ts";
import { proxyFault } from "../../model/proxy-fault.ts";
import { NO_LONGER_NEEDED } from "../../model/stop.ts";
import { guardedLookup, isLoopbackHost, refusedAddress } from "./address-guard.ts";
import { encodingNames, TooLarge, unpacked } from "./decompress.ts";
import { classifyFailure, ExchangeFailure } from "./exchange-failure.ts";
import { harmlessHeaders, isNamedHost } from "./named-host.ts";
import { readBody } from "./packed-file.ts";
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
  /** An answer begins, or the file in it: what was seen before, of another one that failed or led on, is forgotten. */
  begin(answer: Pick<HttpAnswer, "status" | "headers" | "fileName">): void;
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
  /** Where the body was a packed file (.gz, .zip): its name as far as it is known, or an empty text. */
  readonly fileName?: string;
}

export interface ExchangeOptions {
  /** The server that the definition names; whether a proxy is used depends on it. */
  readonly url: URL;
  /** Milliseconds for one whole exchange: connecting, redirects, body. */
  readonly timeout: number;
  /** Unpacked bytes of one body. */
  readonly maxBytes: number;
  /** Other hosts that a GET may be redirected to, without the headers of the definition. */
  readonly redirects: readonly string[];
}

/** One attempt: every status is an answer. Throws an ExchangeFailure, or the signal's reason. */
export interface Exchange {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;

/** Bytes of a refusal that are read: more than a message shows, and its status says what it is. */
const MOST_OF_REFUSAL = 1 << 18;

/**
 * The HTTP edge of the source. Follows redirects on one origin, and to named hosts without secrets: nothing is sent to
 * a host that the definition does not name. Throws a Stop where the environment names a proxy that cannot be one.
 */
export function createExchange({ url, timeout, maxBytes, redirects }: ExchangeOptions): Exchange {
  const fault = isLoopbackHost(url.hostname) ? undefined : proxyFault(process.env);
  if (fault !== undefined) throw broken(`${fault.variable} ${fault.what}.`, fault.fix, "proxy-invalid");
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
      const answer = follow(request, { dispatcher, maxBytes, redirects, signal: deadline.signal });
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
    closing.abort(NO_LONGER_NEEDED);
  }

  return { send, close };
}

interface Hop {
  readonly dispatcher: Dispatcher;
  readonly maxBytes: number;
  readonly redirects: readonly string[];
  readonly signal: AbortSignal;
}

async function follow(first: HttpRequest, hop: Hop): Promise<HttpAnswer> {
  let request = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await sendOnce(request, hop);
    if (!isRedirect(answer.status)) return answer;
    request = redirected(answer, request, hop.redirects);
  }
  throw new ExchangeFailure("redirect-loop", MAX_REDIRECTS);
}

async function sendOnce(request: HttpRequest, hop: Hop): Promise<HttpAnswer> {
  const { method, url, headers, watch } = request;
  const { dispatcher, signal, maxBytes } = hop;
  const response = await undiciRequest(url, {
    dispatcher,
    method,
    headers,
    body: request.body ?? null,
    signal,
  });
  const answerHeaders = flatten(response.headers);
  const answer = { status: response.statusCode, headers: answerHeaders };
  const encoding = answerHeaders["content-encoding"] ?? "";
  const stream = unpacked(response.body as AsyncIterable<Buffer>, encoding, maxBytes);
  const isRefusal = answer.status >= 400;
  let taken = 0;
  const { chunks, fileName } = await readBody(stream, maxBytes, {
    begin: (fileName) => watch?.begin({ ...answer, ...given({ fileName }) }),
    take: (bytes) => {
      taken += bytes.length;
      if (isRefusal && taken >= MOST_OF_REFUSAL) return false;
      return watch?.take(bytes) ?? true;
    },
  });
  const sized =
    "content-length" in answerHeaders ||
    "transfer-encoding" in answerHeaders ||
    encodingNames(encoding).length > 0;
  return fileName === undefined ? { ...answer, chunks, sized } : { ...answer, chunks, sized: true, fileName };
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

function redirected(
  { status, headers }: HttpAnswer,
  request: HttpRequest,
  hosts: readonly string[],
): HttpRequest {
  const { method, url } = request;
  const location = headers["location"] ?? "";
  if (location === "" || !URL.canParse(location, url.href))
    throw new ExchangeFailure("redirect-nowhere", status);
  const target = new URL(location, url);
  target.username = "";
  target.password = "";
  const isAway = target.origin !== url.origin;
  if (isAway && (method !== "GET" || !isNamedHost(target, url, hosts))) {
    throw new ExchangeFailure("redirect-away", target.origin === "null" ? target.protocol : target.origin);
  }
  // Other statuses ask for a GET without the body, which is another question.
  if (method === "POST" && status !== 307 && status !== 308)
    throw new ExchangeFailure("redirect-post", status);
  if (!isAway) return { ...request, url: target };
  const refusal = refusedAddress(target.hostname);
  if (refusal !== undefined) throw new ExchangeFailure("address", refusal);
  const { watch } = request;
  const away = { method, url: target, headers: harmlessHeaders(request.headers) };
  return watch === undefined ? away : { ...away, watch };
}
