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
  readonly poll?: PollSettings;
  readonly cursor?: CursorSettings;
  /** Other hosts that data may be fetched from: `files.example.com`. */
  readonly redirects?: readonly string[];
  readonly rateLimit?: { readonly perMinute?: number; readonly perSecond?: number };
  /** A duration: `60s`. */
  readonly timeout?: string;
  /** A duration: `5m`. */
  readonly wait?: string;
  readonly maxBytes?: number;
  readonly maxValues?: number;
  readonly maxPages?: number;
  readonly maxEmptyPages?: number;
}

export type QueryValue = string | number | boolean;
export type BodyFormat = "json" | "ndjson" | "csv";

/** Exactly one of them. */
export interface AuthSettings {
  readonly basic?: { readonly username: string; readonly password: string };
  readonly bearer?: string;
  readonly header?: { readonly name: string; readonly value: string };
  readonly query?: { readonly name: string; readonly value: string };
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
  readonly page?: NumberedSettings & { readonly start?: number };
  readonly offset?: NumberedSettings;
  readonly cursor?: ParamPlace & { readonly next: string };
  readonly link?: LinkSettings;
  readonly nextUrl?: { readonly next: string };
}

/** Where a parameter goes: into the query, where it is a name; or into the JSON body, where it is a path with dots. */
export interface ParamPlace {
  readonly param: string;
  /** The default is `query`. */
  readonly in?: "query" | "body" | undefined;
}

export interface NumberedSettings extends ParamPlace {
  readonly size?: number;
  readonly sizeParam?: string;
  /** JSONata over a page's body: whether another page follows. */
  readonly more?: string;
}

export interface LinkSettings {
  /** JSONata over a page's body: whether another page follows. */
  readonly more?: string;
}

export interface CursorSettings extends ParamPlace {
  /** A name, or a path with dots into nested objects. */
  readonly column: string;
  /** A duration for timestamps (`5m`), a number for whole numbers. */
  readonly lag?: string | number;
}

/** An export that is asked for, prepared by the server, and downloaded. The expressions are JSONata over an answer's body. */
export interface PollSettings {
  /** Over the first answer: where to ask how far the export is. */
  readonly statusUrl?: string;
  /** Over each answer: whether the export is done. */
  readonly until?: string;
  /** Over each answer: whether the export has failed. */
  readonly failed?: string;
  /** Over the last answer: where the data are, one address or several. */
  readonly url?: string;
  /** Durations: `5s`, `30m`. */
  readonly every?: string;
  readonly within?: string;
}
