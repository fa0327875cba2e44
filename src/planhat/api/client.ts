import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { Agent, EnvHttpProxyAgent, errors, request as undiciRequest } from "undici";
import { given } from "../../model/given.ts";
import { orEnd } from "../../model/or-end.ts";
import { proxyFault } from "../../model/proxy-fault.ts";
import { NO_LONGER_NEEDED, Stop, stopOf } from "../../model/stop.ts";
import { isCertificateCode, networkOutlook } from "../../model/transience.ts";
import { proxyRefusal } from "./proxy-refusal.ts";
import { type ApiAnswer, type ApiRequest, NetworkError, type Send } from "./send.ts";

export interface ClientOptions {
  /** From apiOrigin(), the only place the token goes; or from analyticsOrigin(), without one. */
  readonly origin: string;
  readonly token?: string;
  readonly userAgent: string;
  /** Milliseconds for one whole call, answer included. Planhat states none; bulk calls of 5,000 take seconds. */
  readonly deadline?: number;
  /** HTTPS_PROXY and its kin are honoured unless the origin is on this machine. */
  readonly proxy: boolean;
  /** Ends every call that is in flight: its outcome stays unknown. */
  readonly abandoned?: AbortSignal;
}

export interface Client {
  readonly send: Send;
  close(): Promise<void>;
}

const DEADLINE_MS = 120_000;
/** A whole lean list of a million companies stays below this. */
const LARGEST_ANSWER = 512 * 1024 * 1024;

/**
 * Resolves when every call that `send` was given so far is on its way. undici looks for one turn of the event loop
 * whether a connection that lay idle is still good before it uses it (GHSA-35p6-xmwp-9g52): whoever keeps the processor
 * from the next turn on keeps the call back as long.
 */
export async function callsLeave(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/**
 * The HTTP edge: one attempt a call, no retry, no redirect followed, every status an answer. Throws a Stop where the
 * environment names a proxy that cannot be one.
 */
export function createClient(options: ClientOptions): Client {
  const fault = options.proxy ? proxyFault(process.env) : undefined;
  if (fault !== undefined)
    throw new Stop("proxy-invalid", `${fault.variable} ${fault.what}.`, { fix: fault.fix });
  // 1 MiB headers would be an attack; a body that stalls is caught by the deadline, which counts from the start.
  // rejectUnauthorized: NODE_TLS_REJECT_UNAUTHORIZED=0 shall not open the way of the token.
  // signal: undici's destroy() leaves a connection alone that has not come about, which would hold the process.
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const tls = { rejectUnauthorized: true, signal: closing.signal };
  const settings = { connect: { timeout: 15_000, ...tls }, maxResponseSize: LARGEST_ANSWER };
  const dispatcher = options.proxy
    ? new EnvHttpProxyAgent({ ...settings, requestTls: tls, proxyTls: tls })
    : new Agent(settings);
  const deadline = options.deadline ?? DEADLINE_MS;
  let gaveUp = false;

  async function send(request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const ends = [AbortSignal.timeout(deadline), options.abandoned ?? []].flat();
    // A read may be broken off: it changes nothing.
    if (request.method === "GET") ends.push(signal);
    const end = AbortSignal.any(ends);
    try {
      return await orEnd(exchange(request, end), end);
    } catch (error) {
      if (end.aborted) gaveUp = true;
      if (options.abandoned?.aborted === true)
        throw new NetworkError("No answer before the run had to end.", "unclear");
      if (request.method === "GET" && signal.aborted) throw stopOf(signal);
      throw networkFailure(error, deadline);
    }
  }

  async function exchange(request: ApiRequest, end: AbortSignal): Promise<ApiAnswer> {
    const response = await undiciRequest(options.origin + request.path, {
      dispatcher,
      method: request.method,
      headers: {
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        accept: "application/json",
        "user-agent": options.userAgent,
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: end,
    });
    const text = await response.body.text();
    const answer = { status: response.statusCode, headers: flatten(response.headers), text };
    refuseRedirect(answer, options.origin);
    return answer;
  }

  // Nobody waits for what was given up: it would hold the process until its deadline.
  async function close(): Promise<void> {
    if (!gaveUp) return dispatcher.close();
    await dispatcher.destroy();
    closing.abort(NO_LONGER_NEEDED);
  }

  return { send, close };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function refuseRedirect(answer: ApiAnswer, origin: string): void {
  if (answer.status < 300 || answer.status > 399) return;
  const location = answer.headers["location"] ?? "";
  const target = URL.canParse(location, origin) ? new URL(location, origin).host : "an unreadable address";
  throw new Stop(
    "planhat-redirect",
    `Planhat's API redirects to ${target}, and the token goes nowhere else.`,
    {
      fix: "Check planhat.region and PLANHAT_API_URL; a proxy that asks for a login answers like this too.",
    },
  );
}

function proxyLogin(): Stop {
  return new Stop("proxy-login", "The proxy asks for a login (407).", {
    fix: "Put the credentials into HTTPS_PROXY.",
  });
}

/** Without the cause: some of undici's errors carry bytes of the answer, which may repeat the token. */
export function networkFailure(error: unknown, deadline: number): Error {
  if (error instanceof Stop) return error;
  if (!(error instanceof Error)) return new NetworkError("The call failed.", "unclear");
  const { code, syscall } = codeOf(error);
  if (code !== undefined && isCertificateCode(code)) {
    return new Stop("certificate-refused", `The TLS certificate of the host was not accepted (${code}).`, {
      fix: "Behind a proxy that re-signs TLS, give Node its certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.",
    });
  }
  const refused = proxyRefusal(error);
  if (refused === 407) return proxyLogin();
  if (refused !== undefined) return new NetworkError(`The proxy did not connect (${refused}).`, "transient");
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return new NetworkError(`No whole answer within ${Math.round(deadline / 1000)} s.`, "unclear", {
      cause: error,
    });
  }
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new Stop("planhat-answer", "Planhat's answer is larger than 512 MB.");
  }
  // Of a system call, the message has the code in it.
  const what = code === undefined || "syscall" in error ? error.message : `${error.message} (${code})`;
  const outlook = code === undefined ? undefined : networkOutlook(code, syscall);
  return new NetworkError(what, outlook ?? "unclear");
}

interface ErrorCode {
  readonly code?: string;
  /** What of the system failed, where it was that. */
  readonly syscall?: string;
}

function codeOf(error: Error): ErrorCode {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") {
      const syscall = "syscall" in at && typeof at.syscall === "string" ? at.syscall : undefined;
      return { code: at.code, ...given({ syscall }) };
    }
    if (at instanceof AggregateError && at.errors[0] instanceof Error) return codeOf(at.errors[0]);
  }
  return {};
}
