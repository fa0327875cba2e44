import { isJsonObject, type Json } from "../../../model/json.ts";
import { broken, describePlace, type Place } from "../problems.ts";
import { readLink } from "./link-header.ts";
import type { PageFacts, Pagination } from "./page.ts";

/** The page after which a read asks for no other one. */
export interface LastPage extends Pick<PageFacts, "headers" | "body" | "total"> {
  readonly kind: Pagination["kind"];
  readonly place: Place;
  readonly warn: (message: string) => void;
}

/**
 * A page with records may say that another one follows where the definition looks for none, or in the wrong place: that
 * is told. Throws a Stop where the definition looks for the next page and finds none from the start.
 */
export function checkNothingLeft(last: LastPage): void {
  const { kind, total, place, warn } = last;
  // Pages that we count are asked for until there are no more.
  if (kind === "numbered" || total === "reached") return;
  const sign = signOf(last);
  if (sign === undefined) return;
  const where = describePlace(place);
  if (kind === "linked" && place.page === 1) {
    throw broken(
      `\`pagination\` finds no next page in ${where}, and ${sign} says that another one follows.`,
      "Correct where `pagination` looks for the next page: what it reads now is not in the answer.",
    );
  }
  warn(
    `The read ended with ${where}, where ${sign} says that another page follows. The server holds more: ${
      kind === "single" ? "set `pagination`" : "check `pagination`"
    } to read it.`,
  );
}

/**
 * What says that another page follows: a path such as `meta.next_cursor`, or the Link header. Lists are not searched,
 * because records may hold anything.
 */
function signOf({ headers, body }: Pick<LastPage, "headers" | "body">): string | undefined {
  if (readLink(headers["link"]).kind === "next") return "the Link header";
  const path = body === undefined ? undefined : signIn(body, [], false);
  return path && `\`${path.join(".")}\``;
}

/** Levels of objects: `data.users.pageInfo.hasNextPage`, and one more. */
const DEEPEST = 5;
/** By their letters alone. */
const ANNOUNCES = new Set(["hasmore", "hasnext", "hasnextpage", "hasmoreitems", "more", "moreresults"]);
const NEXT =
  /^(?:odata)?next(?:page|cursor|token|link|url|uri|href|offset|pagetoken|pageurl|pageuri|pagecursor|pagelink)?$/;

function signIn(value: Json, path: readonly string[], isNext: boolean): readonly string[] | undefined {
  if (!isJsonObject(value)) return isNext && namesPage(value) ? path : undefined;
  if (path.length >= DEEPEST) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const letters = name.toLowerCase().replace(/[^a-z]/g, "");
    const here = [...path, name];
    if (ANNOUNCES.has(letters) && inner === true) return here;
    const sign = signIn(inner, here, isNext || NEXT.test(letters));
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/** A cursor or an address; what servers write where there is none is none. */
function namesPage(value: Json): boolean {
  if (typeof value === "number") return value > 0;
  return typeof value === "string" && !["", "null", "none", "false"].includes(value.trim().toLowerCase());
}
