import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const paginationParamTwice: Rule = {
  id: "pagination-param-twice",
  severity: "warning",
  family: "source",
  description:
    "A query parameter that turns the pages is also set under `query:`, or given in the address. The pagination overwrites it, so what is written there has no effect.",
  bad: exampleHttp(
    "url: https://api.example.com/accounts",
    "query: { per_page: 500 }",
    "pagination: { page: { param: page, start: 1, size: 100, sizeParam: per_page } }",
  ),
  good: exampleHttp(
    "url: https://api.example.com/accounts",
    "query: { active: true }",
    "pagination: { page: { param: page, start: 1, size: 100, sizeParam: per_page } }",
  ),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, url, path } of httpSources(context)) {
      const { page, offset, cursor } = http.pagination ?? {};
      const inQuery = [page, offset, cursor, http.cursor].filter((place) => place?.in !== "body");
      const turning = inQuery.flatMap((place) => [
        place?.param,
        place !== undefined && "sizeParam" in place ? place.sizeParam : undefined,
      ]);
      for (const name of new Set(turning)) {
        if (name === undefined) continue;
        const isListed = Object.hasOwn(http.query ?? {}, name);
        if (!isListed && url?.searchParams.has(name) !== true) continue;
        yield {
          in: sync,
          path: isListed ? [...path, "query", name] : [...path, "url"],
          ...(isListed && { at: { part: "key" as const } }),
          message: `${name} is set from page to page, so what stands here has no effect.`,
          hint: "remove it here; the size of a page is set under pagination:",
        };
      }
    }
  },
};
