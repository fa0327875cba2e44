import type { RuleContext } from "../../../model/linter.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const listMayCollapse: Rule = {
  id: "list-may-collapse",
  severity: "warning",
  family: "expression",
  description:
    "JSONata gives a list of one value as the value alone, and an empty list as no value. A custom field, whose type nobody has told us, would hold a list in one record and a text in the next. Brackets always give a list.",
  bad: example({
    source: ['http: { url: "https://api.example.com/accounts" }'],
    more: ["custom.Products: products[active]"],
  }),
  good: example({
    source: ['http: { url: "https://api.example.com/accounts" }'],
    more: ["custom.Products: '[products[active]]'"],
  }),
  check: (context: RuleContext): Iterable<Finding> =>
    expressionRemarks(context, "list-may-collapse", ({ field }) => isCustomField(field.name)),
};
