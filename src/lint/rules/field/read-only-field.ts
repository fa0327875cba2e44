import type { RuleContext } from "../../../model/linter.ts";
import { isKnown } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const readOnlyField: Rule = {
  id: "read-only-field",
  severity: "error",
  family: "field",
  description:
    "A mapped field is one that Planhat computes itself, such as a health score or a date of last contact. What is written there is refused, or overwritten with the next computation. A few computed fields are commonly written all the same (Company's `mr`, an Invoice's `lineItems`): for these the rule only warns. To keep a number of your own, map it to a custom field.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  nrr30: $number(revenue)
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Revenue: $number(revenue)
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      for (const { name, spec } of sync.fields) {
        if (!spec?.computed || sync.objectType.keyables.includes(name)) continue;
        const place = { in: sync, path: ["fields", name], at: { part: "key" } } as const;
        const field = `${sync.objectType.name}.${name}`;
        if (spec.offered || spec.written) {
          yield {
            ...place,
            severity: "warning",
            ...(spec.offered ? { lenient: true as const } : {}),
            message: `${field} is computed by Planhat. It takes the value, and may replace it with its own.`,
            hint: "to keep a value of your own, map it to a custom field: custom.Name",
          };
        } else {
          yield {
            ...place,
            message: `${field} is computed by Planhat. What is written there is refused or overwritten.`,
            hint: "remove the line, or map the value to a custom field: custom.Name",
          };
        }
      }
    }
  },
};
