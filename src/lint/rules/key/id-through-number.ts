import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { expressionRemarks } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const idThroughNumber: Rule = {
  id: "id-through-number",
  severity: "warning",
  family: "key",
  description:
    "An id is turned into a number on its way. Leading zeros and the digits of long ids get lost, so that two ids become one: 007 and 7, or 9007199254740993 and 9007199254740992. Ids are text in Planhat.",
  bad: example({ fields: ["externalId: $string($number(account_id))", "name: name"] }),
  good: example(),
  check: (context: RuleContext): Iterable<Finding> =>
    expressionRemarks(
      context,
      "id-through-number",
      ({ sync, field }) => field.name === sync.key || isId(field.name) || field.spec?.type === "objectId",
    ),
};

function isId(name: string): boolean {
  return name === "externalId" || name === "sourceId";
}
