import type { PaginationSettings } from "../settings.ts";
import { byCursor, byLinkHeader, byNextUrl } from "./linked.ts";
import { numbered } from "./numbered.ts";
import type { Pagination, PaginationTools } from "./page.ts";

/** How one read goes from page to page: each read needs its own. */
export function createPagination(
  settings: PaginationSettings | undefined,
  tools: PaginationTools,
): Pagination {
  if (settings?.page !== undefined) return numbered(settings.page, settings.page.start ?? 1, () => 1, tools);
  // By what came, not by what was asked for: a server that caps its pages would leave gaps.
  if (settings?.offset !== undefined) return numbered(settings.offset, 0, (count) => count, tools);
  if (settings?.cursor !== undefined) return byCursor(settings.cursor, tools);
  if (settings?.nextUrl !== undefined) return byNextUrl(settings.nextUrl, tools);
  if (settings?.link !== undefined) return byLinkHeader(tools);
  return { first: tools.base, needs: "nothing", next: async () => undefined };
}
