import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const operandType: Rule = {
  id: "operand-type",
  severity: "error",
  family: "expression",
  description:
    "An operator or a function gets a type that it does not take, so the expression fails for every row that has a value. A column of a CSV is text, and so is a `numeric` of PostgreSQL: numbers are made of it with `$number(mrr)`. Texts are joined with `&`, not with `+`.",
  bad: example({ more: ["custom.ARR: mrr * 12"] }),
  good: example({ more: ["custom.ARR: $number(mrr) * 12"] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "operand-type"),
};
