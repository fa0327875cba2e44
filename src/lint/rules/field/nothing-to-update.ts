import type { RuleContext } from "../../../model/linter.ts";
import type { Finding, Rule } from "../../rule.ts";

export const nothingToUpdate: Rule = {
  id: "nothing-to-update",
  severity: "warning",
  family: "field",
  description:
    "A sync in mode update maps its key and nothing else. The key only finds the record, so there is nothing to write, and every run will say that all is unchanged.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
  city: city
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      if (sync.mode !== "update" || sync.key === undefined) continue;
      if (sync.fields.some(({ name }) => name !== sync.key)) continue;
      yield {
        in: sync,
        path: ["fields"],
        at: { part: "key" },
        message: `Only the key is mapped. It finds the record, so there is nothing to update.`,
        hint: "map the fields that the update should write",
      };
    }
  },
};
