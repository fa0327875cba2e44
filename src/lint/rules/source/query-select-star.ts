import type { RuleContext } from "../../../model/linter.ts";
import type { SqlToken } from "../../../model/sql-tokens.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, queries, spanOf } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const querySelectStar: Rule = {
  id: "query-select-star",
  severity: "warning",
  family: "source",
  description:
    "A query selects `*`. A column that is added to the table changes what is read, and a column that is renamed is found out when a run fails: with the columns listed, the linter checks the mapping against them without a database.",
  bad: exampleQuery("SELECT * FROM accounts"),
  good: exampleQuery("SELECT account_id, name FROM accounts"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const index = query.outer.findIndex(({ value, kind }) => kind === "word" && value === "select");
      const end = query.outer.findIndex(({ value, kind }) => kind === "word" && value === "from");
      const list = query.outer.slice(index + 1, end < 0 ? undefined : end);
      const star = list.find(({ value }, at) => value === "*" && isWhole(list[at - 1], list[at + 1]));
      if (index < 0 || star === undefined) continue;
      yield inQuery(query, spanOf(star), {
        message:
          "The query takes whatever columns the tables have. What is mapped cannot be checked before a run.",
        hint: "list the columns that the mapping reads, and the one of the cursor",
      });
    }
  },
};

/** Not a multiplication: nothing or a dot or a comma before it, and nothing or a comma behind. */
function isWhole(before: SqlToken | undefined, after: SqlToken | undefined): boolean {
  return (
    (before === undefined || before.value === "," || before.value === ".") &&
    (after === undefined || after.value === ",")
  );
}
