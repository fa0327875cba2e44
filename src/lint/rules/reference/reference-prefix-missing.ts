import type { JsonObject } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedSync } from "../../../model/placed.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referencePrefixMissing: Rule = {
  id: "reference-prefix-missing",
  severity: "warning",
  family: "reference",
  description:
    "A reference to a company is mapped to a column as it stands. Planhat takes that for its own `_id`, 24 hexadecimal digits: the id of another system needs a prefix, `extid-` before an externalId and `srcid-` before a sourceId. The rule keeps silent where the column is named after Planhat, or a test of the definition shows what it holds.",
  bad: example({
    object: "Enduser",
    key: "externalId",
    fields: ["externalId: user_id", "email: email", "companyId: account_id"],
  }),
  good: example({
    object: "Enduser",
    key: "externalId",
    fields: ["externalId: user_id", "email: email", "companyId: { expr: account_id, by: externalId }"],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      if (field.spec?.prefixes !== true || field.by !== undefined || !/^[A-Za-z_]\w*$/.test(mapping.text))
        continue;
      if (/planhat|^ph_|^_id$/i.test(mapping.text) || isShown(sync, mapping.text)) continue;
      yield {
        in: sync,
        path: mapping.path,
        // A column with Planhat's own name for it is what other tools map by default.
        ...(mapping.text === field.name ? { lenient: true as const } : {}),
        message: `${field.name} takes Planhat's own id as it is, and another system's id behind a prefix. Without one every row is rejected, unless this column holds Planhat's ids.`,
        hint: `for an id of your own system write { expr: ${mapping.text}, by: externalId }, which leaves blank ids out`,
      };
    }
  },
};

/** Whether a test's row has an id of Planhat, or one with its prefix, in this column: that is what it holds. */
function isShown({ definition }: PlacedSync, column: string): boolean {
  const values = definition.tests?.map(({ row }) => String((row as JsonObject)[column] ?? "")) ?? [];
  return values.some((value) => /^(?:[0-9a-f]{24}$|extid-|srcid-)/i.test(value));
}
