import type { RuleContext } from "../../../model/linter.ts";
import { cursorOf } from "../../../model/source-kind.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, queries, spanOf } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const queryLimited: Rule = {
  id: "query-limited",
  severity: "warning",
  family: "source",
  description:
    "A query stops after a number of rows: LIMIT, OFFSET or FETCH at its end. What lies beyond never reaches Planhat, and nobody is told. With a cursor it is an error: the watermark moves past rows that were never read.",
  bad: exampleQuery("SELECT account_id, name FROM accounts LIMIT 1000"),
  good: exampleQuery("SELECT account_id, name FROM accounts"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const token = query.outer.find(({ kind, value }) => kind === "word" && ENDS.has(value));
      if (token === undefined) continue;
      const cursor = cursorOf(query.source.settings);
      yield inQuery(query, spanOf(token), {
        severity: cursor === undefined ? "warning" : "error",
        message:
          cursor === undefined
            ? "The query stops after a number of rows. What lies beyond never reaches Planhat."
            : "The query stops after a number of rows, and the cursor moves past those that it leaves out. They would never be read.",
        hint: "remove it: rows are read in portions and sent in batches anyway; to try a few, use planhat-sync preview --limit",
      });
    }
  },
};

const ENDS: ReadonlySet<string> = new Set(["fetch", "limit", "offset"]);
