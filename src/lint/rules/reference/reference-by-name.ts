import { flowYaml } from "../../../model/flow-yaml.ts";
import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedField } from "../../../model/placed.ts";
import { type LookupField, referenceForm } from "../../../model/reference-lookup.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referenceByName: Rule = {
  id: "reference-by-name",
  severity: "warning",
  family: "reference",
  description:
    "A field that takes an id of Planhat is mapped to a column that is called a name or an e-mail address. What is no id is rejected, row by row. With `by: email` or `by: name`, planhat-sync looks the record up in Planhat.",
  bad: example({ more: ["owner: csm_email"] }),
  good: example({ more: ["owner: { expr: csm_email, by: email }"] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      const { spec } = field;
      if (field.by !== undefined) continue;
      if (spec?.ref === undefined || (spec.type !== "objectId" && spec.items !== "objectId")) continue;
      const { columns } = mapping.result.expression;
      const [column, ...others] = columns ?? [];
      if (column === undefined || others.length > 0 || !NAMES.test(column) || /id$/i.test(column)) continue;
      yield {
        in: sync,
        path: mapping.path,
        message: `${sync.objectName}.${field.name} takes the id of a ${spec.ref}, and this column is called a name or an address. What is no id is rejected.`,
        hint: hintFor(column, mapping.text, field, context.objectTypes),
      };
    }
  },
};

/** What the column is called says what it holds, where the object that is referred to has such a field. */
function hintFor(
  column: string,
  text: string,
  { spec }: PlacedField,
  objectTypes: RuleContext["objectTypes"],
): string {
  const by: LookupField = /mail$/i.test(column) ? "email" : "name";
  if (referenceForm(spec, by, objectTypes).kind === "lookup")
    return `look it up: ${flowYaml({ expr: text, by })}`;
  return `map a column that holds the ids that Planhat shows, 24 hexadecimal digits each${spec?.prefixes ? ', or "extid-" & x' : ""}`;
}

const NAMES = /(?:^|_)(?:e_?mail|name|login|user|username)$|(?:Email|Name|Login)$/;
