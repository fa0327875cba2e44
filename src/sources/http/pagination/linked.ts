import { sha256 } from "../../../model/fingerprint.ts";
import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { broken, describePlace, placeOf } from "../problems.ts";
import { nextLink } from "./link-header.ts";
import type { PageFacts, PageRequest, Pagination, PaginationTools } from "./page.ts";

/** The body holds a cursor, which goes into a query parameter. */
export function byCursor(
  { param, next }: { readonly param: string; readonly next: string },
  { base, compile, redact }: PaginationTools,
): Pagination {
  const evaluate = compile(next, "pagination.cursor.next");
  const seen = new SeenPages("cursor", redact);
  return {
    first: base,
    needs: "body",
    next: async ({ request, body }) => {
      const cursor = nextText(body && (await evaluate(body, request)), request, redact);
      if (cursor === undefined) return undefined;
      seen.add(cursor, request);
      const url = new URL(base);
      url.searchParams.set(param, cursor);
      return { url };
    },
  };
}

/** The body holds the address of the next page. */
export function byNextUrl(
  { next }: { readonly next: string },
  { base, compile, redact }: PaginationTools,
): Pagination {
  const evaluate = compile(next, "pagination.nextUrl.next");
  return following(base, "body", redact, async ({ request, body }) =>
    nextText(body && (await evaluate(body, request)), request, redact),
  );
}

/** A Link header holds the address of the next page. */
export function byLinkHeader({ base, redact }: PaginationTools): Pagination {
  return following(base, "nothing", redact, async ({ headers }) => nextLink(headers["link"]));
}

function following(
  base: URL,
  needs: Pagination["needs"],
  redact: Redact,
  nextOf: (facts: PageFacts) => Promise<string | undefined>,
): Pagination {
  const seen = new SeenPages("address", redact);
  seen.add(base.href, { number: 0, url: base });
  return {
    first: base,
    needs,
    next: async (facts) => {
      const target = await nextOf(facts);
      if (target === undefined) return undefined;
      const url = sameOrigin(target, facts.request, redact);
      seen.add(url.href, facts.request);
      return { url };
    },
  };
}

/** An address of the server may lead to its other pages, and nowhere else. */
function sameOrigin(target: string, request: PageRequest, redact: Redact): URL {
  const place = describePlace(placeOf(request.number, request.url, redact));
  if (!URL.canParse(target, request.url.href)) {
    throw broken(
      `The next page that ${place} names is no address.`,
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

/** JSONata's "no value", null, false and an empty text end the data; a number is a cursor as good as a text. */
function nextText(value: Json | undefined, request: PageRequest, redact: Redact): string | undefined {
  if (value === undefined || value === null || value === false || value === "") return undefined;
  if (typeof value === "string" || typeof value === "number") return String(value);
  const place = describePlace(placeOf(request.number, request.url, redact));
  const kind = Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : String(value);
  throw broken(
    `What \`next\` finds in ${place} is ${kind}, and should be text.`,
    "Write an expression that leads to the cursor or the address itself, such as meta.next_cursor.",
  );
}

/** The ways to the next page so far: one that comes again would go round for ever. */
class SeenPages {
  readonly #what: "cursor" | "address";
  readonly #redact: Redact;
  /** By digest, because cursors may be long and pages many. */
  readonly #pages = new Map<string, number>();

  constructor(what: "cursor" | "address", redact: Redact) {
    this.#what = what;
    this.#redact = redact;
  }

  /** `request` is the page that names the way. */
  add(way: string, { number, url }: PageRequest): void {
    const digest = sha256(way);
    const before = this.#pages.get(digest);
    if (before === undefined) {
      this.#pages.set(digest, number);
      return;
    }
    const { url: shown } = placeOf(number, url, this.#redact);
    const first = before === 0 ? "page 1 itself" : `the next page that page ${before} named already`;
    throw broken(
      `Pages go round: page ${number} of ${shown} leads to ${first} (the same ${this.#what}).`,
      "Check what `pagination` reads the way to the next page from; a server that repeats it never ends.",
    );
  }
}
