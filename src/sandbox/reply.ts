import type { Json } from "../model/json.ts";

/** An answer before it is sent. A string body is sent as text, anything else as JSON; `undefined` as nothing. */
export interface Reply {
  readonly status: number;
  readonly body: Json | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request cannot be carried out: thrown by what reads it, sent as it stands. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function contentType(body: Json | undefined): string {
  return typeof body === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
}

/** undefined: an empty body. */
export function bodyText(body: Json | undefined): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}
