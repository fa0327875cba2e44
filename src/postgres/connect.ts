import { Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { Client } from "pg";
import { watchLogin } from "./channel-binding.ts";
import {
  ChannelBindingError,
  ConnectionEndedError,
  ConnectTimeoutError,
  NoPasswordError,
  NoTlsError,
} from "./connect-error.ts";
import { connectFailure } from "./connect-failure.ts";
import type { ConnectionTarget } from "./connection-url.ts";
import { errorCode, isOfDriver } from "./failure.ts";
import { tlsWays } from "./tls-options.ts";

/** An open connection; whoever opened it closes it. */
export interface Connection {
  readonly client: Client;
  /** False once the server, the network or a fault of the protocol has ended it: no query can be asked any more. */
  readonly isOpen: boolean;
  /** Says goodbye where the server listens, and is gone within a second. Never throws. */
  close(): Promise<void>;
  /** Ends it without a word: nobody listens any more. */
  abandon(): void;
}

const KEEPALIVE_MS = 10_000;
const GOODBYE_MS = 1000;
/** Refused by some poolers at the start of a connection; then the transaction alone keeps the session from writing. */
const READ_ONLY = "-c default_transaction_read_only=on";
/** What they refuse it with: PgBouncer with a protocol violation, RDS Proxy with a feature that it does not support. */
const REFUSALS: ReadonlySet<string> = new Set(["08P01", "0A000"]);

export interface ConnectOptions {
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  /** No transaction of the session writes unless it asks to. */
  readonly readOnly: boolean;
}

/** One try. Throws a Failure, or the signal's reason. */
export async function connect(
  target: ConnectionTarget,
  { redact, signal, readOnly }: ConnectOptions,
): Promise<Connection> {
  const ways = await tlsWays(target);
  const isTold = readOnly && target.startupOptions;
  let options = isTold ? [target.options, READ_ONLY].filter(Boolean).join(" ") : target.options;
  for (let way = 0; ; ) {
    try {
      return await open(target, ways[way] ?? false, options, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof NoTlsError && way + 1 < ways.length) way += 1;
      else if (REFUSALS.has(errorCode(error)) && options !== target.options) options = target.options;
      else throw connectFailure(error, target, redact);
    }
  }
}

async function open(
  target: ConnectionTarget,
  ssl: false | ConnectionOptions,
  options: string | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  // A socket of our own can be destroyed at any moment, also under TLS.
  const socket = new Socket();
  const client = new Client({
    host: target.host,
    port: target.port,
    user: target.user,
    database: target.database,
    // A function, because the driver would look for the password of an empty one in the environment and in files. It
    // is asked at the last moment before anything of it is sent.
    password: () => {
      if (target.channelBinding === "require" && !login.isBound) throw new ChannelBindingError();
      if (target.password === undefined || target.password === "") throw new NoPasswordError();
      return target.password;
    },
    ssl,
    sslnegotiation: target.directTls && ssl !== false ? "direct" : "postgres",
    enableChannelBinding: target.channelBinding !== "disable",
    application_name: target.applicationName,
    ...(options === undefined || options === "" ? {} : { options }),
    // Idle for ten seconds, then a probe each second: a dead network is noticed while a query runs.
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_MS,
    stream: () => socket,
    types: { getTypeParser: () => asText },
  });
  const login = watchLogin(client);
  let isOpen = true;
  const ended = (): void => {
    isOpen = false;
  };
  watchEnd(client, ended);
  // Told through whatever waits for the connection; without a listener it would end the process.
  client.on("error", ended);
  let answer = "";
  if (ssl !== false && !target.directTls) {
    // The first byte of the server, to the question for TLS.
    socket.once("data", (bytes) => {
      answer = String(bytes);
    });
  }
  let isLate = false;
  const giveUp = (): void => {
    isLate = true;
    socket.destroy();
  };
  const timer = target.connectTimeout > 0 ? setTimeout(giveUp, target.connectTimeout) : undefined;
  const abort = (): void => {
    socket.destroy(new Error("aborted"));
  };
  signal.addEventListener("abort", abort, { once: true });
  try {
    await client.connect();
    signal.throwIfAborted();
    // A server that lets anybody in has not shown that the connection is its own.
    if (target.channelBinding === "require" && !login.isBound) throw new ChannelBindingError();
    return {
      client,
      get isOpen() {
        return isOpen;
      },
      close: () => close(client, socket),
      abandon: () => socket.destroy(),
    };
  } catch (error) {
    socket.destroy();
    if (isLate) throw new ConnectTimeoutError();
    if (answer === "N") throw new NoTlsError();
    throw !isOpen && isOfDriver(error) ? new ConnectionEndedError() : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

/** Told before whatever waits for an answer is told that there will be none. */
function watchEnd(client: Client, ended: () => void): void {
  const { connection } = client as unknown as { readonly connection: NodeJS.EventEmitter };
  connection.once("end", ended);
}

async function close(client: Client, socket: Socket): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, GOODBYE_MS);
  });
  await Promise.race([client.end().catch(() => undefined), patience]);
  clearTimeout(timer);
  socket.destroy();
}

/** The driver's own conversions lose digits, microseconds and infinities: every value comes as the server's text. */
function asText(value: string): string {
  return value;
}
