import type { Finding, Rule, RuleContext } from "../rule.ts";
import { expressionRemarks } from "./reading/expression-remarks.ts";

export const pathIntoText: Rule = {
  id: "path-into-text",
  severity: "error",
  family: "expression",
  description:
    "A path leads into a value that has no parts, so it never finds anything. In JSONata a dot separates the steps of a path: a column whose name contains a dot stands in backquotes.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  city: address.city
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  city: '\`address.city\`'
`,
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "path-into-text"),
};
