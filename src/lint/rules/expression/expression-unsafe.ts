import type { RuleContext } from "../../../model/linter.ts";
import { expressionProblems } from "../../reading/expression-problems.ts";
import type { Finding, Rule } from "../../rule.ts";

export const expressionUnsafe: Rule = {
  id: "expression-unsafe",
  severity: "error",
  family: "expression",
  locked: true,
  description:
    "A regular expression in a mapping may need exponential time: a repetition stands inside another repetition, or its alternatives begin alike. One long value in one row would stop the whole run. Write it so that each character can be matched in one way only: `[a-z]+` instead of `([a-z]+)+`.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $replace(name, /(a+)+$/, "")
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $replace(name, /a+$/, "")
`,
  check: (context: RuleContext): Iterable<Finding> => expressionProblems(context, "expression-unsafe"),
};
