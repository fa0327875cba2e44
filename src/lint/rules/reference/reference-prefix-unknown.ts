import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import { outcomesOf } from "../../reading/outcomes.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referencePrefixUnknown: Rule = {
  id: "reference-prefix-unknown",
  severity: "error",
  family: "reference",
  description:
    "A reference begins with a prefix that Planhat does not know. It knows two, spelt exactly so: `extid-` before a company's externalId and `srcid-` before its sourceId. Every row would be rejected.",
  bad: example({
    object: "Enduser",
    key: "externalId",
    fields: ["externalId: user_id", "email: email", `companyId: '"externalId-" & account_id'`],
  }),
  good: example({
    object: "Enduser",
    key: "externalId",
    fields: ["externalId: user_id", "email: email", `companyId: '"extid-" & account_id'`],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const mapped of mappedExpressions(context)) {
      if (mapped.field.spec?.prefixes !== true) continue;
      for (const { kind, value, offset, length } of outcomesOf(mapped)) {
        const prefix = String(value);
        if (kind !== "prefix" || prefix === "" || /^(?:extid|srcid)-/.test(prefix)) continue;
        // The beginning of an id of Planhat, put together.
        if (/^[0-9a-f]{1,24}$/.test(prefix)) continue;
        yield {
          in: mapped.sync,
          path: mapped.mapping.path,
          at: { span: { offset, length } },
          message:
            "Planhat knows no such prefix of a reference: it knows extid- and srcid-. Every row would be rejected.",
          hint: /s(?:ou)?rc/i.test(prefix)
            ? 'write "srcid-" & x'
            : 'write "extid-" & x, or "srcid-" & x for a sourceId',
        };
      }
    }
  },
};
