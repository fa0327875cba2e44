import type { RuleContext } from "../../../model/linter.ts";
import { externalIdField } from "../../../model/object-type.ts";
import {
  creates,
  isKnown,
  isSupplied,
  refersToCompany,
  requiredReferences,
} from "../../reading/mapped-fields.ts";
import { isMisspelt } from "../../reading/meant-field.ts";
import type { Finding, Rule } from "../../rule.ts";

export const externalIdWithoutCompany: Rule = {
  id: "external-id-without-company",
  severity: "warning",
  family: "reference",
  description:
    "Records are found by `externalId`, which for this object is unique within one company only: two companies may each have an enduser `u1`. Without the company beside it Planhat has to guess which one is meant, and may change the wrong record. Map the company too, or use a `sourceId`, which is unique for the whole object.",
  bad: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: update
key: externalId
fields:
  externalId: user_id
  firstName: first_name
`,
  good: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: update
key: externalId
fields:
  externalId: user_id
  firstName: first_name
  companyId: '"extid-" & account_id'
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      const { objectType, key } = sync;
      if (!objectType.externalIdWithinCompany || key === undefined) continue;
      if (key !== externalIdField(objectType)) continue;
      // reference-missing already asks a sync that creates records for the company.
      if (creates(sync) && requiredReferences(objectType).length > 0) continue;
      const references = Object.keys(objectType.fields).filter((name) => refersToCompany(objectType, name));
      const [reference] = references;
      if (reference === undefined || isSupplied(sync, references) || isMisspelt(sync, references)) continue;
      yield {
        in: sync,
        ...(sync.writtenKey === undefined
          ? { path: ["fields", key], at: { part: "key" } }
          : { path: ["key"], at: { part: "value" } }),
        message: `${key} identifies ${objectType.plural} only within one company. Without ${reference}, Planhat may change the record of another company that has the same ${key}.`,
        hint: objectType.fields[reference]?.prefixes
          ? `map the company too: ${reference}: { expr: account_id, by: externalId } (account_id stands for your column)`
          : `map the company too: ${reference}`,
      };
    }
  },
};
