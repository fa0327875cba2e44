import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedField, PlacedSync } from "../../../model/placed.ts";
import { example } from "../../examples/definition-example.ts";
import { creates, isKnown } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const requiredCleared: Rule = {
  id: "required-cleared",
  severity: "error",
  family: "field",
  description:
    "A sync that updates records clears a field that the object needs: a constant null, or an expression that gives nothing but null. Planhat creates no record without the field, and refuses to take it away.",
  bad: example({ mode: "update", fields: ["externalId: account_id", "name: { value: null }", "city: city"] }),
  good: example({ mode: "update", more: ["city: city"] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      // Where records are created, required-field and reference-missing ask for a value.
      if (creates(sync)) continue;
      for (const [name, ...others] of sync.objectType.required) {
        if (name === undefined || others.length > 0) continue;
        const field = sync.fields.find((one) => one.name === name);
        if (field === undefined || !isNull(sync, field.mapping)) continue;
        yield {
          in: sync,
          path: field.mapping.path,
          message: `${name} would be cleared, and a ${sync.objectType.name} cannot be without it. Planhat refuses every record.`,
          hint: `map ${name} to a column, or remove the line to leave the field alone`,
        };
      }
    }
  },
};

function isNull(sync: PlacedSync, mapping: PlacedField["mapping"]): boolean {
  if (mapping.kind === "constant") return mapping.value === null;
  if (!mapping.result.ok) return false;
  const { result } = sync.analyse(mapping.result.expression);
  return result.length === 1 && result[0] === "null";
}
