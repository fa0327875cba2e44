import type { RuleContext } from "../../../model/linter.ts";
import { expressionProblems } from "../../reading/expression-problems.ts";
import type { Finding, Rule } from "../../rule.ts";

export const expressionSyntax: Rule = {
  id: "expression-syntax",
  severity: "error",
  family: "expression",
  locked: true,
  description:
    "A field's value is not an expression that JSONata understands: a bracket or a quote is not closed, an operator has nothing to work on, or a function is called that does not exist. Text stands in quotes inside the expression (`'\"Growth\"'` in YAML), or is written as a constant: `{ value: Growth }`.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
`,
  check: (context: RuleContext): Iterable<Finding> => expressionProblems(context, "expression-syntax"),
};
