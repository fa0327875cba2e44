import type { RuleContext } from "../../../model/linter.ts";
import { nearest } from "../../../model/nearest.ts";
import { cursorOf } from "../../../model/source-kind.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const cursorColumnMissing: Rule = {
  id: "cursor-column-missing",
  severity: "error",
  family: "source",
  description:
    "The column of the cursor is not among the columns of the source, so there is nothing to tell what changed, and the run ends before it has read a row.",
  bad: exampleQuery("SELECT account_id, name FROM accounts", {
    more: ["cursor: { column: updated_at, lag: 5m }"],
  }),
  good: exampleQuery("SELECT account_id, name, updated_at FROM accounts", {
    more: ["cursor: { column: updated_at, lag: 5m }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const { source } = sync;
      // Where rows may lack a column, only reading tells.
      if (source?.kind.hasFixedColumns !== true) continue;
      const column = cursorOf(source.settings)?.column;
      if (column === undefined || column.includes("${") || sync.columns === undefined) continue;
      const known = sync.columns.map(({ name }) => name);
      if (known.includes(column)) continue;
      const meant = nearest(column, known);
      yield {
        in: sync,
        path: [...source.path, "cursor", "column"],
        message: `The query gives no column ${column}, so there is nothing to tell what changed.`,
        hint: meant === undefined ? `add ${column} to the SELECT list` : `did you mean ${meant}?`,
      };
    }
  },
};
