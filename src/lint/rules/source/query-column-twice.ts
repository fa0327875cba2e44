import type { RuleContext } from "../../../model/linter.ts";
import { selectedItems } from "../../../model/selected-columns.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, queries } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const queryColumnTwice: Rule = {
  id: "query-column-twice",
  severity: "error",
  family: "source",
  description:
    "A query gives two columns the same name. Only one of them could reach the mapping, so the run refuses the query before it reads a row.",
  bad: exampleQuery("SELECT a.id, a.name, o.name FROM accounts a JOIN owners o USING (owner_id)", {
    fields: ["externalId: id", "name: name"],
  }),
  good: exampleQuery("SELECT a.id, a.name, o.name AS owner FROM accounts a JOIN owners o USING (owner_id)", {
    fields: ["externalId: id", "name: name"],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const seen = new Set<string>();
      for (const { name, start, length } of selectedItems(query.tokens)) {
        if (name === undefined) continue;
        if (!seen.has(name)) {
          seen.add(name);
          continue;
        }
        yield inQuery(
          query,
          { start, length },
          {
            message: `The query gives two columns the name ${name}. The run refuses it.`,
            hint: `rename one of them: AS ${name}_2`,
          },
        );
      }
    }
  },
};
