import type { RuleContext } from "../../../model/linter.ts";
import { example, httpSource } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

const SOURCE = httpSource(["url: https://api.example.com/accounts"]);

export const nullAsText: Rule = {
  id: "null-as-text",
  severity: "warning",
  family: "expression",
  description:
    'A value that may be null is turned into text with `$string`, which makes the text "null" of it. A row without a value would write that word into Planhat, or create a record of that name. Columns of a CSV are never null unless `nulls:` says so; those of a database or an API may be. What a condition has asked about already, as in `id != null ? $string(id)`, is fine.',
  bad: example({ source: SOURCE, fields: ["externalId: $string(account_id)", "name: name"] }),
  good: example({
    source: SOURCE,
    fields: ["externalId: 'account_id != null ? $string(account_id)'", "name: name"],
  }),
  check: (context: RuleContext): Iterable<Finding> => expressionRemarks(context, "null-as-text"),
};
