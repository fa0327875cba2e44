import type { Json } from "../../model/json.ts";
import { nearest } from "../../model/nearest.ts";
import { isCustomField } from "../../model/record-body.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { listed } from "./reading/phrase.ts";

/** So many values are named in a message. */
const MOST_NAMED = 12;

export const valueNotInList: Rule = {
  id: "value-not-in-list",
  severity: "error",
  description:
    "A constant for a list of your tenant is none of the list's values. Values are compared exactly: `enterprise` is not `Enterprise`. The rule knows the values from `planhat.fields.json`, which `planhat-sync introspect` writes; run it again after a value was added in Planhat. A row whose value is not in the list is rejected under type-mismatch.",
  bad: `# planhat.fields.json
{ "version": 1, "objects": { "Company": { "Tier": { "type": "list", "options": ["Enterprise", "Growth"] } } } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Tier: { value: enterprise }
`,
  good: `# planhat.fields.json
{ "version": 1, "objects": { "Company": { "Tier": { "type": "list", "options": ["Enterprise", "Growth"] } } } }
# syncs/example.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  custom.Tier: { value: Enterprise }
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const { name, spec, mapping } of sync.fields) {
        if (mapping.kind !== "constant" || !isCustomField(name) || spec?.enum === undefined) continue;
        const wrong = textsOf(mapping.value).find((value) => !spec.enum?.includes(value));
        if (wrong === undefined) continue;
        const allowed = spec.enum.map(String);
        const meant = nearest(wrong, allowed);
        yield {
          in: sync,
          path: mapping.path,
          message: `${sync.objectName}.${name} takes ${named(allowed)}, and the constant ${JSON.stringify(wrong)} is none of them. Every row would be rejected.`,
          hint:
            meant === undefined
              ? "write one of the list's values, or run `planhat-sync introspect` if it was added since"
              : `did you mean ${meant}?`,
        };
      }
    }
  },
};

/** The values of a list or multipicklist; what is no text is a matter of types. */
function textsOf(value: Json): readonly string[] {
  const values: readonly Json[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === "string");
}

function named(allowed: readonly string[]): string {
  const more = allowed.length - MOST_NAMED;
  return more <= 0
    ? listed(allowed, "or")
    : `one of ${allowed.slice(0, MOST_NAMED).join(", ")} and ${more} more`;
}
