import type { RuleContext } from "../../../model/linter.ts";
import { creates, isKnown, isSupplied, requiredReferences } from "../../reading/mapped-fields.ts";
import { isMisspelt } from "../../reading/meant-field.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referenceMissing: Rule = {
  id: "reference-missing",
  severity: "error",
  family: "reference",
  description:
    "The object belongs to a company, and no field says to which. Planhat creates no Enduser without `companyId`: the `_id` of an existing company, or `extid-` followed by the company's externalId, or `srcid-` followed by its sourceId. The same rule rejects a row whose reference has no value.",
  bad: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: upsert
key: email
fields:
  email: $lowercase($trim(email))
  firstName: first_name
`,
  good: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: upsert
key: email
fields:
  email: $lowercase($trim(email))
  firstName: first_name
  companyId: '"extid-" & account_id'
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown).filter(creates)) {
      const { name, fields } = sync.objectType;
      for (const group of requiredReferences(sync.objectType)) {
        if (isSupplied(sync, group) || isMisspelt(sync, group)) continue;
        const field = listed(group, "or");
        const empty = sync.fields.find((field) => group.includes(field.name));
        const prefixed = group.find((member) => fields[member]?.prefixes);
        yield {
          in: sync,
          ...(empty === undefined ? { path: ["fields"], at: { part: "key" } } : { path: empty.mapping.path }),
          message: `${field} is ${empty === undefined ? "not mapped" : "never given a value"}. Planhat creates no ${name} without the company it belongs to.`,
          hint:
            prefixed === undefined
              ? `map ${field} to the _id of a company`
              : `map the company's id in your system: ${prefixed}: { expr: account_id, by: externalId } (account_id stands for your column)`,
        };
      }
    }
  },
};
