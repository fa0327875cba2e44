import type { Stop } from "../model/stop.ts";
import { databaseOutlook, type Outlook } from "../model/transience.ts";

/** A Stop, and what it says of another attempt. Whoever uses a connection turns it into its Stop at last. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly stop: Stop;
  readonly outlook: Outlook;

  constructor(stop: Stop, outlook: Outlook) {
    super(stop.message);
    this.stop = stop;
    this.outlook = outlook;
  }
}

/** SQLSTATE of the server, code of the system (`ECONNREFUSED`) or of TLS; empty where there is none. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** Of an error that has a code, wherever it comes from; one that has none is final. */
export function outlookOf(error: unknown): Outlook {
  const syscall = error instanceof Error && "syscall" in error ? error.syscall : undefined;
  return databaseOutlook(errorCode(error), typeof syscall === "string" ? syscall : undefined);
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the connection is gone, rather than what was asked refused. `isOpen`: see Connection. */
export function isLost(error: unknown, isOpen: boolean): boolean {
  const code = errorCode(error);
  if (code.startsWith("08") || code.startsWith("57P0") || LOST.has(code)) return true;
  return !isOpen && isOfDriver(error);
}

const LOST: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** What the driver throws of its own: an Error that has nothing but words. */
export function isOfDriver(error: unknown): boolean {
  const isPlain = error instanceof Error && Object.getPrototypeOf(error) === Error.prototype;
  return isPlain && errorCode(error) === "" && !isServerError(error);
}

/** What the server itself says; system errors repeat addresses and add nothing. */
export function serverDetail(error: unknown, redact: (text: string) => string): string | undefined {
  return isServerError(error) ? `PostgreSQL says: ${redact(error.message)}` : undefined;
}

/** Whether the server itself said it. */
export function isServerError(error: unknown): error is Error {
  return error instanceof Error && "severity" in error;
}

/**
 * What may stand as the cause of a Stop: driver errors carry pieces of the data (`detail`), of the query and of the
 * connection as properties.
 */
export function plainCause(error: unknown, redact: (text: string) => string): Error {
  const code = errorCode(error);
  return new Error(redact(code === "" ? errorText(error) : `${errorText(error)} (${code})`));
}
