import type { Finding, Rule, RuleContext } from "../rule.ts";
import { creates, isKnown, isSupplied, requiredValues } from "./reading/mapped-fields.ts";
import { listed } from "./reading/phrase.ts";

export const requiredField: Rule = {
  id: "required-field",
  severity: "error",
  family: "field",
  description:
    "Planhat creates no record without the object's required fields (a Company needs `name`, an Enduser `email`), and a sync in mode insert or upsert creates records. Map the field, or use mode update, which only changes what exists. The same rule rejects a row that has no value for a required field, or for one marked `required: true`.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  city: city
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  city: city
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown).filter(creates)) {
      for (const group of requiredValues(sync.objectType)) {
        if (isSupplied(sync, group)) continue;
        const names = listed(group, "or");
        const empty = sync.fields.find((field) => group.includes(field.name));
        yield {
          in: sync,
          ...(empty === undefined ? { path: ["fields"], at: { part: "key" } } : { path: empty.mapping.path }),
          message: `${names} is ${empty === undefined ? "not mapped" : "never given a value"}. Planhat creates no ${sync.objectType.name} without it, and mode ${sync.mode} creates records.`,
          hint: `map ${names} under fields, or use mode: update to change only what exists`,
        };
      }
    }
  },
};
