import { describe, expect, test } from "vitest";
import { type Serving, serve } from "./serving.ts";

const [ACME, ANN] = ["a".repeat(24), "1".repeat(24)];

async function crm(): Promise<Serving> {
  const serving = await serve();
  serving.sandbox.seed("Company", [{ _id: ACME, name: "Acme", externalId: "a/1 ü", sourceId: "s1" }]);
  serving.sandbox.seed("Enduser", [{ _id: ANN, email: "ann@acme.com", companyId: ACME, archived: true }]);
  return serving;
}

test.each([ACME, `extid-${encodeURIComponent("a/1 ü")}`, "srcid-s1"])(
  "GET /companies/%s finds it",
  async (id) => {
    const { call } = await crm();
    expect(await call("GET", `/companies/${id}`)).toMatchObject({
      status: 200,
      json: { _id: ACME, name: "Acme" },
    });
  },
);

test("a contact shows the name and external id of its company, an archived one too", async () => {
  const { call } = await crm();
  const { json } = await call("GET", `/endusers/${ANN}`);
  expect(json).toMatchObject({ companyId: ACME, companyName: "Acme", companyExternalId: "a/1 ü" });
});

describe("POST creates, and is no upsert", () => {
  test.each([
    {
      name: "a new record",
      body: { name: "New", externalId: 7 },
      status: 200,
      said: { name: "New", externalId: "7" },
    },
    { name: "a known key", body: { name: "New", sourceId: "s1" }, status: 400, said: "sourceId duplicated" },
    { name: "a known _id", body: { _id: ACME, name: "New" }, status: 400, said: "_id duplicated" },
    { name: "no name", body: { externalId: "7" }, status: 400, said: "name is required" },
    { name: "no object", body: [{ name: "New" }], status: 400, said: "the body is not an object" },
  ])("$name: $status", async ({ body, status, said }) => {
    const { call, sandbox } = await crm();
    const answer = await call("POST", "/companies", body);
    expect(answer.status).toBe(status);
    if (typeof said === "string") expect(answer.said).toBe(said);
    else expect(answer.json).toMatchObject({ ...said, _id: expect.stringMatching(/^[0-9a-f]{24}$/) });
    expect(sandbox.records("Company")).toHaveLength(status === 200 ? 2 : 1);
  });
});

test("PUT changes what was sent and answers with the whole record", async () => {
  const { call } = await crm();
  const answer = await call("PUT", "/companies/srcid-s1", { phase: "Live" });
  expect(answer).toMatchObject({ status: 200, json: { _id: ACME, name: "Acme", phase: "Live" } });
});

test("DELETE takes the _id alone", async () => {
  const { call, sandbox } = await crm();
  expect(await call("DELETE", "/companies/srcid-s1")).toMatchObject({ status: 404 });
  expect(await call("DELETE", `/companies/${ACME}`)).toMatchObject({ status: 200 });
  expect(sandbox.records("Company")).toEqual([]);
  expect(await call("GET", "/leancompanies?sourceId=s1")).toMatchObject({ json: [] });
});

test.each([
  ["GET", "/nothing"],
  ["GET", "/companies/extid-gone"],
  ["PUT", `/companies/${"f".repeat(24)}`],
  ["DELETE", `/companies/${"f".repeat(24)}`],
  ["PATCH", "/companies"],
  ["GET", `/companies/${ACME}/more`],
  ["PUT", "/customfields"],
  ["POST", "/leancompanies"],
])("%s %s: 404", async (method, path) => {
  const { call } = await crm();
  expect((await call(method, path, method === "GET" ? undefined : {})).status).toBe(404);
});

test("without permission to read, create, update or delete: 403", async () => {
  const none = { read: false, create: false, update: false, delete: false };
  const { call, sandbox } = await serve({ permissions: { Company: none } });
  sandbox.seed("Company", [{ _id: ACME, name: "Acme" }]);
  const calls = [
    ["GET", "/companies"],
    ["GET", "/leancompanies"],
    ["GET", `/companies/${ACME}`],
    ["POST", "/companies", { name: "New" }],
    ["PUT", `/companies/${ACME}`, { name: "New" }],
    ["DELETE", `/companies/${ACME}`],
  ] as const;
  for (const [method, path, body] of calls) {
    expect([method, path, (await call(method, path, body)).status]).toEqual([method, path, 403]);
  }
  expect((await call("GET", "/endusers")).status).toBe(200);
});

describe("custom fields", () => {
  test("are created, listed, changed and deleted", async () => {
    const { call } = await crm();
    const created = await call("POST", "/customfields", { parent: "company", name: "Seats", type: "number" });
    expect(created.json).toEqual({
      _id: expect.any(String),
      isFeatured: false,
      isShared: false,
      listValues: [],
      filter: [],
      formulaRefs: [],
      isFormula: false,
      isHidden: false,
      isLocked: false,
      __v: 0,
      parent: "company",
      name: "Seats",
      type: "number",
    });
    const id = (created.json as { _id: string })._id;
    expect((await call("GET", "/customfields?select=name")).json).toEqual([{ _id: id, name: "Seats" }]);
    expect((await call("PUT", `/customfields/${id}`, { isFeatured: true })).json).toMatchObject({
      isFeatured: true,
    });
    expect((await call("DELETE", `/customfields/${id}`)).status).toBe(200);
    expect((await call("GET", "/customfields")).json).toEqual([]);
  });

  test("a name counts from the moment it is defined until it is deleted", async () => {
    const { call, put } = await crm();
    const text = [{ sourceId: "s1", custom: { Seats: "many" } }];
    const { json } = await call("POST", "/customfields", {
      parent: "company",
      name: "Seats",
      type: "number",
    });
    expect((await put("/companies", text)).answer).toMatchObject({
      updatedErrors: ["custom field Seats is not a number"],
    });
    await call("DELETE", `/customfields/${(json as { _id: string })._id}`);
    expect((await put("/companies", text)).answer).toMatchObject({ updated: 1 });
  });

  test.each([
    { name: "Seats", type: "number" },
    { parent: "company", name: "Seats", type: "none" },
  ])("%j is refused", async (body) => {
    const { call } = await crm();
    expect((await call("POST", "/customfields", body)).status).toBe(400);
  });
});

test("a record holds its _id, defaults, what was sent, custom fields, the company found for it, and dates", async () => {
  const { sandbox, put } = await serve();
  sandbox.seed("Company", [{ _id: ACME, name: "Acme", domains: ["acme.com"] }]);
  const fields = (object: string): readonly string[] => Object.keys(sandbox.records(object)[0] ?? {});

  const names = { nickName: "E", firstName: "Eve", lastName: "Ek" };
  await put("/users", [
    { custom: { Tier: "A" }, notificationsEnabled: null, email: "eve@acme.com", ...names },
  ]);
  const sent = ["email", "nickName", "firstName", "lastName"];
  expect(fields("User")).toEqual([
    "_id",
    "inactive",
    ...sent,
    "custom",
    "createDate",
    "createdAt",
    "updatedAt",
  ]);

  const contact = { custom: { Tier: "A" }, email: "ann@acme.com" };
  await put("/endusers", [{ ...contact, firstName: "Ann", externalId: "ann" }]);
  const created = [
    "_id",
    "email",
    "firstName",
    "externalId",
    "custom",
    "companyId",
    "createDate",
    "updatedAt",
  ];
  expect(fields("Enduser")).toEqual(created);

  await put("/endusers", [{ lastName: "Lee", externalId: "ann", email: "ann@acme.com", firstName: null }]);
  expect(fields("Enduser")).toEqual([...created.filter((name) => name !== "firstName"), "lastName"]);
});
