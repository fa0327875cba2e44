import type { RuleContext } from "../../../model/linter.ts";
import { creates, isKnown } from "../../reading/mapped-fields.ts";
import { isMisspelt } from "../../reading/meant-field.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const keyMissing: Rule = {
  id: "key-missing",
  severity: "error",
  family: "key",
  locked: true,
  description:
    "No keyable is mapped, so no record can be found again: Planhat matches records by `_id`, `sourceId`, `externalId` (and `email` for endusers), and what matches none becomes a new record. An update or an upsert would create duplicates. For an insert this is a warning: its records are told apart by their content alone, so that a row that has changed is inserted once more.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  name: name
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      // A key that is written and wrong is the business of key-not-keyable.
      if (sync.key !== undefined || sync.writtenKey !== undefined) continue;
      // Points and events have none: append-only.
      if (sync.objectType.stream !== undefined) continue;
      const { name, keyables } = sync.objectType;
      if (isMisspelt(sync, keyables)) continue;
      const place = { in: sync, path: ["fields"], at: { part: "key" } } as const;
      const hint = `map ${keyables.length > 1 ? "one of " : ""}${listed(keyables, "or")} under fields`;
      if (sync.mode === "insert") {
        yield {
          ...place,
          severity: "warning",
          message: `No field identifies the ${name}. Records are told apart by their content alone: a row that has changed since the last run is inserted once more.`,
          hint,
        };
      } else {
        const harm = creates(sync)
          ? "every run would create duplicates"
          : "there is nothing to find records by";
        yield { ...place, message: `No field identifies the ${name}. Without one, ${harm}.`, hint };
      }
    }
  },
};
