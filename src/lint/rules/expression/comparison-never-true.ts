import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const comparisonNeverTrue: Rule = {
  id: "comparison-never-true",
  severity: "error",
  family: "expression",
  description: `Two sides of a comparison never have the same type, so it says the same for every row. A column of a CSV is text: \`active = true\` and \`tier = 1\` are never true, \`active = "true"\` and \`tier = "1"\` may be. Of a comparison with null it only warns.`,
  bad: example({ more: ["custom.Enterprise: tier = 1"] }),
  good: example({ more: ['custom.Enterprise: tier = "1"'] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "comparison-never-true"),
};
