import type { Stop } from "../../../model/stop.ts";

/** A Stop, and whether the same may work a moment later. Thrown inside this source only. */
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

/**
 * What may stand as the cause of a Stop: driver errors carry pieces of the data (`detail`), of the query and of the
 * connection as properties.
 */
export function plainCause(error: unknown, redact: (text: string) => string): Error {
  const code = errorCode(error);
  return new Error(redact(code === "" ? errorText(error) : `${errorText(error)} (${code})`));
}
