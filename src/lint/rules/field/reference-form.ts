import type { RuleContext } from "../../../model/linter.ts";
import type { ObjectType } from "../../../model/object-type.ts";
import type { PlacedField } from "../../../model/placed.ts";
import { withArticle } from "../../../model/with-article.ts";
import { isKnown } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referenceForm: Rule = {
  id: "reference-form",
  severity: "error",
  description:
    "`by:` says that an expression gives the id that another system has for the record referred to, and that only Planhat can turn into its own: it does so for companies, behind the prefixes `extid-` and `srcid-`. Other references take Planhat's `_id` alone, and fields that refer to nothing take no `by:` at all.",
  bad: `version: 1
source:
  csv: { path: assets.csv }
target: { object: Asset }
mode: upsert
fields:
  externalId: asset_id
  name: name
  companyId: { expr: account_id, by: externalId }
  ownerId: { expr: owner_id, by: externalId }
`,
  good: `version: 1
source:
  csv: { path: assets.csv }
target: { object: Asset }
mode: upsert
fields:
  externalId: asset_id
  name: name
  companyId: { expr: account_id, by: externalId }
  ownerId: owner_planhat_id
`,
  *check({ syncs, objectTypes }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      for (const field of sync.fields) {
        const message = problemOf(field, sync.objectType, objectTypes);
        if (message === undefined) continue;
        yield {
          in: sync,
          path: ["fields", field.name, "by"],
          message,
          hint:
            field.spec?.ref === undefined
              ? "remove by:, or map it under the field that refers to the company"
              : "remove by:, and let the expression give the _id that Planhat shows, 24 hex digits",
        };
      }
    }
  },
};

function problemOf(
  { name, spec, by }: PlacedField,
  { name: object }: ObjectType,
  objectTypes: readonly ObjectType[],
): string | undefined {
  if (by === undefined) return undefined;
  if (spec?.ref === undefined) return `${object}.${name} refers to no other record, so it takes no by:.`;
  const referred = objectTypes.find((candidate) => candidate.name === spec.ref);
  const found = referred?.pathIds.some(({ field }) => field === by) ?? false;
  if (spec.prefixes === true && found) return undefined;
  return `${object}.${name} refers to ${withArticle(spec.ref)}, and Planhat finds that one by its _id alone.`;
}
