import { broken, placeOf } from "../problems.ts";
import { nextLink } from "./link-header.ts";
import type { PageFacts, Pagination, PaginationTools } from "./page.ts";

export interface NumberedSettings {
  readonly param: string;
  readonly size?: number;
  readonly sizeParam?: string;
}

/** `step` is how far the number goes on behind a page of so many records. */
export function numbered(
  { param, size, sizeParam }: NumberedSettings,
  start: number,
  step: (count: number) => number,
  { base, warn, redact }: PaginationTools,
): Pagination {
  const seen = new Map<string, number>();
  let at = start;
  let fullPage = size;

  const urlOf = (value: number): URL => {
    const url = new URL(base);
    url.searchParams.set(param, String(value));
    if (size !== undefined && sizeParam !== undefined) url.searchParams.set(sizeParam, String(size));
    return url;
  };

  const refuseRepeat = ({ request, contents }: PageFacts): void => {
    const before = seen.get(contents);
    if (before !== undefined) {
      throw broken(
        `Page ${request.number} repeats page ${before} of ${placeOf(1, base, redact).url}: it has the same records.`,
        `The server does not page by \`${param}\`: check its documentation, or remove \`pagination\`.`,
      );
    }
    seen.set(contents, request.number);
  };

  return {
    first: urlOf(start),
    needs: "count",
    next: async (facts) => {
      const { count, request, headers } = facts;
      if (count === 0) return undefined;
      refuseRepeat(facts);
      if (request.probe === true) {
        warn(
          `The server gives ${fullPage} records a page of ${placeOf(1, base, redact).url}, where \`size\` says ${size}.`,
        );
      }
      at += step(count);
      const short = fullPage !== undefined && count < fullPage;
      if (!short || nextLink(headers["link"]) !== undefined) return { url: urlOf(at) };
      // A server that caps the size of its pages answers with a short one, too, and always with a round one.
      if (request.number !== 1 || count % 10 !== 0) return undefined;
      fullPage = count;
      return { url: urlOf(at), probe: true };
    },
  };
}
