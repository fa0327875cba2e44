import type { RuleContext } from "../../../model/linter.ts";
import { example, exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const testsMissing: Rule = {
  id: "tests-missing",
  severity: "warning",
  family: "test",
  optional: true,
  description:
    "A definition has no tests. A row and the record that it must become, written beside the mapping, run without network at every change: they are what a reviewer reads first. Off by default; `lint: { rules: { tests-missing: warning } }` turns it on.",
  bad: exampleProject(
    ["lint: { rules: { tests-missing: warning } }"],
    example({ fields: ["externalId: account_id", "name: $trim(name)"] }),
  ),
  good: exampleProject(
    ["lint: { rules: { tests-missing: warning } }"],
    example({
      fields: ["externalId: account_id", "name: $trim(name)"],
      rest: [
        "tests:",
        "  - name: trims the name",
        '    row: { account_id: a1, name: " Acme" }',
        "    expect: { externalId: a1, name: Acme }",
      ],
    }),
  ),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      if ((sync.definition.tests ?? []).length > 0 || sync.extent(["tests"]) !== undefined) continue;
      yield {
        in: sync,
        path: ["fields"],
        at: { part: "key" },
        message: "The definition has no tests. Nobody notices when a change of the mapping changes a record.",
        hint: "add tests: with a row, and the record that it must become",
      };
    }
  },
};
