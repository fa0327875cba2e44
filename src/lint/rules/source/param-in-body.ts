import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

const PAGING = "pagination: { page: { param: page, in: body, start: 1, size: 100, sizeParam: limit } }";

export const paramInBody: Rule = {
  id: "param-in-body",
  severity: "error",
  family: "source",
  description:
    "A parameter should go into the body of a request that has no JSON object to hold it. With `in: body`, the request must be a POST, and `body` an object or left out. The run would refuse it.",
  bad: exampleHttp("url: https://api.example.com/search", PAGING),
  good: exampleHttp("url: https://api.example.com/search", "method: POST", "body: { active: true }", PAGING),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, path } of httpSources(context)) {
      const { page, offset, cursor } = http.pagination ?? {};
      const places = [
        { at: ["pagination", "page"], place: page },
        { at: ["pagination", "offset"], place: offset },
        { at: ["pagination", "cursor"], place: cursor },
        { at: ["cursor"], place: http.cursor },
      ];
      const isObject =
        http.body === undefined || (typeof http.body === "object" && !Array.isArray(http.body));
      if (http.method === "POST" && isObject) continue;
      for (const { at, place } of places) {
        if (place?.in !== "body") continue;
        yield {
          in: sync,
          path: [...path, ...at, "in"],
          message:
            http.method === "POST"
              ? `There is no place for ${place.param} in this body, which is not an object.`
              : `There is no place for ${place.param}: a GET request has no body.`,
          hint:
            http.method === "POST"
              ? "write body: as an object, such as { active: true }"
              : "write method: POST, or remove in: body",
        };
      }
    }
  },
};
