import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const conditionConstant: Rule = {
  id: "condition-constant",
  severity: "error",
  family: "expression",
  description: `A constant is used as a condition. It is always true or always false, so it decides nothing. Most often a comparison was cut short: in \`tier = "ent" or "mid"\` the text \`"mid"\` alone is true for every row.`,
  bad: example({ more: [`custom.Large: 'tier = "ent" or "mid"'`] }),
  good: example({ more: [`custom.Large: 'tier = "ent" or tier = "mid"'`] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "condition-constant"),
};
