import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { broken, describePlace, placeOf } from "../problems.ts";
import type { LinkSettings, ParamPlace } from "../settings.ts";
import { readLink } from "./link-header.ts";
import { compileMore } from "./more.ts";
import {
  isSameTarget,
  type NextPage,
  type PageFacts,
  type PageRequest,
  type PageTarget,
  type Pagination,
  type PaginationTools,
} from "./page.ts";
import { placeParam } from "./place-param.ts";
import { withKeys } from "./query-keys.ts";

/** The body holds a cursor, which goes into a parameter. */
export function byCursor(
  { param, in: part, next }: ParamPlace & { readonly next: string },
  { base, compile, redact }: PaginationTools,
): Pagination {
  const evaluate = compile(next, "pagination.cursor.next");
  return linked(base, async ({ request, body }) => {
    const found = body && (await evaluate(body, request));
    if (isNothing(found)) return undefined;
    return placeParam(base, { param, in: part }, part === "body" ? found : asText(found, request, redact));
  });
}

/** The body holds the address of the next page. */
export function byNextUrl(
  { next }: { readonly next: string },
  { base, keys, compile, redact }: PaginationTools,
): Pagination {
  const evaluate = compile(next, "pagination.nextUrl.next");
  return linked(base, async ({ request, body }) => {
    const found = body && (await evaluate(body, request));
    if (isNothing(found)) return undefined;
    const url = sameOrigin(asText(found, request, redact), request, redact);
    return { ...base, url: withKeys(url, base.url, keys) };
  });
}

/** A Link header holds the address of the next page. */
export function byLinkHeader(
  settings: LinkSettings,
  { base, keys, compile, redact }: PaginationTools,
): Pagination {
  const more = compileMore(settings.more, "pagination.link.more", compile, redact);
  return linked(base, async ({ request, headers, body }) => {
    if (more !== undefined && !(await more(body, request))) return undefined;
    const link = readLink(headers["link"]);
    if (link.kind === "none") return undefined;
    if (link.kind === "unreadable") throw unreadableLink(request, redact);
    const url = sameOrigin(link.target, request, redact);
    return { ...base, url: withKeys(url, base.url, keys) };
  });
}

function linked(base: PageTarget, nextOf: (facts: PageFacts) => Promise<PageTarget | undefined>): Pagination {
  return {
    first: base,
    kind: "linked",
    size: undefined,
    next: async (facts): Promise<NextPage | undefined> => {
      const target = await nextOf(facts);
      // A scroll keeps its token, and ends with an empty page: the same request would be answered the same way.
      if (target === undefined || (facts.count === 0 && isSameTarget(target, facts.request)))
        return undefined;
      return { ...target, named: true };
    },
  };
}

/** JSONata's "no value", null, false and an empty text end the data. */
function isNothing(value: Json | undefined): value is undefined | null | false | "" {
  return value === undefined || value === null || value === false || value === "";
}

/** A number is as good as a text. */
function asText(value: Json, request: PageRequest, redact: Redact): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  const place = describePlace(placeOf(request.number, request.url, redact));
  const kind = Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : String(value);
  throw broken(
    `What \`next\` finds in ${place} is ${kind}, and should be text.`,
    "Write an expression that leads to the cursor or the address itself, such as meta.next_cursor.",
  );
}

/** An address that the server names may lead to its other pages, and nowhere else. */
function sameOrigin(target: string, request: PageRequest, redact: Redact): URL {
  const place = describePlace(placeOf(request.number, request.url, redact));
  if (!URL.canParse(target, request.url.href)) {
    throw broken(
      `The next page that ${place} names is not a valid address.`,
      "Check what `pagination` reads the address from.",
    );
  }
  const url = new URL(target, request.url);
  if (url.origin !== request.url.origin) {
    throw broken(
      `The next page that ${place} names is at another origin: ${redact(url.origin === "null" ? url.protocol : url.origin)}.`,
      "Data and credentials go to the origin in `url` only. If only http and https differ, the server stands behind a proxy and does not know its own address: use another style of pagination.",
    );
  }
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

function unreadableLink({ number, url }: PageRequest, redact: Redact): Error {
  return broken(
    `The Link header of ${describePlace(placeOf(number, url, redact))} cannot be read, so it is unclear whether another page follows.`,
    'It should look like <https://api.example.com/users?page=2>; rel="next" (RFC 8288). If the body names the next page as well, use `pagination: { nextUrl: … }`.',
  );
}
