import { Stop } from "../model/stop.ts";
import type { StopCode } from "../model/stop-code.ts";
import {
  ChannelBindingError,
  ConnectionEndedError,
  ConnectTimeoutError,
  NoPasswordError,
  NoTlsError,
} from "./connect-error.ts";
import type { ConnectionTarget } from "./connection-url.ts";
import { errorCode, Failure, outlookOf, plainCause, serverDetail } from "./failure.ts";

/** An attempt to connect that failed → what it was, what to do, and whether to try again. */
export function connectFailure(
  error: unknown,
  target: ConnectionTarget,
  redact: (text: string) => string,
): Failure {
  const { code, reason, fix } = explain(error, target);
  const stop = new Stop(code, `PostgreSQL cannot be reached with ${target.label}: ${reason}.`, {
    detail: serverDetail(error, redact),
    fix,
    cause: plainCause(error, redact),
  });
  return new Failure(stop, hasNotBegun(error) ? "transient" : outlookOf(error));
}

/** The server ended it, or did not answer, before anything was asked: neither has a code. */
function hasNotBegun(error: unknown): boolean {
  return error instanceof ConnectTimeoutError || error instanceof ConnectionEndedError;
}

interface Explanation {
  readonly code: StopCode;
  readonly reason: string;
  readonly fix: string;
}

function explain(error: unknown, target: ConnectionTarget): Explanation {
  const code = errorCode(error);
  const place = target.host.startsWith("/") ? `socket ${target.host}` : `${target.host}:${target.port}`;
  if (error instanceof NoTlsError) {
    return explained(
      "postgres-tls",
      `${place} offers no TLS, and sslmode is ${target.sslMode}`,
      "turn TLS on in the server, or use sslmode=disable inside a network you trust",
    );
  }
  if (error instanceof ChannelBindingError) {
    return explained(
      "postgres-tls",
      `${place} does not bind the login to the TLS connection, and channel_binding is require`,
      "use scram-sha-256 in pg_hba.conf of the server; a proxy in between takes TLS apart: connect past it, or use channel_binding=prefer with sslmode=verify-full",
    );
  }
  if ((code === "08P01" || code === "0A000") && target.options !== undefined) {
    return explained(
      "postgres-url",
      `${place} does not take the options of the URL`,
      "remove options= from the URL: a pooler or proxy refuses it; set them for the role with ALTER ROLE … SET",
    );
  }
  if (error instanceof ConnectTimeoutError) {
    return unreachable(
      `${place} did not answer within ${target.connectTimeout / 1000} s`,
      "check host, port and firewall; connect_timeout=30 in the URL waits longer",
    );
  }
  if (error instanceof NoPasswordError) {
    return explained(
      "postgres-login",
      "the server asks for a password and the URL has none",
      "add the password to the URL",
    );
  }
  if (code.startsWith("28")) {
    return explained("postgres-login", "the server refuses the login", AUTH_HINTS[code] ?? AUTH_HINT);
  }
  const known = KNOWN[code];
  if (known !== undefined) return known(place);
  if (/CERT|SIGNED|ISSUER|SIGNATURE|CRL/.test(code)) {
    return explained(
      "postgres-tls",
      `the certificate of ${place} is not trusted (${code})`,
      "name the certificate authority with sslrootcert=/path/ca.pem in the URL, and use the host name the certificate is for",
    );
  }
  if (code.startsWith("ERR_SSL") || code.startsWith("ERR_OSSL") || code === "EPROTO") {
    return explained(
      "postgres-tls",
      `TLS with ${place} failed (${code})`,
      "check sslmode, sslcert and sslkey in the URL",
    );
  }
  if (error instanceof ConnectionEndedError) {
    return unreachable(`${place} closed the connection`, "check that it is a PostgreSQL, and its log");
  }
  return explained(
    "postgres-unreachable",
    `connecting to ${place} failed${code === "" ? "" : ` (${code})`}`,
    "check the URL, and the server's log",
  );
}

const AUTH_HINT = "check user and password in the URL, and pg_hba.conf of the server";
const AUTH_HINTS: Readonly<Record<string, string>> = {
  "28P01": "check user and password in the URL",
  "28000": "check the user in the URL, whether sslmode=require is needed, and pg_hba.conf of the server",
};

const KNOWN: Readonly<Record<string, (place: string) => Explanation>> = {
  ECONNREFUSED: (place) =>
    unreachable(`nothing listens at ${place}`, "check host and port, and that the server runs"),
  ECONNRESET: (place) =>
    unreachable(`${place} reset the connection`, "check that it is a PostgreSQL, and its log"),
  EPIPE: (place) =>
    unreachable(`${place} closed the connection`, "check that it is a PostgreSQL, and its log"),
  ETIMEDOUT: (place) => unreachable(`${place} does not answer`, "check host, port and firewall"),
  EHOSTUNREACH: (place) => unreachable(`there is no way to ${place}`, "check the network, a VPN among it"),
  ENETUNREACH: (place) => unreachable(`there is no way to ${place}`, "check the network, a VPN among it"),
  EAI_AGAIN: (place) =>
    unreachable(`the name of ${place} cannot be looked up now`, "check the network and its DNS"),
  ENOTFOUND: (place) =>
    explained("postgres-unreachable", `the name of ${place} does not exist`, "check the host in the URL"),
  ENOENT: (place) =>
    explained(
      "postgres-unreachable",
      `the ${place} does not exist`,
      "check the host in the URL, and that the server runs",
    ),
  ERR_TLS_CERT_ALTNAME_INVALID: (place) =>
    explained(
      "postgres-tls",
      `the certificate is for another name than ${place}`,
      "use the name the certificate is for, or sslmode=verify-ca with sslrootcert",
    ),
  "3D000": () =>
    explained("postgres-url", "the database does not exist", "check the name behind the last / of the URL"),
  "42501": () =>
    explained(
      "postgres-login",
      "the role may not connect to the database",
      "GRANT CONNECT ON DATABASE … TO the role",
    ),
  "53300": () =>
    unreachable("the server has too many connections", "close some, raise max_connections, or use a pooler"),
  "57P03": () => unreachable("the server is starting up, shutting down or recovering", "wait until it is up"),
};

function unreachable(reason: string, fix: string): Explanation {
  return { code: "postgres-unreachable", reason, fix };
}

function explained(code: StopCode, reason: string, fix: string): Explanation {
  return { code, reason, fix };
}
