import type { PaginationSettings } from "../settings.ts";
import { byCursor, byLinkHeader, byNextUrl } from "./linked.ts";
import { numbered } from "./numbered.ts";
import type { Pagination, PaginationTools } from "./page.ts";

/** How one read goes from page to page: each read needs its own. Throws a Stop for settings that cannot be right. */
export function createPagination(
  settings: PaginationSettings | undefined,
  tools: PaginationTools,
): Pagination {
  const { page, offset, cursor, nextUrl, link } = settings ?? {};
  if (page !== undefined) {
    return numbered(page, { style: "page", start: page.start ?? 1, step: () => 1 }, tools);
  }
  // By what came, not by what was asked for: a server that caps its pages would leave gaps.
  if (offset !== undefined) {
    return numbered(offset, { style: "offset", start: 0, step: (count) => count }, tools);
  }
  if (cursor !== undefined) return byCursor(cursor, tools);
  if (nextUrl !== undefined) return byNextUrl(nextUrl, tools);
  if (link !== undefined) return byLinkHeader(link, tools);
  return { first: tools.base, kind: "single", size: undefined, next: async () => undefined };
}
