import type { RuleContext } from "../../../model/linter.ts";
import { tenantField } from "../../../model/tenant-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const formulaField: Rule = {
  id: "formula-field",
  severity: "error",
  description:
    "A mapped custom field is one that your Planhat computes by a formula. What is written there is refused, or replaced with the next computation. Map the value to a custom field without a formula, or leave it to Planhat. The rule knows the fields from `planhat.fields.json`, which `planhat-sync introspect` writes.",
  bad: `# planhat.fields.json
{ "version": 1, "objects": { "Company": {
  "ARR": { "type": "number", "formula": "<<mrr>> * 12" },
  "Contract value": { "type": "number" }
} } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.ARR: $number(arr)
`,
  good: `# planhat.fields.json
{ "version": 1, "objects": { "Company": {
  "ARR": { "type": "number", "formula": "<<mrr>> * 12" },
  "Contract value": { "type": "number" }
} } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Contract value: $number(arr)
`,
  *check({ syncs, tenantFields }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const { name } of sync.fields) {
        if (tenantField(tenantFields, sync.objectName, name)?.formula === undefined) continue;
        yield {
          in: sync,
          path: ["fields", name],
          at: { part: "key" },
          message: `${sync.objectName}.${name} is computed by a formula in your Planhat. What is written there is refused or overwritten.`,
          hint: "remove the line, or map the value to a custom field without a formula",
        };
      }
    }
  },
};
