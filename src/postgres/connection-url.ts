import { Stop } from "../model/stop.ts";
import { type SslMode, sslModeOf } from "./ssl-mode.ts";

/** Where and how to connect. Times in milliseconds. */
export interface ConnectionTarget {
  /** For messages: `connection "warehouse"`, `the source's connection`. */
  readonly label: string;
  /** A host name, an address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  readonly sslMode: SslMode;
  /** Files of this machine. */
  readonly sslRootCert: string | undefined;
  readonly sslCert: string | undefined;
  readonly sslKey: string | undefined;
  readonly directTls: boolean;
  /** Whether the login is bound to the TLS connection: where the server can, or not without it. */
  readonly channelBinding: ChannelBinding;
  readonly connectTimeout: number;
  /** undefined: the server's, or ours where the server has none. */
  readonly statementTimeout: number | undefined;
  readonly applicationName: string;
  readonly options: string | undefined;
  /** Whether the server, or a proxy in front of it, is told at the start that the session only reads. */
  readonly startupOptions: boolean;
}

export type ChannelBinding = "disable" | "prefer" | "require";

/**
 * `label` stands for the URL in messages. `own` names parameters of the caller, which `ownParams` answers. Throws a
 * Stop that repeats no part of the URL.
 */
export function connectionFrom(
  text: string,
  label: string,
  own: readonly string[] = [],
): { readonly target: ConnectionTarget; readonly ownParams: ReadonlyMap<string, string> } {
  const wrong = (what: string, fix = URL_FORM): Stop =>
    new Stop("postgres-url", `The URL of ${label} ${what}.`, { fix });
  if (!/^postgres(?:ql)?:\/\//i.test(text)) throw wrong("does not begin with postgres://");
  const url = parse(text, wrong);
  const params = readParams(url, own, wrong);
  const param = (name: string): string | undefined => params.get(name);
  const user = param("user") ?? decode(url.username, wrong);
  if (user === "") throw wrong("names no user");
  const database = param("dbname") ?? decode(url.pathname.slice(1), wrong);
  const password = param("password") ?? decode(url.password, wrong);
  const host = param("host") ?? decode(url.hostname, wrong).replace(/^\[(.*)\]$/, "$1");
  if (host.includes(",")) throw wrong("names several hosts", "name one host");
  for (const part of [user, database, password, host]) {
    if (part.includes("\0")) throw wrong("holds a NUL character");
  }
  const target: ConnectionTarget = {
    label,
    host: host === "" ? "localhost" : host,
    port: portOf(param("port") ?? url.port, wrong),
    user,
    password: password === "" ? undefined : password,
    database: database === "" ? user : database,
    ...tlsParams(params, wrong),
    connectTimeout: 1000 * whole(param("connect_timeout"), 10, "connect_timeout", wrong),
    statementTimeout: timeout(param("statement_timeout"), wrong),
    applicationName: param("application_name") ?? "planhat-sync",
    options: param("options"),
    startupOptions: oneOf(params, "startup_options", ["on", "off"], wrong) === "on",
  };
  if (target.options !== undefined && !target.startupOptions) {
    throw wrong("has options, and startup_options=off, which sends none", "remove one of the two");
  }
  return { target, ownParams: new Map([...params].filter(([name]) => own.includes(name))) };
}

type Wrong = (what: string, hint?: string) => Stop;

export const URL_FORM =
  "write postgres://user:password@host:5432/database?sslmode=verify-full, with special characters percent-encoded";

const PARAMS: ReadonlySet<string> = new Set([
  "application_name",
  "channel_binding",
  "connect_timeout",
  "dbname",
  "host",
  "options",
  "password",
  "port",
  "ssl",
  "sslcert",
  "sslkey",
  "sslmode",
  "sslnegotiation",
  "sslrootcert",
  "startup_options",
  "statement_timeout",
  "user",
]);

function parse(text: string, wrong: Wrong): URL {
  try {
    // A URL with a user and no host (a Unix socket in ?host=) is no URL for the parser.
    return new URL(text.replace(/^([a-z]+:\/\/[^/?#]*@)(?=[/?]|$)/i, "$1localhost"));
  } catch {
    // The parser's own error repeats the URL.
    throw wrong("cannot be read");
  }
}

function readParams(url: URL, own: readonly string[], wrong: Wrong): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  const known = new Set([...own, ...PARAMS]);
  for (const [name, value] of url.searchParams) {
    if (!known.has(name)) {
      const names = [...known].join(", ");
      throw wrong("has a parameter that planhat-sync does not know", `it knows ${names}`);
    }
    if (params.has(name)) throw wrong(`has the parameter ${name} twice`, "remove one of the two");
    params.set(name, value);
  }
  if (url.hash !== "") throw wrong("holds a #", "write # as %23");
  return params;
}

type TlsParams = Pick<
  ConnectionTarget,
  "sslMode" | "sslRootCert" | "sslCert" | "sslKey" | "directTls" | "channelBinding"
>;

/** What a parameter asks for and the others do not let it have is an error, and not left out in silence. */
function tlsParams(params: ReadonlyMap<string, string>, wrong: Wrong): TlsParams {
  const sslMode = sslModeOf(params.get("sslmode"), params.get("ssl"));
  if (typeof sslMode === "object") throw wrong(sslMode.what, sslMode.fix);
  const sslRootCert = params.get("sslrootcert");
  const isLoose = sslMode === "disable" || sslMode === "prefer";
  if (sslRootCert === "system" && sslMode !== "verify-full") {
    throw wrong("has sslrootcert=system, which needs sslmode=verify-full", "add sslmode=verify-full");
  }
  if (sslRootCert !== undefined && isLoose) {
    throw wrong(
      `has sslrootcert, and sslmode ${sslMode}, which does not check the certificate`,
      "add sslmode=verify-full",
    );
  }
  const sslCert = params.get("sslcert");
  const sslKey = params.get("sslkey");
  if ((sslCert === undefined) !== (sslKey === undefined)) {
    throw wrong("has only one of sslcert and sslkey", "name both files");
  }
  const directTls = oneOf(params, "sslnegotiation", ["postgres", "direct"], wrong) === "direct";
  if (directTls && isLoose) {
    throw wrong(
      `has sslnegotiation=direct, and sslmode ${sslMode}`,
      "add sslmode=require, or better verify-full",
    );
  }
  const channelBinding = oneOf(params, "channel_binding", ["disable", "prefer", "require"], wrong);
  if (channelBinding === "require" && isLoose) {
    throw wrong(
      `has channel_binding=require, and sslmode ${sslMode}`,
      "add sslmode=require, or better verify-full",
    );
  }
  return { sslMode, sslRootCert, sslCert, sslKey, directTls, channelBinding };
}

/** The value of a parameter; the first one of those possible where it is not there. */
function oneOf<Value extends string>(
  params: ReadonlyMap<string, string>,
  name: string,
  values: readonly [Value, ...Value[]],
  wrong: Wrong,
): Value {
  const given = params.get(name);
  if (given === undefined) return values[0];
  const value = values.find((one) => one === given);
  if (value === undefined)
    throw wrong(`has a value of ${name} that does not exist`, `use one of ${values.join(", ")}`);
  return value;
}

function portOf(text: string, wrong: Wrong): number {
  const port = whole(text, 5432, "port", wrong);
  if (port >= 1 && port <= 65_535) return port;
  throw wrong("has a port that does not exist", "use a number from 1 to 65535");
}

function whole(text: string | undefined, fallback: number, name: string, wrong: Wrong): number {
  if (text === undefined || text === "") return fallback;
  if (/^\d{1,8}$/.test(text)) return Number(text);
  throw wrong(`has a ${name} that is no whole number`);
}

function timeout(text: string | undefined, wrong: Wrong): number | undefined {
  return text === undefined ? undefined : whole(text, 0, "statement_timeout (in milliseconds)", wrong);
}

function decode(text: string, wrong: Wrong): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong("has a % that is no percent-encoding", "write % as %25");
  }
}
