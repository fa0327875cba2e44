import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { companyField, externalIdField, type ObjectType } from "../../src/model/object-type.ts";

const folder = new URL("../../schemas/objects/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(read("../object-type.schema.json") as object);
const files = readdirSync(folder);

describe.each(files)("the catalogue file %s", (file) => {
  const type = read(file) as ObjectType & { $schema: string };
  const { stream } = type;

  test("fits its schema", () => {
    isValid(type);
    expect(isValid.errors ?? []).toEqual([]);
    expect(type.$schema).toBe("../object-type.schema.json");
  });

  test("is named after its object type and bundled as it stands", () => {
    const { $schema: _, ...bundled } = type;
    expect(file).toBe(`${type.name.toLowerCase()}.json`);
    expect(OBJECT_TYPES.find(({ name }) => name === type.name)).toEqual(bundled);
  });

  test("names only fields that it has", () => {
    const named = [
      ...type.keyables,
      ...(type.uncertainKeys ?? []),
      ...type.required.flat(),
      ...(type.advised ?? []).flat(),
      ...(type.requiredWhen ?? []).flatMap(({ field, needs }) => [field, ...needs]),
      ...(type.always ?? []),
      ...Object.keys(type.fixed ?? {}),
      ...type.pathIds.map(({ field }) => field),
      ...(type.hidden === undefined ? [] : [type.hidden]),
      ...(stream === undefined ? [] : [stream.date, ...stream.identity.flat()]),
      ...(type.list.filters ?? []).filter((name) => name !== "companyId"),
    ];
    expect(named.filter((name) => !Object.hasOwn(type.fields, name))).toEqual([]);
    expect((type.uncertainKeys ?? []).filter((name) => !type.keyables.includes(name))).toEqual([]);
  });

  test("has `_id` first among its keyables; a stream has none, and no list of its own needs one", () => {
    expect(type.keyables[0]).toBe(stream === undefined ? "_id" : undefined);
    expect(type.list.defaultLimit).toBeLessThanOrEqual(type.list.maxLimit);
    if (stream === undefined) expect(type.list.defaultLimit).toBeGreaterThan(0);
    for (const { field, prefix } of type.pathIds)
      expect([field === "_id", prefix === ""]).toContain(field === "_id");
  });

  test("asks for nothing that cannot be written, and for each group only once", () => {
    const computed = type.required.flat().filter((name) => type.fields[name]?.computed === true);
    expect(computed).toEqual([]);
    const groups = type.required.map((group) => [...group].sort().join());
    expect(new Set(groups).size).toBe(groups.length);
    expect(type.required.every((group) => group.length > 0)).toBe(true);
    const keys = type.keyables.filter((name) => name !== "_id" && type.fields[name]?.computed === true);
    expect(keys).toEqual([]);
  });

  test("refers to object types that there are, and knows its company by one field", () => {
    const known = new Set(OBJECT_TYPES.map(({ name }) => name));
    const lost = Object.values(type.fields).flatMap(({ ref }) =>
      ref === undefined || known.has(ref) ? [] : [ref],
    );
    expect(lost).toEqual([]);
    for (const { prefixes, ref } of Object.values(type.fields)) {
      if (prefixes !== true) continue;
      const forms = OBJECT_TYPES.find(({ name }) => name === ref)?.pathIds.map(({ prefix }) => prefix);
      expect(forms).toEqual(expect.arrayContaining(["extid-", "srcid-"]));
    }
    if (type.externalIdWithinCompany) {
      expect(companyField(type)).toBeDefined();
      expect(externalIdField(type)).toBeDefined();
    }
  });

  test("gives enums, defaults and other names that suit their fields", () => {
    for (const [name, spec] of Object.entries(type.fields)) {
      const is = typeof (spec.enum?.[0] ?? spec.default);
      if (is !== "undefined") expect([name, is]).toEqual([name, JSON_TYPES[spec.type]]);
      if (spec.enum !== undefined && spec.default !== undefined) expect(spec.enum).toContain(spec.default);
      if (spec.readAs !== undefined) expect(Object.hasOwn(type.fields, spec.readAs)).toBe(false);
      if (spec.sentAs !== undefined) expect(Object.hasOwn(type.fields, spec.sentAs)).toBe(true);
      // Only what a reader may doubt is offered as both.
      if (spec.written === true) expect([spec.computed, spec.offered]).toEqual([true, undefined]);
    }
    for (const [name, value] of Object.entries(type.fixed ?? {})) {
      expect(type.fields[name]?.enum).toEqual([value]);
    }
  });

  test("describes every field in words of its own", () => {
    const echoes = Object.entries(type.fields).filter(
      ([name, { description }]) => description.toLowerCase().replace(/[^a-z]/g, "") === name.toLowerCase(),
    );
    expect(echoes).toEqual([]);
  });
});

const JSON_TYPES: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

const PATH_IDS = {
  all: ["_id", "externalId extid-", "sourceId srcid-"],
  none: [],
} as const;

// Default and greatest page size, and how many fields. Sources: the page that each file names under `docs`.
test.each([
  ["Company", "/companies", "_id sourceId externalId", "name", "100 5000 68", PATH_IDS.all],
  [
    "Enduser",
    "/endusers",
    "_id sourceId externalId email",
    "email|externalId|sourceId & companyId",
    "100 2000 40",
    PATH_IDS.all,
  ],
  ["Asset", "/assets", "_id sourceId externalId", "name & companyId", "100 2000 15", PATH_IDS.all],
  [
    "License",
    "/licenses",
    "_id sourceId externalId",
    "_currency & companyId & fromDate & mrr|value",
    "100 2000 38",
    PATH_IDS.all,
  ],
  ["Opportunity", "/opportunities", "_id sourceId externalId", "companyId", "100 2000 19", PATH_IDS.all],
  [
    "Sale",
    "/sales",
    "_id sourceId externalId",
    "_currency & companyId & salesDate & value",
    "100 2000 10",
    PATH_IDS.all,
  ],
  ["Note", "/conversations", "_id", "companyId", "30 2000 12", ["_id", "externalId extid-"]],
  ["Task", "/tasks", "_id sourceId", "companyId", "500 10000 29", ["_id", "sourceId srcid-"]],
  [
    "Conversation",
    "/conversations",
    "_id externalId",
    "companyId",
    "30 2000 33",
    ["_id", "externalId extid-"],
  ],
  ["Project", "/projects", "_id sourceId externalId", "name & companyId", "100 2000 13", PATH_IDS.all],
  ["Campaign", "/campaigns", "_id sourceId externalId", "name & companyId", "100 2000 8", PATH_IDS.all],
  ["Issue", "/issues", "_id sourceId", "title & companyIds", "100 2000 20", ["_id", "sourceId srcid-"]],
  [
    "Ticket",
    "/tickets",
    "_id sourceId",
    "sourceId & email & domains|companyExternalId",
    "500 10000 22",
    PATH_IDS.none,
  ],
  ["NPS", "/nps", "_id sourceId", "email & score", "100 10000 12", ["_id"]],
  ["Churn", "/churn", "_id sourceId", "companyId", "100 1000 21", ["_id"]],
  [
    "Invoice",
    "/invoices",
    "_id sourceId extId",
    "cId & currency & invoiceDate",
    "100 2000 23",
    ["_id", "extId extid-", "sourceId srcid-"],
  ],
  ["Workspace", "/workspaces", "_id sourceId externalId", "name & companyId", "100 100 8", PATH_IDS.all],
  ["Objective", "/objectives", "_id sourceId externalId", "name & companyId", "100 2000 8", PATH_IDS.all],
  [
    "User",
    "/users",
    "_id externalId email",
    "nickName & email & firstName & lastName",
    "10000 10000 24",
    ["_id", "externalId extid-"],
  ],
  ["Deal", "/deals", "_id sourceId externalId", "companyId", "100 2000 19", PATH_IDS.all],
  [
    "LineItem",
    "/lineitems",
    "_id externalId",
    "dealId & fromDate & mrr|arr|value|productId",
    "100 2000 14",
    ["_id", "externalId extid-"],
  ],
  ["Product", "/products", "_id sourceId externalId", "name", "100 2000 22", PATH_IDS.all],
  ["TimeEntry", "/timeentries", "_id", "date & hours", "100 2000 20", ["_id"]],
  ["Timesheet", "/timesheets", "_id", "", "100 2000 11", ["_id"]],
  ["Metric", "/dimensiondata", "", "dimensionId & value & externalId", "200 100000 5", PATH_IDS.none],
  ["UserActivity", "/analytics/bulk", "", "email|externalId|euExtId & action", "0 0 12", PATH_IDS.none],
])("%s is what Planhat documents", (name, path, keyables, required, sizes, pathIds) => {
  const type = OBJECT_TYPES.find((one) => one.name === name);
  expect({
    path: type?.path,
    keyables: type?.keyables.join(" "),
    required: type?.required.map((group) => group.join("|")).join(" & "),
    sizes: `${type?.list.defaultLimit} ${type?.list.maxLimit} ${Object.keys(type?.fields ?? {}).length}`,
    pathIds: type?.pathIds.map(({ field, prefix }) => `${field} ${prefix}`.trim()),
  }).toEqual({ path, keyables, required, sizes, pathIds });
});

test("there are the thirteen objects of other products, the eleven more that the API writes, and both streams", () => {
  expect(OBJECT_TYPES).toHaveLength(26);
  expect(OBJECT_TYPES.filter(({ stream }) => stream !== undefined).map(({ name }) => name)).toEqual([
    "Metric",
    "UserActivity",
  ]);
});

test("the fields that people map by default are offered", () => {
  const offered = OBJECT_TYPES.map(({ name, fields }) => [
    name,
    Object.keys(fields)
      .filter((field) => fields[field]?.offered)
      .sort(),
  ]);
  expect(Object.fromEntries(offered.filter(([, names]) => (names?.length ?? 0) > 0))).toEqual({
    Asset: ["companyId", "externalId", "name"],
    Company: ["externalId", "industry", "mr", "name", "phase", "renewalDate"],
    Enduser: ["companyId", "email", "externalId", "firstName", "lastName"],
  });
});

test("the particulars that have caught people out", () => {
  const type = (name: string) => OBJECT_TYPES.find((one) => one.name === name) as ObjectType;
  expect(type("Company").fields["mr"]).toMatchObject({ type: "number", computed: true, offered: true });
  expect(type("Company").fields["industry"]).toMatchObject({ unlisted: true, offered: true });
  expect(type("Company").fields["phase"]).not.toHaveProperty("computed");
  expect(type("Issue").fields["companyIds"]).toMatchObject({
    type: "array",
    items: "objectId",
    prefixes: true,
  });
  expect(type("Company").fields["renewalDate"]).toEqual(expect.not.objectContaining({ unlisted: true }));
  expect(type("Enduser").advised).toEqual([["email"]]);
  expect(type("TimeEntry").fields["date"]).toMatchObject({ type: "date", day: true });
  expect(type("TimeEntry").fields["hours"]).toMatchObject({ minimum: 0.1, maximum: 24 });
  expect(companyField(type("Invoice"))).toBe("cId");
  expect(externalIdField(type("Invoice"))).toBe("extId");
  expect(type("Invoice").fields["invoiceDate"]).toMatchObject({ type: "epochDays" });
  expect(type("Invoice").fields).toHaveProperty("currency");
  expect(type("License").fields).toHaveProperty("_currency");
  expect(type("License").requiredWhen).toEqual([{ field: "fixedPeriod", is: false, needs: ["mrr"] }]);
  expect(type("Note").fixed).toEqual({ type: "note" });
  expect(type("Ticket")).toMatchObject({ always: ["email"], livesIn: "/conversations" });
  expect(type("Ticket").fields["title"]).toMatchObject({ readAs: "subject" });
  expect(type("Task")).toMatchObject({ hidden: "isArchived" });
  expect(type("Task").fields).toHaveProperty("action");
  expect(type("User").fields["inactive"]).toMatchObject({ default: true });
  expect(type("NPS").fields["score"]?.enum).toHaveLength(11);
  expect(type("Conversation").uncertainKeys).toEqual(["externalId"]);
  expect(type("Metric").fields["model"]?.enum).toEqual(["Company", "EndUser", "Asset", "Project"]);
});
