import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import type { Finding, Rule, RuleContext } from "../../rule.ts";

export const emailKeyCase: Rule = {
  id: "email-key-case",
  severity: "warning",
  family: "key",
  description:
    "Records are identified by their e-mail address, and the address is taken as it is written. Ada@x.example and ada@x.example are one mailbox and two keys: Planhat does not say whether it tells them apart, and a contact may be created twice.",
  bad: example({
    object: "Enduser",
    key: "email",
    fields: ["email: email", `companyId: '"extid-" & account_id'`],
  }),
  good: example({
    object: "Enduser",
    key: "email",
    fields: ["email: $lowercase(email)", `companyId: '"extid-" & account_id'`],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      if (field.name !== "email" || sync.key !== "email" || sync.objectType?.stream !== undefined) continue;
      if (!/^\s*[A-Za-z_][\w.]*\s*$|^\$trim\([^()]*\)$/.test(mapping.text)) continue;
      yield {
        in: sync,
        path: mapping.path,
        message:
          "The e-mail address is the key, and its capitals are kept. One address in two spellings would be two keys.",
        hint: `write $lowercase(${mapping.text.trim()})`,
        rewrites: [{ text: `$lowercase(${mapping.text.trim()})` }],
      };
    }
  },
};
