import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const guardWithoutEffect: Rule = {
  id: "guard-without-effect",
  severity: "warning",
  family: "limit",
  description:
    "A guard is set to a value that no plan can break: a share of 100%, or at least 0 rows. It looks like protection and is none.",
  bad: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: ["guards: { maxRejected: 100% }"],
  }),
  good: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: ["guards: { maxRejected: 5% }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const [name, value] of Object.entries(sync.definition.guards ?? {})) {
        const isNone = name === "minRows" ? value === 0 : /^100(?:\.0+)?%$/.test(String(value));
        if (!isNone) continue;
        yield {
          in: sync,
          path: ["guards", name],
          message: `No plan can break this guard, so ${name} protects nothing.`,
          hint:
            name === "minRows"
              ? "write 1 or more, or remove it"
              : "write a smaller share, such as 5%, or remove it",
        };
      }
    }
  },
};
