import type { Json } from "../../model/json.ts";
import { isSecretName } from "../../model/secret-text.ts";
import { tokenFault } from "../../model/token-fault.ts";
import { isLoopbackHost, refusedAddress } from "./address-guard.ts";
import type { HttpRequest } from "./exchange.ts";
import { harmlessHeaders } from "./named-host.ts";
import type { PageTarget } from "./pagination/page.ts";
import { wrongSetting } from "./problems.ts";
import type { AuthSettings, HttpSettings, QueryValue } from "./settings.ts";

/** What all requests to the source's own origin have in common. */
export interface RequestBase {
  /** The first page, without what the pagination adds. */
  readonly target: PageTarget;
  /** Lower-case names; credentials are not among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters that hold credentials. */
  readonly keys: readonly string[];
}

/** Throws a Stop for settings that cannot be right. */
export function requestBase(settings: HttpSettings): RequestBase {
  const { method = "GET", auth, query = {}, headers = {} } = settings;
  const url = checkedUrl(settings.url, "url");
  for (const [name, value] of Object.entries(query)) setParam(url, name, value);
  if (auth?.query !== undefined) url.searchParams.set(auth.query.name, auth.query.value);
  if (auth?.oauth2 !== undefined) checkedUrl(auth.oauth2.tokenUrl, "auth.oauth2.tokenUrl");
  if (method === "GET" && settings.body !== undefined) {
    throw wrongSetting("A GET request has no body.", "Set `method: POST`, or remove `body`.");
  }
  const body = settings.body ?? (method === "POST" && fillsBody(settings) ? {} : undefined);
  const ordinary = {
    accept: "application/json, application/x-ndjson, text/csv;q=0.9, */*;q=0.1",
    "accept-encoding": "gzip, br, deflate",
    "user-agent": "planhat-sync",
    ...bodyHeaders(body),
  };
  const names = new Set(url.searchParams.keys());
  return {
    target: { method, url, body },
    headers: { ...ordinary, ...checkedHeaders(headers, auth) },
    keys: [...names].filter((name) => name === auth?.query?.name || isSecretName(name)),
  };
}

/** The request for one page. `own`: of the source's origin; any other host sees nothing but what is asked for. */
export function requestFor(
  { method, url, body }: PageTarget,
  base: RequestBase,
  auth: Readonly<Record<string, string>>,
  own: boolean,
): HttpRequest {
  if (!own) return { method, url, headers: harmlessHeaders(base.headers) };
  const headers: Record<string, string> = { ...base.headers, ...auth };
  // Of the POST that an export was asked for with.
  if (method === "GET" && base.target.method === "POST") delete headers["content-type"];
  if (method === "GET" || body === undefined) return { method, url, headers };
  return { method, url, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

function fillsBody({ pagination, cursor }: HttpSettings): boolean {
  const { page, offset, cursor: turning } = pagination ?? {};
  return [page, offset, turning, cursor].some((place) => place?.in === "body");
}

/** Whether credentials would cross a network in the clear. */
export function sendsSecretsInTheClear(
  { target: { url } }: RequestBase,
  auth: AuthSettings | undefined,
): boolean {
  const urls = [url, ...(auth?.oauth2 === undefined ? [] : [new URL(auth.oauth2.tokenUrl)])];
  return auth !== undefined && urls.some((to) => to.protocol === "http:" && !isLoopbackHost(to.hostname));
}

function checkedUrl(text: string, setting: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw wrongSetting(
      `\`${setting}\` is not an http or https address.`,
      "Write it like https://api.example.com/users.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw wrongSetting(
      `\`${setting}\` carries a user name or password.`,
      "Take them out, and write `auth: { basic: { username: …, password: … } }`, with the password from an environment variable.",
    );
  }
  if (url.href.includes("#")) {
    throw wrongSetting(
      `\`${setting}\` contains a #, and what is behind it would not be sent.`,
      "Write # as %23, or remove it with what is behind it.",
    );
  }
  const refusal = refusedAddress(url.hostname);
  if (refusal !== undefined) {
    throw wrongSetting(
      `The address in \`${setting}\` is refused: ${refusal}.`,
      "Name a server whose address a sync may read from.",
    );
  }
  return url;
}

function setParam(url: URL, name: string, value: QueryValue | readonly QueryValue[]): void {
  url.searchParams.delete(name);
  const values = Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue];
  for (const item of values) url.searchParams.append(name, String(item));
}

function bodyHeaders(body: Json | undefined): Record<string, string> {
  if (body === undefined) return {};
  return { "content-type": typeof body === "string" ? "text/plain; charset=utf-8" : "application/json" };
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What a header may hold (RFC 9110): no line ends, no other control characters, nothing beyond Latin-1. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** They say how the message is carried, which is not the definition's business. */
const CARRIERS = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

function checkedHeaders(
  headers: Readonly<Record<string, string>>,
  auth: AuthSettings | undefined,
): Record<string, string> {
  const checked: Record<string, string> = {};
  const own = Object.entries(headers).map(([name, value]) => ({ name, value, setting: `headers.${name}` }));
  for (const { name, value, setting } of own)
    checked[checkedName(name, setting)] = checkedValue(value, setting);
  if (auth?.header !== undefined) checkedName(auth.header.name, "auth.header.name");
  if (auth?.header !== undefined) checkedValue(auth.header.value, "auth.header.value");
  const fault = auth?.bearer === undefined ? undefined : tokenFault(auth.bearer);
  if (fault !== undefined) throw wrongSetting(`The token of \`auth.bearer\` ${fault.what}.`, fault.fix);
  if (auth?.basic?.username.includes(":") === true) {
    throw wrongSetting(
      "The user name of `auth.basic` contains a colon, which ends a user name.",
      "Put what is behind the colon under `password`.",
    );
  }
  const bearsHeader = auth !== undefined && auth.query === undefined;
  const taken = auth?.header?.name.toLowerCase() ?? (bearsHeader ? "authorization" : "");
  if (taken in checked) {
    throw wrongSetting(
      `The header ${taken} is set twice.`,
      "Leave it to `auth`, and take it out of `headers`.",
    );
  }
  return checked;
}

function checkedName(name: string, setting: string): string {
  const lower = name.toLowerCase();
  if (!TOKEN.test(name)) {
    throw wrongSetting(
      "A header's name has characters that no header can have.",
      `See ${JSON.stringify(setting)}.`,
    );
  }
  if (CARRIERS.has(lower))
    throw wrongSetting(`The header ${lower} cannot be set.`, "Remove it: it follows from the request.");
  return lower;
}

function checkedValue(value: string, setting: string): string {
  if (!FIELD_VALUE.test(value)) {
    throw wrongSetting(
      `The value of \`${setting}\` has a line end or another character that no header can have.`,
      "Check the environment variable: a line break at the end of the secret's file is a common cause.",
    );
  }
  if (value === value.trim()) return value;
  throw wrongSetting(
    `The value of \`${setting}\` begins or ends with a blank, which no header keeps.`,
    "Remove it, and check the environment variable: it may have been cut or copied with more.",
  );
}
