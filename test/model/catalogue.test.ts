import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { ObjectType } from "../../src/model/object-type.ts";

const folder = new URL("../../schemas/objects/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(read("../object-type.schema.json") as object);
const files = readdirSync(folder);

describe.each(files)("the catalogue file %s", (file) => {
  const type = read(file) as ObjectType & { $schema: string };

  test("fits its schema", () => {
    isValid(type);
    expect(isValid.errors ?? []).toEqual([]);
    expect(type.$schema).toBe("../object-type.schema.json");
  });

  test("is named after its object type and bundled as it stands", () => {
    const { $schema: _, ...bundled } = type;
    expect(file).toBe(`${type.name.toLowerCase()}.json`);
    expect(OBJECT_TYPES).toContainEqual(bundled);
  });

  test("names only fields that it has, `_id` first among the keyables", () => {
    const named = [
      ...type.keyables,
      ...type.required.flat(),
      ...type.pathIds.map(({ field }) => field),
      ...(type.hidden === undefined ? [] : [type.hidden]),
    ];
    expect(named.filter((name) => !Object.hasOwn(type.fields, name))).toEqual([]);
    expect(type.keyables[0]).toBe("_id");
    expect(type.pathIds.map(({ field }) => field).filter((field) => !type.keyables.includes(field))).toEqual(
      [],
    );
    expect(type.list.defaultLimit).toBeLessThanOrEqual(type.list.maxLimit);
  });

  test("describes every field in words of its own", () => {
    const echoes = Object.entries(type.fields).filter(
      ([name, { description }]) => description.toLowerCase().replace(/[^a-z]/g, "") === name.toLowerCase(),
    );
    expect(echoes).toEqual([]);
  });
});

// Source: https://www.planhat.com/developers/api/company and …/enduser
test.each([
  {
    name: "Company",
    path: "/companies",
    leanPath: "/leancompanies",
    keyables: ["_id", "sourceId", "externalId"],
    list: { defaultLimit: 100, maxLimit: 5000 },
    required: [["name"]],
    externalIdWithinCompany: false,
    hidden: undefined,
    fields: 65,
  },
  {
    name: "Enduser",
    path: "/endusers",
    leanPath: undefined,
    keyables: ["_id", "sourceId", "externalId", "email"],
    list: { defaultLimit: 100, maxLimit: 2000 },
    required: [["email"], ["companyId"]],
    externalIdWithinCompany: true,
    hidden: "archived",
    fields: 38,
  },
])("$name is what Planhat documents", ({ fields, ...facts }) => {
  const type = OBJECT_TYPES.find(({ name }) => name === facts.name);
  expect({ leanPath: undefined, hidden: undefined, ...type }).toMatchObject({
    ...facts,
    pathIds: [
      { field: "_id", prefix: "" },
      { field: "externalId", prefix: "extid-" },
      { field: "sourceId", prefix: "srcid-" },
    ],
  });
  expect(Object.keys(type?.fields ?? {})).toHaveLength(fields);
});

test("the fields that people map by default are offered", () => {
  const offered = OBJECT_TYPES.map(({ name, fields }) => [
    name,
    Object.keys(fields).filter((field) => fields[field]?.offered),
  ]);
  expect(Object.fromEntries(offered)).toMatchObject({
    Company: expect.toSatisfy((names: string[]) =>
      sameSet(names, ["name", "externalId", "phase", "industry", "mr", "renewalDate"]),
    ),
    Enduser: expect.toSatisfy((names: string[]) =>
      sameSet(names, ["email", "firstName", "lastName", "externalId", "companyId"]),
    ),
  });
});

test("what Planhat computes or does not list says so, and a reference to a company takes its prefixes", () => {
  const company = OBJECT_TYPES.find(({ name }) => name === "Company")?.fields;
  const enduser = OBJECT_TYPES.find(({ name }) => name === "Enduser")?.fields;
  expect(company?.["mr"]).toMatchObject({ type: "number", computed: true, offered: true });
  expect(company?.["industry"]).toMatchObject({ type: "string", unlisted: true, offered: true });
  expect(company?.["renewalDate"]).toMatchObject({ type: "string", unlisted: true, offered: true });
  expect(company?.["status"]?.enum).toEqual(["prospect", "coming", "customer", "canceled", "lost"]);
  expect(company?.["phase"]).not.toHaveProperty("computed");
  expect(enduser?.["companyId"]).toMatchObject({ type: "objectId", ref: "Company", prefixes: true });
  expect(enduser?.["updatedAt"]).toMatchObject({ type: "date", computed: true });
});

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((name) => a.includes(name));
}
