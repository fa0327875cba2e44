import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const emailKeyCase: Rule = {
  id: "email-key-case",
  severity: "warning",
  family: "key",
  description:
    "Records are identified by their e-mail address, and the address is taken as it is written. Ada@x.example and ada@x.example are one mailbox and two keys: Planhat does not say whether it tells them apart, and a contact may be created twice. An address with a blank at an end is rejected. `$lowercase($trim(email))` makes one spelling of all of them.",
  bad: example({
    object: "Enduser",
    key: "email",
    fields: ["email: email", `companyId: '"extid-" & account_id'`],
  }),
  good: example({
    object: "Enduser",
    key: "email",
    fields: ["email: $lowercase($trim(email))", `companyId: '"extid-" & account_id'`],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      if (field.name !== "email" || sync.key !== "email" || sync.objectType?.stream !== undefined) continue;
      const [, outer, inner = mapping.text.trim()] = WRAPPED.exec(mapping.text) ?? [];
      if (outer === undefined && !COLUMN.test(inner)) continue;
      yield {
        in: sync,
        path: mapping.path,
        message:
          outer === "lowercase"
            ? "The e-mail address is the key, and blanks around it are kept. A row with one is rejected."
            : "The e-mail address is the key, and its capitals are kept. One address in two spellings would be two keys.",
        hint: `write $lowercase($trim(${inner}))`,
        rewrites: [{ text: `$lowercase($trim(${inner}))` }],
      };
    }
  },
};

/** One function alone around something simple. */
const WRAPPED = /^\s*\$(trim|lowercase)\(\s*([^()]*?)\s*\)\s*$/;
const COLUMN = /^[A-Za-z_][\w.]*$/;
