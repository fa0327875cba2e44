import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const httpGetBody: Rule = {
  id: "http-get-body",
  severity: "error",
  family: "source",
  description:
    "A request has a body and is a GET, which cannot carry one. The run would refuse it; APIs that are searched with a body take a POST.",
  bad: exampleHttp("url: https://api.example.com/search", "body: { active: true }"),
  good: exampleHttp("url: https://api.example.com/search", "method: POST", "body: { active: true }"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, path } of httpSources(context)) {
      if (http.body === undefined || http.method === "POST") continue;
      yield {
        in: sync,
        path: [...path, "body"],
        at: { part: "key" },
        message: "A GET request has no body. The run would refuse it.",
        hint: "write method: POST, or move the body's parts to query:",
      };
    }
  },
};
