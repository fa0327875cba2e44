import type { RuleContext } from "../../../model/linter.ts";
import { CUSTOM_PREFIX, tenantFieldsOf } from "../../../model/tenant-fields.ts";
import { creates, isSupplied } from "../../reading/mapped-fields.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const mandatoryField: Rule = {
  id: "mandatory-field",
  severity: "warning",
  description:
    "A custom field that your tenant has made mandatory is not mapped, and the sync creates records. Planhat's app creates no record without it; whether the API does is not documented, so this is a warning. The rule knows the fields from `planhat.fields.json`, which `planhat-sync introspect` writes.",
  bad: `# planhat.fields.json
{ "version": 1, "objects": { "Company": { "Segment": { "type": "text", "mandatory": true } } } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  good: `# planhat.fields.json
{ "version": 1, "objects": { "Company": { "Segment": { "type": "text", "mandatory": true } } } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Segment: segment
`,
  *check({ syncs, tenantFields }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(creates)) {
      const fields = [...(tenantFieldsOf(tenantFields, sync.objectName) ?? [])];
      const missing = fields
        .filter(([, { mandatory, formula }]) => mandatory === true && formula === undefined)
        .map(([name]) => CUSTOM_PREFIX + name)
        .filter((name) => !isSupplied(sync, [name]));
      if (missing.length === 0) continue;
      const [are, them] = missing.length === 1 ? ["is", "it"] : ["are", "them"];
      yield {
        in: sync,
        path: ["fields"],
        at: { part: "key" },
        message: `${listed(missing)} ${are} mandatory in your Planhat and not mapped. Mode ${sync.mode} creates records, and Planhat may refuse those without ${them}.`,
        hint: `map ${listed(missing)} under fields, or use mode: update to change only what exists`,
      };
    }
  },
};
