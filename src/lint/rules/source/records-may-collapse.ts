import type { RuleContext } from "../../../model/linter.ts";
import { exampleHttp } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const recordsMayCollapse: Rule = {
  id: "records-may-collapse",
  severity: "warning",
  family: "source",
  description:
    "A filter under `records:` gives no list where it finds one record or none. JSONata gives a list of one value as the value alone, and an empty list as no value, so the run would end on the first such page. Brackets always give a list.",
  bad: exampleHttp("url: https://api.example.com/accounts", "records: data[active]"),
  good: exampleHttp("url: https://api.example.com/accounts", 'records: "[data[active]]"'),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const { path, text, result } of sync.sourceExpressions) {
        if (path.at(-1) !== "records" || !result.ok) continue;
        const { remarks } = result.expression.analyse(() => undefined);
        if (!remarks.some(({ rule }) => rule === "list-may-collapse")) continue;
        yield {
          in: sync,
          path,
          message: "Where this finds one record or none, it gives no list, and the run ends with an error.",
          hint: `put it in brackets and quotes, which always give a list: ${JSON.stringify(`[${text.trim()}]`)}`,
        };
      }
    }
  },
};
