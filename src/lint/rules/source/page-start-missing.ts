import { flowYaml } from "../../../model/flow-yaml.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const pageStartMissing: Rule = {
  id: "page-start-missing",
  severity: "warning",
  family: "source",
  description:
    "Counted pages have neither `start` nor a `total`. Reading begins at page 1; an API that counts from 0 has a page before it, and nothing in its answers shows that the page was never read. With `total`, the number of records read is checked against the number that the API states.",
  bad: exampleHttp(
    "url: https://api.example.com/accounts",
    "pagination: { page: { param: page, size: 100, sizeParam: per_page } }",
  ),
  good: exampleHttp(
    "url: https://api.example.com/accounts",
    "pagination: { page: { param: page, start: 1, size: 100, sizeParam: per_page } }",
  ),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, path } of httpSources(context)) {
      const page = http.pagination?.page;
      if (page === undefined || page.start !== undefined || http.total !== undefined) continue;
      const { param, ...rest } = page;
      yield {
        in: sync,
        path: [...path, "pagination", "page"],
        at: { part: "key" },
        message: "Reading begins at page 1, and nothing would show that the API has a page 0.",
        hint: `say how the API counts: page: ${flowYaml({ param, start: 1, ...rest })}, or \`start: 0\``,
      };
    }
  },
};
