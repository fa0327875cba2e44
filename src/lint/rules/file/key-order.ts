import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { orderedKeys } from "../../reading/ordered-keys.ts";
import type { Finding, Rule } from "../../rule.ts";

export const keyOrder: Rule = {
  id: "key-order",
  severity: "warning",
  family: "file",
  description:
    "The keys of a definition do not stand in their usual order: version, name, description, source, target, mode, key, fields, batch, guards, tests. Definitions that look alike are read and compared faster. `validate --fix` puts them in order, each with the comment above it.",
  bad: example().replace(
    "target: { object: Company }\nmode: upsert\n",
    "mode: upsert\ntarget: { object: Company }\n",
  ),
  good: example(),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const keys = KEY_ORDER.flatMap((name) => {
        const extent = sync.extent([name], { part: "key" });
        return extent === undefined ? [] : [{ name, start: extent.start }];
      });
      const misplaced = keys.find(({ start }, index) =>
        keys.slice(index + 1).some((later) => later.start < start),
      );
      if (misplaced === undefined) continue;
      const before = keys.findLast(({ name }) => KEY_ORDER.indexOf(name) < KEY_ORDER.indexOf(misplaced.name));
      const fix = orderedKeys(
        sync,
        keys.map(({ start }) => start),
      );
      yield {
        in: sync,
        path: [misplaced.name],
        at: { part: "key" },
        message: `${misplaced.name} does not stand in its usual place${before === undefined ? ", at the beginning" : `, behind ${before.name}`}.`,
        hint: `the order is ${KEY_ORDER.join(", ")}`,
        ...(fix !== undefined && { fix: { title: "put the keys in order", edits: [fix] } }),
      };
    }
  },
};

const KEY_ORDER: readonly string[] = [
  "version",
  "name",
  "description",
  "source",
  "target",
  "mode",
  "key",
  "fields",
  "batch",
  "guards",
  "tests",
];
