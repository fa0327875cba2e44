/**
 * What a failure says of another attempt, for Planhat, HTTP sources and PostgreSQL alike.
 * `transient`: nothing was done, and it may go better later. `final`: it would fail the same way. `unclear`: it may go
 * better later, and what was asked may have been done all the same.
 */
export type Outlook = "transient" | "final" | "unclear";

/** `freely`: reads, and what may be done twice. `undone`: only what certainly has not been done. */
export type Repeating = "freely" | "undone";

export function mayTryAgain(outlook: Outlook, repeating: Repeating): boolean {
  switch (outlook) {
    case "transient":
      return true;
    case "unclear":
      return repeating === "freely";
    case "final":
      return false;
    default:
      return outlook satisfies never;
  }
}

/** What a status says. `used-up`: the quota of calls; `trouble`: of the server, or on the way to it. */
export type StatusSign = "final" | "not-ready" | "used-up" | "trouble";

export interface StatusContext {
  /** What is asked for may still be in the making: 202 and 409 say so. Of a write they are the answer. */
  readonly preparing: boolean;
  /** A 403 that asks to wait is a quota, where the API has no other status for it. Planhat's is a missing permission. */
  readonly forbiddenWaits: boolean;
}

/**
 * RFC 9110 (https://www.rfc-editor.org/rfc/rfc9110#section-15): 408 may be repeated on a new connection, 5xx is the
 * server's fault. RFC 6585 section 4: 429. RFC 8470 section 5.2: 425 is refused before it is looked at.
 */
export function statusSign(status: number, { preparing, forbiddenWaits }: StatusContext): StatusSign {
  switch (status) {
    case 429:
      return "used-up";
    case 403:
      return forbiddenWaits ? "used-up" : "final";
    case 202:
    case 409:
      return preparing ? "not-ready" : "final";
    case 425:
      return "not-ready";
    // A proxy says it as well, of a request that its server has.
    case 408:
      return "trouble";
    default:
      return status >= 500 ? "trouble" : "final";
  }
}

const OF_SIGN = {
  final: "final",
  "not-ready": "transient",
  "used-up": "transient",
  trouble: "unclear",
} as const satisfies Record<StatusSign, Outlook>;

export function outlookOfSign(sign: StatusSign): Outlook {
  return OF_SIGN[sign];
}

/**
 * Codes of the system, of TLS and of undici (https://nodejs.org/api/errors.html#common-system-errors,
 * https://github.com/nodejs/undici/blob/main/docs/docs/api/Errors.md). `syscall`: what failed, where the error tells.
 * undefined for what is no code of a connection.
 */
export function networkOutlook(code: string, syscall?: string): Outlook | undefined {
  const known = BEFORE_SENDING[code] ?? (syscall === "connect" ? WHILE_CONNECTING[code] : undefined);
  if (known !== undefined) return known;
  if (isCertificateCode(code)) return "final";
  // Keys and certificates of our own that OpenSSL cannot read.
  if (code.startsWith("ERR_OSSL_")) return "final";
  return /^(UND_ERR_|HPE_|ERR_SSL_|E[A-Z]+$)/.test(code) ? "unclear" : undefined;
}

/** Nothing can have been sent. A host's name may be known a moment later: resolvers and new records lag. */
const BEFORE_SENDING: Readonly<Record<string, Outlook>> = {
  ECONNREFUSED: "transient",
  ENOTFOUND: "transient",
  EAI_AGAIN: "transient",
  UND_ERR_CONNECT_TIMEOUT: "transient",
  ERR_TLS_HANDSHAKE_TIMEOUT: "transient",
  // Of sockets in the file system, and of local firewalls.
  ENOENT: "final",
  EACCES: "final",
};

/** A connection that stands fails with these as well, and then what was sent may have arrived. */
const WHILE_CONNECTING: Readonly<Record<string, Outlook>> = {
  EHOSTUNREACH: "transient",
  ENETUNREACH: "transient",
  ETIMEDOUT: "transient",
};

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes, and Node's own check of the host's name. */
export function isCertificateCode(code: string): boolean {
  if (code === "ERR_TLS_HANDSHAKE_TIMEOUT") return false;
  return (
    /^(ERR_TLS|CERT_|CRL_)|SELF_SIGNED|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)|DEPTH_ZERO/.test(code) ||
    OTHER_CERTIFICATE_CODES.has(code)
  );
}

const OTHER_CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CRL_LAST_UPDATE_FIELD",
  "ERROR_IN_CRL_NEXT_UPDATE_FIELD",
  "INVALID_CA",
  "PATH_LENGTH_EXCEEDED",
  "INVALID_PURPOSE",
  "HOSTNAME_MISMATCH",
]);

/** SQLSTATE, or its class, the longer one first; all others are final. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function sqlStateOutlook(code: string): Outlook {
  return SQL_STATES[code] ?? SQL_STATES[code.slice(0, 2)] ?? "final";
}

const SQL_STATES: Readonly<Record<string, Outlook>> = {
  // Connection exception; a protocol violation would recur, and a rejected connection was never made.
  "08": "unclear",
  "08P01": "final",
  "08001": "transient",
  "08004": "transient",
  // Rolled back for others: the transaction has left nothing.
  "40001": "transient",
  "40P01": "transient",
  "55P03": "transient",
  // statement_completion_unknown
  "40003": "unclear",
  // idle_in_transaction_session_timeout: rolled back. transaction_timeout (25P04) and statement_timeout (57014) recur.
  "25P03": "transient",
  // too_many_connections, cannot_connect_now: refused at the door.
  "53300": "transient",
  "57P03": "transient",
  // admin_shutdown, crash_shutdown, idle_session_timeout; a COMMIT may have been on its way.
  "57P01": "unclear",
  "57P02": "unclear",
  "57P05": "unclear",
};

/** What PostgreSQL, its driver or the network said: an error has one code for all of them. */
export function databaseOutlook(code: string, syscall?: string): Outlook {
  // None of PostgreSQL's classes begins with E, as the names of the system do (EPIPE).
  if (/^[0-9FHPX][0-9A-Z]{4}$/.test(code)) return sqlStateOutlook(code);
  return networkOutlook(code, syscall) ?? "final";
}
