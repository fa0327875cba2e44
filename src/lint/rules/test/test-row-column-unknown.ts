import type { RuleContext } from "../../../model/linter.ts";
import { nearest } from "../../../model/nearest.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const testRowColumnUnknown: Rule = {
  id: "test-row-column-unknown",
  severity: "warning",
  family: "test",
  description:
    "The row of a test has a column that the source does not have. No row like it will ever come, so the test shows nothing: most often the column was renamed in the source and not here.",
  bad: example({
    source: ["csv: { path: accounts.csv, header: [account_id, name] }"],
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: a1, label: x, name: " Acme" }',
      "    expect: { externalId: a1, name: Acme }",
    ],
  }),
  good: example({
    source: ["csv: { path: accounts.csv, header: [account_id, name] }"],
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: a1, name: " Acme" }',
      "    expect: { externalId: a1, name: Acme }",
    ],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      if (sync.columns === undefined || sync.source?.kind.hasFixedColumns === false) continue;
      const known = new Set(sync.columns.map(({ name }) => name));
      for (const [index, { row }] of (sync.definition.tests ?? []).entries()) {
        for (const column of Object.keys(row)) {
          if (known.has(column)) continue;
          const meant = nearest(column, known);
          yield {
            in: sync,
            path: ["tests", index, "row", column],
            at: { part: "key" },
            message: `The source of ${sync.name} has no column ${column}. No row like this will ever come.`,
            hint: meant === undefined ? "remove it from the row of the test" : `did you mean ${meant}?`,
          };
        }
      }
    }
  },
};
