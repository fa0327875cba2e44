import type { RuleContext } from "../../../model/linter.ts";
import { cursorOf } from "../../../model/source-kind.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const minRowsWithCursor: Rule = {
  id: "min-rows-with-cursor",
  severity: "warning",
  family: "limit",
  description:
    "A source that reads only what changed may rightly have nothing to read, and `minRows` would then refuse the run and end it with an error. The guard suits a source that is read whole.",
  bad: exampleQuery("SELECT account_id, name, updated_at FROM accounts", {
    more: ["cursor: { column: updated_at, lag: 5m }"],
    rest: ["guards: { minRows: 1 }"],
  }),
  good: exampleQuery("SELECT account_id, name, updated_at FROM accounts", {
    more: ["cursor: { column: updated_at, lag: 5m }"],
    rest: ["guards: { maxRejected: 5% }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const { guards } = sync.definition;
      const cursor = sync.source && cursorOf(sync.source.settings);
      if (cursor === undefined || (guards?.minRows ?? 0) === 0) continue;
      yield {
        in: sync,
        path: ["guards", "minRows"],
        message:
          "With a cursor the source gives only what changed, which may be nothing. The guard would refuse every quiet run.",
        hint: "remove minRows, or read the source whole",
      };
    }
  },
};
