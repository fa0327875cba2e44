import type { RuleContext } from "../../../model/linter.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, queries, spanOf } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const querySeveral: Rule = {
  id: "query-several",
  severity: "error",
  family: "source",
  description:
    "A query holds more than one statement. A source reads the rows of one, and the run refuses the others before the database sees them.",
  bad: exampleQuery('"SELECT account_id, name FROM accounts; SELECT 1"'),
  good: exampleQuery('"SELECT account_id, name FROM accounts"'),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const semicolon = query.outer.findIndex(({ kind, value }) => kind === "sign" && value === ";");
      const next = semicolon < 0 ? undefined : query.outer[semicolon + 1];
      if (next === undefined || next.value === ";") continue;
      yield inQuery(query, spanOf(next), {
        message: "A second statement begins here, and a source reads one.",
        hint: ["keep the SELECT", query.dialect.settingsHint ?? []].flat().join("; "),
      });
    }
  },
};
