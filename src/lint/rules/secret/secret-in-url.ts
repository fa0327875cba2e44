import type { RuleContext } from "../../../model/linter.ts";
import { isSecretName } from "../../../model/secret-text.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import { httpSources } from "../../reading/http-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const secretInUrl: Rule = {
  id: "secret-in-url",
  severity: "warning",
  family: "secret",
  description:
    "A credential goes into the address of a request. Addresses are written into the logs of servers, proxies and load balancers, where secrets must not be. A user name or password before the host is refused by the run, and an error.",
  bad: exampleHttp("url: https://api.example.com/accounts", `query: { api_key: "\${API_KEY:-}" }`),
  good: exampleHttp(
    "url: https://api.example.com/accounts",
    `auth: { header: { name: X-Api-Key, value: "\${API_KEY}" } }`,
  ),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, settings: http, path, written } of httpSources(context)) {
      const login = /^[a-z]+:\/\/[^/?#]*@/i.exec(written);
      if (login !== null) {
        yield {
          in: sync,
          path: [...path, "url"],
          severity: "error",
          message: "A user name or password stands in the address, and the run refuses that.",
          hint: "take them out, and write auth: { basic: { username: …, password: … } }",
        };
      }
      for (const match of written.matchAll(/[?&]([^=&#]+)=/g)) {
        if (!isSecretName(match[1] ?? "")) continue;
        yield {
          ...ADVICE,
          in: sync,
          path: [...path, "url"],
          at: { span: { offset: match.index + 1, length: match[0].length - 2 } },
        };
      }
      for (const name of Object.keys(http.query ?? {})) {
        if (isSecretName(name))
          yield { ...ADVICE, in: sync, path: [...path, "query", name], at: { part: "key" } };
      }
    }
  },
};

const ADVICE = {
  message: "A credential in the address of a request is written into the logs of every server on the way.",
  hint: `send it in a header: auth: { header: { name: X-Api-Key, value: \${API_KEY} } }; if the API takes it nowhere else, write auth: { query: { name: api_key, value: \${API_KEY} } }`,
} as const;
