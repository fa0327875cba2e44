import type { RuleContext } from "../../../model/linter.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, queries } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const queryVariable: Rule = {
  id: "query-variable",
  severity: "warning",
  family: "source",
  description:
    "An environment variable is put into the text of a query. Whoever sets the variable can change what the query does, and a value with a quote in it breaks the query. A value belongs under `params:`, where it is bound and never becomes SQL.",
  bad: exampleQuery(`SELECT account_id, name FROM accounts WHERE region = '\${REGION:-emea}'`),
  good: exampleQuery("SELECT account_id, name FROM accounts WHERE region = $1", {
    more: [`params: ["\${REGION:-emea}"]`],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      for (const match of query.sql.matchAll(/(?<!\$)\$\{[^}]*\}/g)) {
        yield inQuery(
          query,
          { start: match.index, length: match[0].length },
          {
            message:
              "A variable is put into the text of the query. Its value can change what the query does.",
            hint: "write $1 here, without quotes, and the variable under params:",
          },
        );
      }
    }
  },
};
