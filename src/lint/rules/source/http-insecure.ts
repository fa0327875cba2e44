import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources, isLoopback } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const httpInsecure: Rule = {
  id: "http-insecure",
  severity: "warning",
  family: "source",
  description:
    "A source is read over http, without encryption: whoever is on the way can read the data and change it. With credentials it is an error, for they would be read too.",
  bad: exampleHttp("url: http://api.example.com/accounts"),
  good: exampleHttp("url: https://api.example.com/accounts"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, url, path } of httpSources(context)) {
      if (url?.protocol !== "http:" || isLoopback(url)) continue;
      const bears = http.auth !== undefined;
      yield {
        in: sync,
        path: [...path, "url"],
        severity: bears ? "error" : "warning",
        message: bears
          ? "The credentials would cross the network in the clear."
          : "The data would cross the network in the clear, and could be changed on the way.",
        hint: "write https://",
      };
    }
  },
};
