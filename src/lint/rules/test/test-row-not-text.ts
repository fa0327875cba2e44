import type { RuleContext } from "../../../model/linter.ts";
import type { Path, PlacedSync } from "../../../model/placed.ts";
import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const testRowNotText: Rule = {
  id: "test-row-not-text",
  severity: "warning",
  family: "test",
  description:
    "The row of a test has a number, or true or false, where the CSV of the source can only give text. The test may pass where every real row fails: `seats > 100` works on a number and fails on a text. `validate --fix` puts the quotes in.",
  bad: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: 17, name: " Acme" }',
      '    expect: { externalId: "17", name: Acme }',
    ],
  }),
  good: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: "17", name: " Acme" }',
      '    expect: { externalId: "17", name: Acme }',
    ],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const { kind } = sync.source ?? {};
      if (kind?.isAllText !== true) continue;
      for (const [index, { row }] of (sync.definition.tests ?? []).entries()) {
        for (const [column, value] of Object.entries(row)) {
          if (typeof value !== "number" && typeof value !== "boolean") continue;
          const path = ["tests", index, "row", column];
          yield {
            in: sync,
            path,
            message: `A ${kind.title} gives text for every column, and the test's row has ${typeof value === "number" ? "a number" : String(value)}. It tests what never comes.`,
            hint: "put it in quotes, as the source gives it",
            ...quoting(sync, path),
          };
        }
      }
    }
  },
};

/** As it is written, so that 1.50 stays 1.50. */
function quoting(sync: PlacedSync, path: Path): Pick<Finding, "fix"> {
  const extent = sync.extent(path);
  if (extent === undefined) return {};
  const written = sync.text.slice(extent.start, extent.end);
  return { fix: { title: "put the value in quotes", edits: [{ path, text: `"${written}"` }] } };
}
