import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const textAsTruth: Rule = {
  id: "text-as-truth",
  severity: "warning",
  family: "expression",
  description:
    "The text of a column is taken for true or false. Every text but the empty one counts as true: `false`, `no` and `0` too. The rule looks at `$boolean(x)` and at columns that are named like a yes or no; `phone ? phone`, which asks whether there is any, is fine.",
  bad: example({ more: ["custom.VIP: $boolean(vip)"] }),
  good: example({ more: ['custom.VIP: vip = "yes"'] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "text-as-truth"),
};
