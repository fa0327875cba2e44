import type { RuleContext } from "../../../model/linter.ts";
import { nearest, onlyMeant } from "../../../model/nearest.ts";
import { isKnown, isMapped, type KnownSync } from "../../reading/mapped-fields.ts";
import { isMisspelt, misspeltAs } from "../../reading/meant-field.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const keyNotKeyable: Rule = {
  id: "key-not-keyable",
  severity: "error",
  family: "key",
  locked: true,
  description:
    "`key:` names a field that Planhat does not match records by, or one that is not mapped under `fields:`. Planhat matches by the object's keyables only; any other field identifies nothing, and every run would create duplicates. Without `key:` the first mapped keyable in Planhat's order is taken.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
key: name
fields:
  externalId: account_id
  name: name
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: name
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      const { writtenKey: key } = sync;
      if (key === undefined || sync.objectType.stream !== undefined) continue;
      const { keyables } = sync.objectType;
      // Misspelt here as under fields: unknown-field says so, and its fix mends both.
      if (misspeltAs(sync, keyables).includes(key)) continue;
      if (!keyables.includes(key)) yield notKeyable(sync, key);
      else if (!isMapped(sync, key) && !isMisspelt(sync, [key])) yield notMapped(sync, key);
    }
  },
};

function notKeyable(sync: KnownSync, key: string): Finding {
  const { name, plural, keyables } = sync.objectType;
  const mapped = keyables.filter((keyable) => isMapped(sync, keyable));
  // `id` is near to `_id`, and means the key that is mapped.
  const near =
    nearest(key, mapped) ?? (key === "id" && mapped.length > 0 ? undefined : nearest(key, keyables));
  const meant = near ?? mapped[0];
  const sure = onlyMeant(key, mapped);
  return {
    in: sync,
    path: ["key"],
    message: `${key} does not identify ${name === key ? plural : `a ${name}`}. Planhat matches ${plural} by ${listed(keyables, "or")}, and by nothing else.`,
    hint:
      meant === undefined
        ? `map one of ${listed(keyables, "or")}, and name it here`
        : near === undefined
          ? `write ${meant}, which is mapped: "key" takes the field in Planhat, not the column`
          : `did you mean ${near}?`,
    ...(sure !== undefined && {
      fix: { title: `write key: ${sure}`, edits: [{ path: ["key"], text: sure }] },
    }),
  };
}

function notMapped(sync: KnownSync, key: string): Finding {
  const mapped = sync.objectType.keyables.filter((keyable) => isMapped(sync, keyable));
  const instead = mapped.length > 0 ? `, or use one that is mapped: ${listed(mapped, "or")}` : "";
  return {
    in: sync,
    path: ["key"],
    message: `${key} is the key, but no field maps it. No record would have a key, and every row would be rejected.`,
    hint: `map ${key} under fields${instead}`,
  };
}
