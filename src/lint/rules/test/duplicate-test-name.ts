import type { RuleContext } from "../../../model/linter.ts";
import type { Finding, Rule } from "../../rule.ts";

export const duplicateTestName: Rule = {
  id: "duplicate-test-name",
  severity: "warning",
  family: "test",
  description:
    "Two tests of one definition have one name. Both run, but when one fails its name does not say which.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
tests:
  - name: trims the name
    row: { account_id: "a1", name: " Acme" }
    expect: { externalId: a1, name: Acme }
  - name: trims the name
    row: { account_id: "a1", name: "Acme " }
    expect: { externalId: a1, name: Acme }
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
tests:
  - name: trims the name at its start
    row: { account_id: "a1", name: " Acme" }
    expect: { externalId: a1, name: Acme }
  - name: trims the name at its end
    row: { account_id: "a1", name: "Acme " }
    expect: { externalId: a1, name: Acme }
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const lines = new Map<string, number>();
      for (const { path, raw } of sync.scalars) {
        if (path.length !== 3 || path[0] !== "tests" || path[2] !== "name") continue;
        const name = raw.normalize("NFC").trim();
        const first = lines.get(name);
        if (first === undefined) {
          lines.set(name, sync.place(path).line);
          continue;
        }
        yield {
          in: sync,
          path,
          message: `The test on line ${first} has this name too. When one of them fails, its name does not say which.`,
          hint: "say in the name what each of them shows",
        };
      }
    }
  },
};
