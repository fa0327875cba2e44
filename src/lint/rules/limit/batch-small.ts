import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const batchSmall: Rule = {
  id: "batch-small",
  severity: "warning",
  family: "limit",
  description:
    "Few records go to Planhat in one request. Planhat allows 200 calls a minute however many records each holds: at 10 records a call, 100,000 records take 50 minutes, at 1,000 half a minute. A record that is refused is found in a large batch too, by halving.",
  bad: example({ fields: ["externalId: account_id", "name: $trim(name)"], rest: ["batch: { size: 10 }"] }),
  good: example({ fields: ["externalId: account_id", "name: $trim(name)"], rest: ["batch: { size: 1000 }"] }),
  *check({ syncs, settings }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const size = sync.definition.batch?.size;
      if (typeof size !== "number" || size >= SMALL) continue;
      const perMinute = size * settings.limits.callsPerMinute;
      yield {
        in: sync,
        path: ["batch", "size"],
        message: `With ${size} ${size === 1 ? "record" : "records"} in a request, no more than ${perMinute} a minute can be written. Planhat counts calls, not records.`,
        hint: "write auto, or some hundreds",
      };
    }
  },
};

const SMALL = 50;
