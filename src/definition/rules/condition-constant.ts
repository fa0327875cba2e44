import type { Finding, Rule, RuleContext } from "../rule.ts";
import { expressionRemarks } from "./reading/expression-remarks.ts";

export const conditionConstant: Rule = {
  id: "condition-constant",
  severity: "error",
  family: "expression",
  description: `A constant stands where a condition belongs. It is always true or always false, so it decides nothing. Most often a comparison was cut short: in \`tier = "ent" or "mid"\` the text \`"mid"\` alone is true for every row.`,
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Large: 'tier = "ent" or "mid"'
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Large: 'tier = "ent" or tier = "mid"'
`,
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "condition-constant"),
};
