import type { Stop } from "../model/stop.ts";

/** A Stop, and whether the same may work a moment later. Whoever uses a connection turns it into its Stop at last. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly stop: Stop;
  readonly isTransient: boolean;

  constructor(stop: Stop, isTransient: boolean) {
    super(stop.message);
    this.stop = stop;
    this.isTransient = isTransient;
  }
}

/** SQLSTATE of the server, code of the system (`ECONNREFUSED`) or of TLS; empty where there is none. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the connection is gone, rather than what was asked refused. */
export function isLost(error: unknown): boolean {
  const code = errorCode(error);
  if (/^(?:08|57P0)/.test(code)) return true;
  if (["ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"].includes(code)) return true;
  return /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/.test(
    errorText(error),
  );
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
