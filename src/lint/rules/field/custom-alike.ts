import type { RuleContext } from "../../../model/linter.ts";
import { fold } from "../../../model/nearest.ts";
import type { PlacedSync } from "../../../model/placed.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const customAlike: Rule = {
  id: "custom-alike",
  severity: "warning",
  family: "field",
  description:
    "Two custom fields differ only in capitals, blanks or underscores. Planhat takes them for two fields, and one of them is probably a spelling of the other: its values would stand where nobody looks.",
  bad: example({ more: ["custom.Tier: tier", "custom.tier: tier_since"] }),
  good: example({ more: ["custom.Tier: tier", "custom.Tier since: tier_since"] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    const first = new Map<string, Seen>();
    for (const sync of syncs) {
      for (const { name } of sync.fields) {
        if (!isCustomField(name)) continue;
        const folded = `${sync.objectName} ${fold(name)}`;
        const other = first.get(folded) ?? { sync, name };
        first.set(folded, other);
        if (other.name === name) continue;
        const { line } = other.sync.place(["fields", other.name], { part: "key" });
        yield {
          in: sync,
          path: ["fields", name],
          at: { part: "key" },
          message: `${other.sync.file}:${line} writes ${other.name}, which differs in capitals, blanks or underscores alone. Planhat keeps two fields.`,
          hint: `write ${other.name} in both, with the name that Planhat shows`,
        };
      }
    }
  },
};

interface Seen {
  readonly sync: PlacedSync;
  readonly name: string;
}
