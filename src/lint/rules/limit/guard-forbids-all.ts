import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const guardForbidsAll: Rule = {
  id: "guard-forbids-all",
  severity: "error",
  family: "limit",
  description:
    "The guard `maxChanges` allows no change at all, so every plan with something to write is refused and the sync can never do anything.",
  bad: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: ["guards: { maxChanges: 0 }"],
  }),
  good: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: ["guards: { maxChanges: 50% }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const most = sync.definition.guards?.maxChanges;
      if (most === undefined || Number.parseFloat(String(most)) !== 0) continue;
      yield {
        in: sync,
        path: ["guards", "maxChanges"],
        message: "The guard allows no change, so every plan that has something to write is refused.",
        hint: "write the largest share or number of changes that is still plausible, such as 50%",
      };
    }
  },
};
