import type { RuleContext } from "../../../model/linter.ts";
import { creates, isKnown, isSupplied, type KnownSync, requiredValues } from "../../reading/mapped-fields.ts";
import { isMisspelt } from "../../reading/meant-field.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const requiredField: Rule = {
  id: "required-field",
  severity: "error",
  family: "field",
  description:
    "Planhat creates no record without the object's required fields (a Company needs `name`, an Enduser an `email`, an `externalId` or a `sourceId`), and a sync in mode insert or upsert creates records. Map the field, or use mode update, which only changes what exists. Where Planhat creates the record and other tools that write to Planhat do not (an Enduser without `email`), the rule only warns. The same rule rejects a row that has no value for a required field, or for one marked `required: true`.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  city: city
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  city: city
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      for (const group of requiredValues(sync)) {
        if (isSupplied(sync, group) || isMisspelt(sync, group)) continue;
        const names = listed(group, "or");
        const empty = sync.fields.find((field) => group.includes(field.name));
        yield {
          in: sync,
          ...(empty === undefined ? { path: ["fields"], at: { part: "key" } } : { path: empty.mapping.path }),
          message: `${names} is ${empty === undefined ? "not mapped" : "never given a value"}. ${whyNeeded(sync, group)}`,
          hint: `map ${names} under fields${canUpdateInstead(sync, group) ? ", or use mode: update to change only what exists" : ""}`,
        };
      }
      yield* advised(sync);
    }
  },
};

/** What Planhat does without, at a price. */
function* advised(sync: KnownSync): Iterable<Finding> {
  if (!creates(sync)) return;
  for (const group of sync.objectType.advised ?? []) {
    if (isSupplied(sync, group) || isMisspelt(sync, group)) continue;
    const names = listed(group, "or");
    yield {
      in: sync,
      path: ["fields"],
      at: { part: "key" },
      severity: "warning",
      message: `${names} is not mapped. Planhat creates ${sync.objectType.plural} without it, but other tools that write to Planhat ask for it.`,
      hint: `map ${names} under fields, if the source has it`,
    };
  }
}

function whyNeeded({ objectType, mode }: KnownSync, group: readonly string[]): string {
  const { name, stream, always } = objectType;
  if (stream !== undefined && group.includes(stream.date)) {
    return `Planhat would take the time of receipt, and every run would send each ${name} again as another one.`;
  }
  if (group.some((field) => always?.includes(field))) {
    return `Planhat drops a ${name} without it and tells nobody.`;
  }
  return `Planhat creates no ${name} without it, and mode ${mode} creates records.`;
}

function canUpdateInstead({ objectType }: KnownSync, group: readonly string[]): boolean {
  return objectType.stream === undefined && !group.some((field) => objectType.always?.includes(field));
}
