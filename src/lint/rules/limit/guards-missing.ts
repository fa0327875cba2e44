import type { RuleContext } from "../../../model/linter.ts";
import { example, exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const guardsMissing: Rule = {
  id: "guards-missing",
  severity: "warning",
  family: "limit",
  optional: true,
  description:
    "A definition has no guards. An export that went wrong, with no rows or with all fields empty, would be written as it is; `minRows`, `maxRejected` and `maxChanges` refuse such a plan. Off by default; `lint: { rules: { guards-missing: warning } }` turns it on.",
  bad: exampleProject(["lint: { rules: { guards-missing: warning } }"]),
  good: exampleProject(
    ["lint: { rules: { guards-missing: warning } }"],
    example({ rest: ["guards: { maxChanges: 50% }"] }),
  ),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      if (Object.keys(sync.definition.guards ?? {}).length > 0 || sync.extent(["guards"]) !== undefined)
        continue;
      yield {
        in: sync,
        path: ["mode"],
        message: "The definition has no guards. An export that went wrong would be written as it is.",
        hint: "add guards: { maxRejected: 5%, maxChanges: 50% }, and minRows where the source is read whole",
      };
    }
  },
};
