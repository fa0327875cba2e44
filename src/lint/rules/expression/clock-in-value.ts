import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const clockInValue: Rule = {
  id: "clock-in-value",
  severity: "warning",
  family: "expression",
  description:
    "A value is made of `$now()` or `$millis()`, the start of the run. It differs in every run, so every apply writes every record again and a plan never says that nothing is left to do. A clock that only decides between values, as in `renewal < $now() ? ...`, is fine.",
  bad: example({ more: ["custom.Synced at: $now()"] }),
  good: example({ more: ["custom.Synced at: updated_at"] }),
  check: (context: RuleContext): Iterable<Finding> =>
    // Of a key that is the same for every row constant-key tells.
    expressionRemarks(context, "clock-in-value", ({ sync, field }) => field.name !== sync.key),
};
