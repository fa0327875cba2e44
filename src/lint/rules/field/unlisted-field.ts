import type { RuleContext } from "../../../model/linter.ts";
import type { Finding, Rule } from "../../rule.ts";

export const unlistedField: Rule = {
  id: "unlisted-field",
  severity: "warning",
  family: "field",
  description:
    "A mapped field is offered by other products that write to Planhat, but Planhat's own documentation does not list it (Company's `industry`). It may be kept, or dropped without an error. The sync runs as it stands: look at one record in Planhat after the first apply, or use a custom field, which is certain to be kept.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  industry: industry
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Industry: industry
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const { name, spec } of sync.fields) {
        if (!spec?.unlisted) continue;
        yield {
          in: sync,
          ...(spec.offered ? { lenient: true as const } : {}),
          path: ["fields", name],
          at: { part: "key" },
          message: `Planhat's documentation does not list ${sync.objectName}.${name}. It may be dropped without an error.`,
          hint: "look at one record in Planhat after the first apply; a custom field (custom.Name) is certain to be kept",
        };
      }
    }
  },
};
