import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedField } from "../../../model/placed.ts";
import type { Finding, Rule } from "../../rule.ts";

export const constantKey: Rule = {
  id: "constant-key",
  severity: "error",
  family: "key",
  locked: true,
  description:
    "The key is the same for every row: a constant, or an expression that reads nothing of the row. All rows would be one record in Planhat. Most often the name of a column was put in quotes, which makes it text.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: '"account_id"'
  name: name
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const field = sync.fields.find(({ name }) => name === sync.key);
      if (field === undefined || !isConstant(field)) continue;
      yield {
        in: sync,
        path: field.mapping.path,
        message: `${field.name} is the key, and it is the same for every row. All rows would be one record.`,
        hint: `map it to a column of the source: ${field.name}: account_id (account_id stands for your column)`,
      };
    }
  },
};

function isConstant({ mapping }: PlacedField): boolean {
  if (mapping.kind === "constant") return true;
  return mapping.result.ok && mapping.result.expression.columns?.length === 0;
}
