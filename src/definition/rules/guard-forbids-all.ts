import type { Finding, Rule, RuleContext } from "../rule.ts";

export const guardForbidsAll: Rule = {
  id: "guard-forbids-all",
  severity: "error",
  family: "limit",
  description:
    "The guard `maxChanges` allows no change at all, so every plan with something to write is refused and the sync can never do anything.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
guards: { maxChanges: 0 }
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
guards: { maxChanges: 50% }
`,
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
