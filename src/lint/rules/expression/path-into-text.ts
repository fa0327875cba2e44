import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const pathIntoText: Rule = {
  id: "path-into-text",
  severity: "error",
  family: "expression",
  description:
    "A path leads into a value that has no parts, so it never finds anything. In JSONata a dot separates the steps of a path: a column whose name contains a dot stands in backquotes.",
  bad: example({ more: ["city: address.city"] }),
  good: example({ more: ["city: '`address.city`'"] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "path-into-text"),
};
