import { flowYaml } from "../../../model/flow-yaml.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { cursorOf } from "../../../model/source-kind.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { cursorKind } from "../../reading/cursor-kind.ts";
import type { Finding, Rule } from "../../rule.ts";

export const cursorWithoutLag: Rule = {
  id: "cursor-without-lag",
  severity: "warning",
  family: "source",
  description:
    "A cursor has no lag. A transaction that took its time stamp before the last read and was committed after it brings rows that lie behind the watermark: they would never be read. A lag of some minutes reads the last ones again, which costs nothing where they have not changed.",
  bad: exampleQuery("SELECT account_id, name, updated_at FROM accounts", {
    more: ["cursor: { column: updated_at }"],
  }),
  good: exampleQuery("SELECT account_id, name, updated_at FROM accounts", {
    more: ["cursor: { column: updated_at, lag: 5m }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const { source } = sync;
      const cursor = source && cursorOf(source.settings);
      if (
        source === undefined ||
        cursor === undefined ||
        !/^(?:0(?:ms|s|m|h|d)?)?$/.test(String(cursor.lag ?? ""))
      )
        continue;
      // A serial number has no late ones of another clock, as far as its name tells.
      if (/(?:^|_)id$|Id$|seq|version/.test(cursor.column)) continue;
      const kind = cursorKind(sync);
      // From text no lag can be taken.
      if (kind === "text") continue;
      const lag = kind === "number" ? 1000 : "5m";
      yield {
        in: sync,
        path: [...source.path, "cursor"],
        at: { part: "key" },
        message: "The cursor has no lag, so changes that become visible late are never read.",
        hint: `read the last ${kind === "number" ? "values" : "minutes"} again: cursor: ${flowYaml({ ...cursor, lag })}`,
      };
    }
  },
};
