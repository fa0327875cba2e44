import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const argumentInvalid: Rule = {
  id: "argument-invalid",
  severity: "error",
  family: "expression",
  description:
    'A function gets an argument that it cannot use, such as `"+05:00"` or `"Europe/Oslo"` as the offset of `$fromMillis`, or a picture with an unknown component, so the expression fails for every row that has a value. An offset has a sign and four digits: `"+0500"`. Names of time zones are not known, because their offset changes with the season.',
  bad: example({
    more: ['custom.Signed: \'$fromMillis($toMillis(signed), "[Y0001]-[M01]-[D01] [H01]:[m01]", "+05:00")\''],
  }),
  good: example({
    more: ['custom.Signed: \'$fromMillis($toMillis(signed), "[Y0001]-[M01]-[D01] [H01]:[m01]", "+0500")\''],
  }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "argument-invalid"),
};
