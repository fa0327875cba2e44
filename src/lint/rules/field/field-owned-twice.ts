import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedSync } from "../../../model/placed.ts";
import { isKnown, type KnownSync, requiredReferences } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const fieldOwnedTwice: Rule = {
  id: "field-owned-twice",
  severity: "error",
  family: "field",
  description:
    "Two syncs write the same field of the same kind of object. Where they meet in one record, each overwrites what the other wrote, so the value depends on which of them ran last and every run changes it back. Let one sync own the field. Keyables and the company a record belongs to may be mapped by any number of syncs, for they find the record; a sync in mode insert writes a record once and takes nothing from anybody.",
  bad: `# syncs/billing.yaml
version: 1
source:
  csv: { path: billing.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
  phase: status

# syncs/crm.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  phase: stage
`,
  good: `# syncs/billing.yaml
version: 1
source:
  csv: { path: billing.csv }
target: { object: Company }
mode: update
fields:
  externalId: account_id
  custom.Billing status: status

# syncs/crm.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  phase: stage
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    const owners = new Map<string, PlacedSync>();
    for (const sync of syncs.filter(isKnown)) {
      if (sync.mode === "insert") continue;
      for (const name of ownedFields(sync)) {
        const field = `${sync.objectType.name}.${name}`;
        const owner = owners.get(field);
        if (owner === undefined) {
          owners.set(field, sync);
          continue;
        }
        const { line } = owner.place(["fields", name], { part: "key" });
        yield {
          in: sync,
          path: ["fields", name],
          at: { part: "key" },
          message: `${field} is also written by ${owner.file}:${line}. Where both meet in one record, each overwrites the other's value on every run.`,
          hint: "map it in one of the two; if their rows never meet, read both in one sync",
        };
      }
    }
  },
};

/** The fields that a sync decides on, without those that only find the record. */
function ownedFields({ objectType, key, fields }: KnownSync): readonly string[] {
  const finding = new Set([key, ...objectType.keyables, ...requiredReferences(objectType).flat()]);
  return fields.map(({ name }) => name).filter((name) => !finding.has(name));
}
