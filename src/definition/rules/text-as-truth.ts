import type { Finding, Rule, RuleContext } from "../rule.ts";
import { expressionRemarks } from "./reading/expression-remarks.ts";

export const textAsTruth: Rule = {
  id: "text-as-truth",
  severity: "warning",
  family: "expression",
  description:
    "The text of a column is taken for true or false. Every text but the empty one counts as true: `false`, `no` and `0` too. The rule looks at `$boolean(x)` and at columns that are named like a yes or no; `phone ? phone`, which asks whether there is any, is fine.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.VIP: $boolean(vip)
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.VIP: vip = "yes"
`,
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "text-as-truth"),
};
