import type { RuleContext } from "../../../model/linter.ts";
import { expressionProblems } from "../../reading/expression-problems.ts";
import type { Finding, Rule } from "../../rule.ts";

export const expressionImpure: Rule = {
  id: "expression-impure",
  severity: "error",
  family: "expression",
  locked: true,
  description:
    "An expression uses `$random()`, `$shuffle()` or `$eval()`. The same row must give the same record, or every run would change every record, and a plan would not say what an apply does. `$now()` and `$millis()` are fine: they are the start of the run.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Sample: $random() < 0.1
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Sample: $substring(account_id, -1) = "0"
`,
  check: (context: RuleContext): Iterable<Finding> => expressionProblems(context, "expression-impure"),
};
