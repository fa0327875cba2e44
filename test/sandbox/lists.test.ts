import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { COMPANY_ID, objectType } from "./object-types.ts";
import { type Serving, serve } from "./serving.ts";

const ids = Array.from({ length: 250 }, (_, index) => index.toString(16).padStart(24, "0"));

async function crm(): Promise<Serving> {
  const serving = await serve();
  serving.sandbox.seed(
    "Company",
    ids.map((_id, index) => ({
      _id,
      name: `C${index % 10}`,
      externalId: `e${index}`,
      sourceId: `s${index}`,
      status: index % 2 === 0 ? "customer" : "lost",
      csmScore: index,
      custom: { Tier: "A", Seats: index },
    })),
  );
  serving.sandbox.seed("Enduser", [
    { _id: "1".repeat(24), email: "ann@acme.com", externalId: "ann", companyId: "extid-e1" },
    { _id: "2".repeat(24), email: "bob@acme.com", externalId: "bob", companyId: "extid-e2" },
    { _id: "3".repeat(24), email: "old@acme.com", externalId: "old", companyId: "extid-e1", archived: true },
  ]);
  return serving;
}

const idsOf = (json: unknown): unknown[] => (json as JsonObject[]).map((record) => record["_id"]);

describe("a page", () => {
  test.each([
    ["", ids.slice(0, 100)],
    ["?limit=3", ids.slice(0, 3)],
    ["?limit=200&offset=200", ids.slice(200)],
    ["?limit=5&offset=250", []],
    ["?limit=0", []],
    ["?limit=2&sort=-_id", ids.toReversed().slice(0, 2)],
    ["?limit=2&sort=-csmScore", ids.toReversed().slice(0, 2)],
    ["?limit=3&sort=name", [ids[0], ids[10], ids[20]]],
    ["?limit=2&externalId=e7", ids.slice(0, 2)],
    ["?limit=2&companyId=extid-e7,extid-e9", [ids[7], ids[9]]],
    ["?limit=2&archived=true", ids.slice(0, 2)],
  ])("GET /companies%s", async (query, expected) => {
    const { call } = await crm();
    const { status, json } = await call("GET", `/companies${query}`);
    expect(status).toBe(200);
    expect(idsOf(json)).toEqual(expected);
  });

  test.each(["?limit=ten", "?limit=-1", "?offset=1.5"])("GET /companies%s: 400", async (query) => {
    const { call } = await crm();
    expect((await call("GET", `/companies${query}`)).status).toBe(400);
  });

  test("shows what was written since the page before", async () => {
    const { call, put } = await crm();
    expect(idsOf((await call("GET", "/companies?limit=1&sort=name")).json)).toEqual([ids[0]]);
    await put("/companies", [{ externalId: "e249", name: "A first" }]);
    expect(idsOf((await call("GET", "/companies?limit=1&sort=name")).json)).toEqual([ids[249]]);
  });
});

test.each([
  ["name", { name: "C7" }],
  ["name,externalId", { name: "C7", externalId: "e7" }],
  ["custom", { custom: { Tier: "A", Seats: 7 } }],
  ["custom.Tier,custom.Seats", { custom: { Tier: "A", Seats: 7 } }],
  ["custom.Tier,nothing", { custom: { Tier: "A" } }],
])("select=%s: those fields and the _id", async (select, expected) => {
  const { call } = await crm();
  const { json } = await call("GET", `/companies?limit=1&offset=7&select=${select}`);
  expect(json).toEqual([{ _id: ids[7], ...expected }]);
});

test.each([
  ["", ["ann", "bob"]],
  ["?archived=true", ["ann", "bob", "old"]],
  ["?archived", ["ann", "bob", "old"]],
  [`?companyId=${ids[1]}`, ["ann"]],
  ["?companyId=extid-e1,srcid-s2", ["ann", "bob"]],
  ["?companyId=extid-e1&archived=true", ["ann", "old"]],
  ["?email=bob@acme.com", ["bob"]],
  ["?companyId=extid-gone", []],
])("GET /endusers%s", async (query, expected) => {
  const { call } = await crm();
  const { json } = await call("GET", `/endusers${query}`);
  expect((json as JsonObject[]).map((record) => record["externalId"])).toEqual(expected);
});

describe("the lean list", () => {
  test("holds the keys of every company, whatever the limit", async () => {
    const { call } = await crm();
    const { json } = await call("GET", "/leancompanies?limit=5");
    expect(json).toHaveLength(250);
    expect((json as JsonObject[])[3]).toEqual({ _id: ids[3], name: "C3", externalId: "e3", sourceId: "s3" });
  });

  test.each([
    ["externalId=e3", [ids[3]]],
    ["externalId=e3,e5", []],
    ["sourceId=s4", [ids[4]]],
    ["externalId=e5&sourceId=s5", [ids[5]]],
    ["externalId=e4&status=customer", [ids[4]]],
    ["externalId=e3&status=customer", []],
  ])("%s", async (query, expected) => {
    const { call } = await crm();
    expect(idsOf((await call("GET", `/leancompanies?${query}`)).json)).toEqual(expected);
  });

  test("status alone filters too", async () => {
    const { call } = await crm();
    expect((await call("GET", "/leancompanies?status=lost,prospect")).json).toHaveLength(125);
  });
});

const CORE = OBJECT_TYPES.filter(({ name }) => ["Company", "Enduser"].includes(name));

test("an object type that is added to the catalogue is served like the others, one that shares a path too", async () => {
  const asset = objectType(
    "Asset",
    "/assets",
    ["externalId"],
    { name: "string", companyId: COMPANY_ID },
    {
      required: [["name"], ["companyId"]],
      externalIdWithinCompany: true,
      list: { defaultLimit: 1, maxLimit: 2 },
    },
  );
  const note = objectType("Note", "/conversations", [], { subject: "string" }, { required: [["subject"]] });
  const talk = objectType("Conversation", "/conversations", ["externalId"], { type: "string" });
  const { call, put, sandbox } = await serve({ objectTypes: [...CORE, asset, note, talk] });
  sandbox.seed("Company", [
    { externalId: "a", name: "A" },
    { externalId: "b", name: "B" },
  ]);
  const items = ["a", "b"].map((company) => ({ externalId: 1, name: "N", companyId: `extid-${company}` }));
  expect((await put("/assets", items)).answer).toMatchObject({ created: 2 });
  expect((await put("/assets", items)).answer).toMatchObject({ created: 0, nonupdates: 2 });
  expect((await call("GET", "/assets")).json).toHaveLength(1);
  expect(
    (await put("/conversations", [{ type: "note" }, { externalId: "t", subject: "S" }])).answer,
  ).toMatchObject({ created: 2 });
  expect(sandbox.records("Note")).toEqual(sandbox.records("Conversation"));
});
