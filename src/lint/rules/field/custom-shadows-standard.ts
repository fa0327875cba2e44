import type { RuleContext } from "../../../model/linter.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { example } from "../../examples/definition-example.ts";
import { isKnown, isMapped } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const customShadowsStandard: Rule = {
  id: "custom-shadows-standard",
  severity: "warning",
  family: "field",
  description:
    "A custom field bears the name of a standard field of the object, as `custom.phase` beside `phase`. What Planhat shows, filters and computes with is the standard field, which stays as it was.",
  bad: example({ more: ["custom.phase: stage"] }),
  good: example({ more: ["phase: stage"] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      const { objectType, fields } = sync;
      for (const { name } of fields) {
        const standard = name.slice("custom.".length);
        if (!isCustomField(name) || !Object.hasOwn(objectType.fields, standard)) continue;
        const spec = objectType.fields[standard];
        if (spec?.computed || spec?.unlisted || isMapped(sync, standard)) continue;
        yield {
          in: sync,
          path: ["fields", name],
          at: { part: "key" },
          message: `${objectType.name} has a standard field ${standard}, and this is a custom field of the same name. Both would exist side by side.`,
          hint: `write ${standard} for the standard field; if the custom one is meant, give it a name of its own in Planhat`,
        };
      }
    }
  },
};
