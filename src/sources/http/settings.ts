import type { Json } from "../../model/json.ts";

/** What a definition says under `source: http:`; its schema is schemas/sources/http.schema.json. */
export interface HttpSettings {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: Json;
  readonly auth?: AuthSettings;
  readonly format?: BodyFormat;
  /** Of CSV bodies. */
  readonly delimiter?: string;
  /** JSONata over a page's body. */
  readonly records?: string;
  readonly pagination?: PaginationSettings;
  /** JSONata over a page's body: how many records there are on all pages. */
  readonly total?: string;
  readonly cursor?: CursorSettings;
  readonly rateLimit?: { readonly perMinute?: number; readonly perSecond?: number };
  /** A duration: `60s`. */
  readonly timeout?: string;
  readonly maxBytes?: number;
  readonly maxValues?: number;
  readonly maxPages?: number;
}

export type QueryValue = string | number | boolean;
export type BodyFormat = "json" | "ndjson" | "csv";

/** Exactly one of them. */
export interface AuthSettings {
  readonly basic?: { readonly username: string; readonly password: string };
  readonly bearer?: string;
  readonly header?: { readonly name: string; readonly value: string };
  readonly oauth2?: OAuth2Settings;
}

export interface OAuth2Settings {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** Exactly one of them. */
export interface PaginationSettings {
  readonly page?: {
    readonly param: string;
    readonly start?: number;
    readonly size?: number;
    readonly sizeParam?: string;
  };
  readonly offset?: { readonly param: string; readonly size?: number; readonly sizeParam?: string };
  readonly cursor?: { readonly param: string; readonly next: string };
  readonly link?: Readonly<Record<string, never>>;
  readonly nextUrl?: { readonly next: string };
}

export interface CursorSettings {
  readonly column: string;
  /** A duration for timestamps (`5m`), a number for whole numbers. */
  readonly lag?: string | number;
  readonly param: string;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `5m`, `2h`, `1d` → milliseconds; undefined for anything else. */
export function milliseconds(duration: string): number | undefined {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(duration) ?? [];
  const factor = UNITS[unit ?? ""];
  return factor === undefined ? undefined : Number(amount) * factor;
}
