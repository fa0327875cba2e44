import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedSync } from "../../../model/placed.ts";
import type { Finding, Rule } from "../../rule.ts";

export const duplicateName: Rule = {
  id: "duplicate-name",
  severity: "error",
  family: "project",
  locked: true,
  description:
    "Two definitions have one name. What Planhat accepted is remembered by the sync's name, so each would take the other's records for its own. Without `name:` a sync is named after its file, and files in different folders may be named alike. Names that only differ in how an accented letter is encoded count as one.",
  bad: `# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name

# syncs/billing.yaml
version: 1
name: accounts
source:
  csv: { path: billing.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
  custom.Plan: plan
`,
  good: `# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name

# syncs/billing.yaml
version: 1
name: billing
source:
  csv: { path: billing.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
  custom.Plan: plan
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    const first = new Map<string, PlacedSync>();
    for (const sync of syncs) {
      const name = sync.name.normalize("NFC");
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, sync);
        continue;
      }
      yield {
        in: sync,
        path: ["name"],
        message: `This name is taken by ${other.file}:${other.place(["name"]).line}. What Planhat accepted is remembered by name: each of the two would take the other's records for its own.`,
        hint: "write another name: into one of them",
      };
    }
  },
};
