import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const httpUrlInvalid: Rule = {
  id: "http-url-invalid",
  severity: "error",
  family: "source",
  description:
    "The address of a source is not one that can be read: it begins with neither https:// nor http://, or is none at all. The run would end before it has read anything.",
  bad: exampleHttp("url: api.example.com/accounts"),
  good: exampleHttp("url: https://api.example.com/accounts"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, url, path } of httpSources(context)) {
      if (http.url.includes("${") || url?.protocol === "https:" || url?.protocol === "http:") continue;
      yield {
        in: sync,
        path: [...path, "url"],
        message: "This is no http or https address, so nothing can be read from it.",
        hint: "write it whole, like https://api.example.com/users",
      };
    }
  },
};
