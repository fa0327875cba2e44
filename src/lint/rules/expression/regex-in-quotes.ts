import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const regexInQuotes: Rule = {
  id: "regex-in-quotes",
  severity: "warning",
  family: "expression",
  description:
    "A regular expression stands in quotes, which makes it plain text: its slashes and signs are looked for as they stand, and are hardly ever found. JSONata writes regular expressions between slashes, without quotes.",
  bad: example({ more: [`phonePrimary: '$replace(phone, "/[^0-9]/", "")'`] }),
  good: example({ more: [`phonePrimary: '$replace(phone, /[^0-9]/, "")'`] }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "regex-in-quotes"),
};
