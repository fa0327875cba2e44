import type { RuleContext } from "../../../model/linter.ts";
import { withArticle } from "../../../model/with-article.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import { outcomesOf } from "../../reading/outcomes.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referencePrefixRefused: Rule = {
  id: "reference-prefix-refused",
  severity: "error",
  family: "reference",
  description:
    "A reference is given by another system's id behind a prefix, and this field takes Planhat's own `_id` only. Planhat documents `extid-` and `srcid-` for references to companies; an owner, for example, is the `_id` of a user of Planhat.",
  bad: example({ more: [`owner: '"extid-" & owner_id'`] }),
  good: example({ more: ["owner: owner_planhat_id"] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const mapped of mappedExpressions(context)) {
      const { spec, name } = mapped.field;
      if ((spec?.items ?? spec?.type) !== "objectId" || spec?.prefixes === true) continue;
      for (const { kind, value, offset, length } of outcomesOf(mapped)) {
        if (kind !== "prefix" || !/^(?:extid|srcid)-/.test(String(value))) continue;
        yield {
          in: mapped.sync,
          path: mapped.mapping.path,
          at: { span: { offset, length } },
          message: `${mapped.sync.objectName}.${name} takes no prefix: it is Planhat's own id${spec?.ref === undefined ? "" : ` of ${withArticle(spec.ref)}`}. Every row would be rejected.`,
          hint: "map a column that holds Planhat's ids, 24 hexadecimal digits each",
        };
      }
    }
  },
};
