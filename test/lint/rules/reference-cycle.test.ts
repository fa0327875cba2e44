import { expect, test } from "vitest";
import { referenceCycle } from "../../../src/lint/rules/reference/reference-cycle.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { FieldSpec, ObjectType } from "../../../src/model/object-type.ts";
import { definition, lint, summary } from "./lint.ts";

const CHAMPION: FieldSpec = { type: "objectId", ref: "Enduser", prefixes: true, description: "Champion." };
/** A Planhat whose companies name a contact by any id. */
const TYPES: readonly ObjectType[] = OBJECT_TYPES.map((type) =>
  type.name === "Company" ? { ...type, fields: { ...type.fields, champion: CHAMPION } } : type,
);

const PEOPLE = definition({
  object: "Enduser",
  key: "externalId",
  fields: ["externalId: id", "email: email", "companyId: { expr: account_id, by: externalId }"],
});
const CHAMPIONS = "champion: { expr: person_id, by: externalId }";

function companies(mode: string, ...fields: readonly string[]): string {
  return definition({ mode, key: "externalId", fields: ["externalId: id", ...fields] });
}

function project(files: Readonly<Record<string, string>>): string {
  return Object.entries({ people: PEOPLE, ...files })
    .map(([name, text]) => `# syncs/${name}.yaml\n${text}`)
    .join("\n");
}

test("[D13] a circle of references that may name new records is an error, and shown with its fields", () => {
  const text = project({ accounts: companies("upsert", "name: name", CHAMPIONS) });
  const found = lint(text, { objectTypes: TYPES });
  expect(found.map((one) => summary(text, one))).toEqual([
    "error reference-cycle syncs/accounts.yaml:10 «champion»",
  ]);
  expect(found[0]?.reason.what).toBe(
    "The syncs refer to each other in a circle, accounts -> people -> accounts: champion (syncs/accounts.yaml:10) names an Enduser and companyId (syncs/people.yaml:10) names a Company. Whichever is written first names what is not there yet, and is rejected in every run.",
  );
});

test("a field that takes Planhat's _id alone opens the circle: a warning, at that field", () => {
  const [found] = lint(referenceCycle.bad);
  expect(found).toMatchObject({ severity: "warning", file: "syncs/companies.yaml" });
  expect(found?.reason.what).toBe(
    "The syncs refer to each other in a circle, companies -> people -> companies: custom.Champion (syncs/companies.yaml:9) names an Enduser and companyId (syncs/people.yaml:10) names a Company. Each Company is written first, and rejected whole where custom.Champion names an Enduser that is not there yet.",
  );
  expect(found?.reason.fix).toBe(
    "leave custom.Champion out here and map it in a second sync of Company, in mode update: it runs behind the others",
  );
});

test("several syncs of one object in one circle are told once", () => {
  const text = project({
    accounts: companies("insert", "name: name", CHAMPIONS),
    prospects: companies("insert", "name: name", CHAMPIONS),
  });
  expect(lint(text, { objectTypes: TYPES }).map(({ rule }) => rule)).toEqual(["reference-cycle"]);
});

test.each([
  [
    "the reference stands in a sync that only updates",
    { accounts: companies("upsert", "name: name"), champions: companies("update", CHAMPIONS) },
  ],
  ["no sync of the project creates what is referred to", { champions: companies("update", CHAMPIONS) }],
  ["a field of the circle is not mapped", { accounts: companies("upsert", "name: name") }],
])("there is no circle where %s", (_, files) => {
  expect(lint(project(files), { objectTypes: TYPES })).toEqual([]);
});
