import type { RuleContext } from "../../../model/linter.ts";
import { fold, nearest, onlyMeant } from "../../../model/nearest.ts";
import type { ObjectType } from "../../../model/object-type.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const unknownObject: Rule = {
  id: "unknown-object",
  severity: "error",
  family: "field",
  locked: true,
  description:
    "`target.object` names no kind of object that a sync can write. The names are those of Planhat's API, in the singular and with a capital: Company (not Account), Enduser (not Contact). Nothing else of the definition can be checked before this is right.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Account }
mode: upsert
fields:
  externalId: account_id
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
  *check({ syncs, objectTypes }: RuleContext): Iterable<Finding> {
    const known = objectTypes.map(({ name }) => name);
    for (const sync of syncs) {
      if (sync.objectType !== undefined) continue;
      const meant = meantObject(sync.objectName, objectTypes);
      yield {
        in: sync,
        path: ["target", "object"],
        message: `"${sync.objectName}" is not a supported object. Planhat's names are ${listed(known)}.`,
        hint: meant === undefined ? `write one of ${listed(known, "or")}` : `did you mean ${meant}?`,
        ...fixFor(onlyMeant(sync.objectName, known)),
      };
    }
  },
};

function fixFor(meant: string | undefined): Pick<Finding, "fix"> {
  if (meant === undefined) return {};
  return { fix: { title: `write object: ${meant}`, edits: [{ path: ["target", "object"], text: meant }] } };
}

function meantObject(written: string, objectTypes: readonly ObjectType[]): string | undefined {
  const folded = fold(written);
  const known = objectTypes.map(({ name }) => name);
  return (
    objectTypes.find(({ name, plural }) => [fold(name), fold(plural)].includes(folded))?.name ??
    known.find((name) => name === OTHER_NAMES.get(folded)) ??
    nearest(written, known)
  );
}

/** What other products and earlier versions of Planhat call its objects, folded. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["account", "Company"],
  ["accounts", "Company"],
  ["customer", "Company"],
  ["customers", "Company"],
  ["organization", "Company"],
  ["organisation", "Company"],
  ["contact", "Enduser"],
  ["contacts", "Enduser"],
  ["person", "Enduser"],
  ["people", "Enduser"],
  ["user", "Enduser"],
  ["users", "Enduser"],
  ["deal", "Opportunity"],
  ["deals", "Opportunity"],
  ["subscription", "License"],
  ["subscriptions", "License"],
  ["licence", "License"],
  ["licences", "License"],
]);
