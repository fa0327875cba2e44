import { Stop } from "../model/stop.ts";

export type SslMode = "disable" | "prefer" | "require" | "verify-ca" | "verify-full";

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
  readonly channelBinding: boolean;
  readonly connectTimeout: number;
  /** undefined: the server's, or ours where the server has none. */
  readonly statementTimeout: number | undefined;
  readonly applicationName: string;
  readonly options: string | undefined;
}

/**
 * `label` stands for the URL in messages. `own` names parameters of the caller, which `ownParams` answers. Throws a
 * Stop that repeats no part of the URL.
 */
export function connectionFrom(
  text: string,
  label: string,
  own: readonly string[] = [],
): { readonly target: ConnectionTarget; readonly ownParams: ReadonlyMap<string, string> } {
  const wrong = (what: string, hint = URL_FORM): Stop =>
    new Stop("environment", `The URL of ${label} ${what}.`, { hint });
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
    port: whole(param("port") ?? url.port, 5432, "port", wrong),
    user,
    password: password === "" ? undefined : password,
    database: database === "" ? user : database,
    sslMode: sslMode(params, wrong),
    sslRootCert: param("sslrootcert"),
    sslCert: param("sslcert"),
    sslKey: param("sslkey"),
    directTls: param("sslnegotiation") === "direct",
    channelBinding: (param("channel_binding") ?? "disable") !== "disable",
    connectTimeout: 1000 * whole(param("connect_timeout"), 10, "connect_timeout", wrong),
    statementTimeout: timeout(param("statement_timeout"), wrong),
    applicationName: param("application_name") ?? "planhat-sync",
    options: param("options"),
  };
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
    params.set(name, value);
  }
  if (url.hash !== "") throw wrong("holds a #", "write # as %23");
  return params;
}

function sslMode(params: ReadonlyMap<string, string>, wrong: Wrong): SslMode {
  const mode =
    params.get("sslmode") ?? (/^(?:true|1)$/.test(params.get("ssl") ?? "") ? "verify-full" : "prefer");
  if (MODES.has(mode)) return mode as SslMode;
  throw wrong("has an sslmode that does not exist", `use one of ${[...MODES].join(", ")}`);
}

const MODES: ReadonlySet<string> = new Set(["disable", "prefer", "require", "verify-ca", "verify-full"]);

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
