import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const variableUnused: Rule = {
  id: "variable-unused",
  severity: "warning",
  family: "expression",
  description: "An expression sets a variable and never reads it. Most often its last part was to use it.",
  bad: example({ fields: ["externalId: account_id", "name: ($clean := $trim(name); name)"] }),
  good: example({ fields: ["externalId: account_id", "name: ($clean := $trim(name); $clean)"] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "variable-unused"),
};
