import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referenceByName: Rule = {
  id: "reference-by-name",
  severity: "warning",
  family: "reference",
  description:
    "A field that takes an id of Planhat is mapped to a column that is called a name or an e-mail address. Planhat does not look people and companies up by these: what is no id is rejected, row by row.",
  bad: example({ more: ["owner: csm_email"] }),
  good: example({ more: ["owner: csm_planhat_id"] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      const { spec } = field;
      if (spec?.ref === undefined || (spec.type !== "objectId" && spec.items !== "objectId")) continue;
      const { columns } = mapping.result.expression;
      const [column, ...others] = columns ?? [];
      if (column === undefined || others.length > 0 || !NAMES.test(column) || /id$/i.test(column)) continue;
      yield {
        in: sync,
        path: mapping.path,
        message: `${sync.objectName}.${field.name} takes the id of a ${spec.ref}, and this column is called a name or an address. What is no id is rejected.`,
        hint: `map a column that holds the ids that Planhat shows, 24 hexadecimal digits each${spec.prefixes ? ', or "extid-" & x' : ""}`,
      };
    }
  },
};

const NAMES = /(?:^|_)(?:e_?mail|name|login|user|username)$|(?:Email|Name|Login)$/;
