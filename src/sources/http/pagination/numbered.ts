import { placeOf } from "../problems.ts";
import type { NumberedSettings } from "../settings.ts";
import { readLink } from "./link-header.ts";
import { compileMore } from "./more.ts";
import type { PageFacts, PageTarget, Pagination, PaginationTools } from "./page.ts";
import { placeParam } from "./place-param.ts";

interface Counting {
  readonly style: "page" | "offset";
  readonly start: number;
  /** How far the number moves on after a page of so many records. */
  readonly step: (count: number) => number;
}

/**
 * Pages that we count. A short page is not the end, because servers cap the size of their pages: either the server says
 * so (`more`, its total, a Link header that stops naming a page), or one more page is asked for and turns out empty.
 */
export function numbered(
  settings: NumberedSettings,
  { style, start, step }: Counting,
  { base, compile, warn, redact }: PaginationTools,
): Pagination {
  const { param, in: part, size, sizeParam } = settings;
  const more = compileMore(settings.more, `pagination.${style}.more`, compile, redact);
  let at = start;
  let firstCount = 0;
  let isLinked = false;

  const targetOf = (value: number): PageTarget => {
    const target = placeParam(base, { param, in: part }, value);
    if (size === undefined || sizeParam === undefined) return target;
    return placeParam(target, { param: sizeParam, in: part }, size);
  };

  const tellCap = ({ request, count }: PageFacts): void => {
    if (request.number === 1) firstCount = count;
    if (request.number !== 2 || count === 0 || size === undefined || firstCount >= size) return;
    warn(
      `The server gives ${firstCount} records a page of ${placeOf(1, base.url, redact).url}, where \`size\` says ${size}.`,
    );
  };

  /** undefined where the server does not say. */
  const isThereMore = async (facts: PageFacts): Promise<boolean | undefined> => {
    const { count, headers, total, body, request } = facts;
    if (more !== undefined) return more(body, request);
    if (count === 0) return false;
    const link = readLink(headers["link"]);
    if (link.kind === "next") isLinked = true;
    if (isLinked && link.kind !== "unreadable") return link.kind === "next";
    return total === "unknown" ? undefined : total === "more";
  };

  return {
    first: targetOf(start),
    kind: "numbered",
    size,
    next: async (facts) => {
      tellCap(facts);
      const isMore = await isThereMore(facts);
      if (isMore === false) return undefined;
      at += step(facts.count);
      return { ...targetOf(at), named: isMore === true };
    },
  };
}
