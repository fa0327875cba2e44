import type { RuleContext } from "../../../model/linter.ts";
import { onlyMeant } from "../../../model/nearest.ts";
import type { ObjectType } from "../../../model/object-type.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { CUSTOM_PREFIX, type TenantFields } from "../../../model/tenant-fields.ts";
import { withArticle } from "../../../model/with-article.ts";
import { isKnown, isMapped, type KnownSync } from "../../reading/mapped-fields.ts";
import { meantField, writableFields } from "../../reading/meant-field.ts";
import { listed } from "../../reading/phrase.ts";
import { unknownCustomField } from "../../reading/unknown-custom-field.ts";
import type { Finding, Rule } from "../../rule.ts";

export const unknownField: Rule = {
  id: "unknown-field",
  severity: "error",
  family: "field",
  locked: true,
  description:
    "A field under `fields:` is none of the object's fields in Planhat. Names are case-sensitive: it is `externalId`, not `external_id` or `ExternalId`. Planhat drops what it does not know without an error, so the values would be missing and nobody would be told. Fields that your own tenant has added are written `custom.Name`, with the name as Planhat shows it; where `planhat-sync introspect` has written `planhat.fields.json`, these names are checked too.",
  bad: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  phone_primary: phone
`,
  good: `version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
  phonePrimary: phone
`,
  *check({ syncs, objectTypes, tenantFields }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) if (isKnown(sync)) yield* checkSync(sync, objectTypes, tenantFields);
  },
};

function* checkSync(
  sync: KnownSync,
  objectTypes: readonly ObjectType[],
  tenantFields: TenantFields | undefined,
): Iterable<Finding> {
  const { objectType } = sync;
  for (const { name, spec } of sync.fields) {
    if (name === "custom") {
      yield {
        in: sync,
        path: ["fields", name],
        at: { part: "key" },
        message:
          "Custom fields are mapped one by one, so that each of them can be checked, compared and left alone.",
        hint: "write custom.Name for each of them, with its name in Planhat",
      };
      continue;
    }
    // A name with a character that nobody sees is told by hidden-character.
    if (spec !== undefined || /\p{Cf}/u.test(name)) continue;
    if (isCustomField(name) && name.slice(CUSTOM_PREFIX.length).trim() !== "") {
      const unknown = unknownCustomField(sync, name, tenantFields);
      if (unknown !== undefined) yield unknown;
      continue;
    }
    yield {
      in: sync,
      path: ["fields", name],
      at: { part: "key" },
      message: `${objectType.name} has no field ${name}. Planhat drops names it does not know without an error, so the values would be missing; a custom field of your tenant is written custom.Name.`,
      hint: hintFor(name, objectType, objectTypes),
      ...fixFor(sync, name),
    };
  }
}

/** Renames it where only one field can be meant: in `key:` and in the tests, too. */
function fixFor(sync: KnownSync, name: string): Pick<Finding, "fix"> {
  const meant = onlyMeant(name, writableFields(sync.objectType));
  if (meant === undefined || isMapped(sync, meant)) return {};
  const key = { part: "key" } as const;
  const tests = (sync.definition.tests ?? []).flatMap(({ expect }, index) =>
    expect !== undefined && name in expect
      ? [{ path: ["tests", index, "expect", name], at: key, text: meant }]
      : [],
  );
  const edits = [
    { path: ["fields", name], at: key, text: meant },
    ...(sync.writtenKey === name ? [{ path: ["key"], text: meant }] : []),
    ...tests,
  ];
  return { fix: { title: `rename ${name} to ${meant}`, edits } };
}

function hintFor(name: string, objectType: ObjectType, objectTypes: readonly ObjectType[]): string {
  const custom = CUSTOM_MISSPELT.exec(name);
  if (custom !== null) {
    const own = custom[1]?.trim();
    return own
      ? `did you mean custom.${own}?`
      : "a custom field is written custom.Name, with its name in Planhat";
  }
  const meant = meantField(name, objectType);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const owners = objectTypes.filter(({ fields }) => Object.hasOwn(fields, name)).map((type) => type.name);
  const elsewhere = owners.length > 0 ? `; ${name} is a field of ${listed(owners)}` : "";
  return `if it is a custom field of your tenant, write custom.${name}: ${withArticle(objectType.name)} has no standard field with a name like it${elsewhere}`;
}

const CUSTOM_MISSPELT = /^customs?(?:$|[._ -]+(.*)$)/i;
