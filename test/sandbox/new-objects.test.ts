import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { Unknowns } from "../../src/sandbox/unknowns.ts";
import { serve } from "./serving.ts";

const ACME = "aaaaaaaaaaaaaaaaaaaaaaaa";
const NOBODY = "000000000000000000000000";

/** A sandbox with one company, and what was created there. */
async function crm(unknowns: Partial<Unknowns> = {}) {
  const serving = await serve({ unknowns });
  serving.sandbox.seed("Company", [{ _id: ACME, name: "Acme", externalId: "acme" }]);
  const create = async (path: string, item: JsonObject): Promise<JsonObject> => {
    const { status, json, text } = await serving.call("POST", path, item);
    expect(status, text).toBe(200);
    return json as JsonObject;
  };
  const list = async (path: string) => (await serving.call("GET", path)).json as readonly JsonObject[];
  return { ...serving, create, list };
}

const idsOf = (records: readonly JsonObject[]): readonly Json[] => records.map(({ _id }) => _id as Json);

describe("tickets are conversations", () => {
  test("what is written to one path is read, changed and deleted through the other", async () => {
    const { call, create, list, put } = await crm();
    const { _id: first } = await create("/conversations", { companyId: ACME, type: "ticket", subject: "S" });
    await put("/tickets", [{ sourceId: "t2", email: "a@b.c", companyExternalId: "acme", status: "open" }]);
    expect(await list("/tickets")).toHaveLength(2);
    const [, second] = idsOf(await list("/conversations"));
    expect(idsOf(await list("/tickets"))).toEqual([first, second]);

    expect((await call("GET", `/conversations/${second}`)).json).toMatchObject({
      type: "ticket",
      status: "open",
    });
    const changed = await call("PUT", `/conversations/${second}`, { subject: "New" });
    expect(changed.json).toMatchObject({ _id: second, subject: "New", type: "ticket" });
    const { answer } = await put("/conversations", [{ _id: first as Json, description: "D" }]);
    expect(answer).toMatchObject({ created: 0, updated: 1 });
    expect((await list("/tickets?select=subject,description")).map(({ subject }) => subject)).toEqual([
      "S",
      "New",
    ]);

    expect((await call("DELETE", `/tickets/${first}`)).status).toBe(200);
    expect((await call("DELETE", `/conversations/${second}`)).status).toBe(200);
    expect([await list("/tickets"), await list("/conversations")]).toEqual([[], []]);
  });

  test("in a Planhat that keeps them apart they are two", async () => {
    const { create, list } = await crm({ livesIn: "apart" });
    await create("/conversations", { companyId: ACME, type: "ticket", subject: "S" });
    expect(await list("/tickets")).toEqual([]);
  });

  test("short parameters mean the long ones, and search looks into the texts", async () => {
    const { put, list } = await crm();
    const common = { email: "a@b.c", companyExternalId: "acme" };
    await put("/tickets", [
      { ...common, sourceId: "1", status: "open", title: "Login fails" },
      { ...common, sourceId: "2", status: "closed", description: "The login page" },
      { ...common, sourceId: "3", status: "open", title: "Other" },
    ]);
    const keys = async (query: string) => (await list(`/tickets?${query}`)).map(({ sourceId }) => sourceId);
    expect(await keys(`s=open&cid=${ACME}&l=1`)).toEqual(["1"]);
    expect(await keys("status=open")).toEqual(["1", "3"]);
    expect(await keys(`cid=${NOBODY}`)).toEqual([]);
    expect(await keys("search=login")).toEqual(["1", "2"]);
    expect((await list("/conversations?type=note")).length).toBe(0);
  });

  test("a single one is served by its own path where the unknown says so", async () => {
    for (const [undocumentedCalls, status] of [
      ["refuse", 404],
      ["serve", 200],
    ] as const) {
      const { call, create } = await crm({ undocumentedCalls });
      const { _id } = await create("/conversations", { companyId: ACME, type: "ticket" });
      expect((await call("GET", `/tickets/${_id}`)).status).toBe(status);
    }
  });
});

describe("time entries and timesheets", () => {
  test("an entry keeps its day, and its amounts come from its hours", async () => {
    const { create } = await crm();
    const entry = await create("/timeentries", {
      ...{ hours: 2, date: "2026-01-30T14:51:01.691Z", billableRate: 50, companyId: "extid-acme" },
    });
    expect(entry).toMatchObject({
      ...{ date: "2026-01-30T00:00:00.000Z", totalBilled: 100, totalCost: 0, companyId: ACME },
      ...{ timesheetStatus: "draft", assignedModel: "User", path: [], createdAt: "2026-01-01T00:00:00.000Z" },
    });
  });

  test.each([{ hours: 25 }, { hours: 0 }, { hours: 1, date: undefined }])("%j: refused", async (wrong) => {
    const { call } = await crm();
    const item = JSON.parse(JSON.stringify({ date: "2026-01-30", ...wrong }));
    expect((await call("POST", "/timeentries", item)).status).toBe(400);
  });

  test("copies are made of those that exist", async () => {
    const { call, create, list } = await crm();
    const { _id } = await create("/timeentries", { hours: 2, date: "2026-01-30", description: "Call" });
    const { json } = await call("POST", "/timeentries/duplicate", { ids: [_id as Json, NOBODY] });
    expect(json).toMatchObject({ created: 1, updated: 0, validationErrors: [] });
    const entries = await list("/timeentries?select=hours,description");
    expect(entries.map(({ hours, description }) => [hours, description])).toEqual([
      [2, "Call"],
      [2, "Call"],
    ]);
    expect((await call("POST", "/timeentries/duplicate", {})).status).toBe(400);
  });

  test("a timesheet keeps ids, and its entries know it and its status", async () => {
    const { call, create } = await crm();
    const { _id: entry } = await create("/timeentries", { hours: 2, date: "2026-01-30" });
    const days = { dateFrom: 20_479, dateTo: 20_486 };
    const sheet = await create("/timesheets", { timeEntries: [{ _id: entry as Json }], ...days });
    expect(sheet).toMatchObject({ timeEntries: [entry], status: "submitted", ...days });
    await call("PUT", `/timesheets/${sheet["_id"]}`, { status: "approved" });
    expect((await call("GET", `/timesheets/${sheet["_id"]}`)).json).toMatchObject({
      dateOfApproval: "2026-01-01T00:00:00.000Z",
    });
    expect((await call("GET", `/timeentries/${entry}`)).json).toMatchObject({
      timesheetId: sheet["_id"],
      timesheetStatus: "approved",
    });
  });
});

describe("deals, line items and products", () => {
  test("a line item takes from its product what it leaves out, and computes the rest", async () => {
    const { create } = await crm();
    const { _id: productId } = await create("/products", {
      ...{ name: "Basic", mrr: 100, length: 12, fixedPeriod: true },
    });
    const { _id: dealId } = await create("/deals", { name: "D", companyId: "extid-acme", mrr: 5 });
    const item = await create("/lineitems", {
      ...{ dealId: dealId as Json, productId: productId as Json, fromDate: "2026-01-01" },
    });
    expect(item).toMatchObject({
      ...{ type: "subscription", mrr: 100, arr: 1200, length: 12, toDate: "2026-12-31T00:00:00.000Z" },
      ...{ status: "ongoing", fixedPeriod: true },
    });
  });

  test.each([
    [{ fixedPeriod: true, mrr: 1 }, "toDate or productId is required"],
    [{ fixedPeriod: true, mrr: 1, toDate: "2026-12-31" }, "length or productId is required"],
    [{ fixedPeriod: false, value: 1 }, "mrr or arr or productId is required"],
    [{ type: "fee", mrr: 1 }, "value or productId is required"],
    [{}, "mrr or arr or value or productId is required"],
  ])("a line item %j: %s", async (more, said) => {
    for (const [lineItemRules, status] of [
      ["refuse", 400],
      ["store", 200],
    ] as const) {
      const { call, create } = await crm({ lineItemRules });
      const { _id: dealId } = await create("/deals", { companyId: "extid-acme" });
      const answer = await call("POST", "/lineitems", {
        dealId: dealId as Json,
        fromDate: "2026-01-01",
        ...more,
      });
      expect(answer.status).toBe(status);
      if (status === 400) expect(answer.said).toBe(said);
    }
  });

  test.each([
    ["ignore", 200, 5],
    ["store", 200, 7],
    ["refuse", 400, 5],
  ] as const)("dealAmounts %s: the amounts of a deal with line items", async (dealAmounts, status, mrr) => {
    const { call, create } = await crm({ dealAmounts });
    const { _id: dealId } = await create("/deals", { companyId: "extid-acme", mrr: 5 });
    await create("/lineitems", { dealId: dealId as Json, fromDate: "2026-01-01", mrr: 1 });
    expect((await call("PUT", `/deals/${dealId}`, { mrr: 7 })).status).toBe(status);
    expect((await call("GET", `/deals/${dealId}`)).json).toMatchObject({ mrr, arr: mrr * 12 });
  });

  test.each([
    [{}, "extid-d1", 400],
    [{ otherReferences: "resolve" }, "extid-d1", 200],
    [{}, NOBODY, 200],
    [{ danglingReference: "refuse" }, NOBODY, 400],
  ] as const)("%j: a line item of deal %s is answered with %i", async (unknowns, dealId, status) => {
    const { call, create } = await crm(unknowns);
    await create("/deals", { companyId: "extid-acme", externalId: "d1" });
    const answer = await call("POST", "/lineitems", { dealId, fromDate: "2026-01-01", mrr: 1 });
    expect(answer.status, answer.text).toBe(status);
  });
});

describe("what a new record shows", () => {
  test("about forty fields of a company, as in Planhat's examples, or what was sent alone", async () => {
    const { create } = await crm();
    const company = await create("/companies", { name: "Beta", custom: { Tier: "A" } });
    expect(Object.keys(company).length).toBeGreaterThanOrEqual(35);
    expect(company).toMatchObject({ tags: [], mrr: 0, status: "prospect", custom: { Tier: "A" }, __v: 0 });
    const { create: bare } = await crm({ newRecords: "sent" });
    expect(Object.keys(await bare("/companies", { name: "Beta" })).length).toBeLessThan(8);
  });

  test("what a contact's own fields and references tell", async () => {
    const { create, list, sandbox } = await crm();
    sandbox.seed("User", [{ _id: ACME, nickName: "Kim" }]);
    const contact = await create("/endusers", {
      email: "ann@acme.com",
      firstName: "Ann",
      lastName: "Lee",
      companyId: ACME,
    });
    expect(contact).toMatchObject({
      name: "Ann Lee",
      emailMd5: expect.stringMatching(/^[0-9a-f]{32}$/),
      tags: [],
    });
    const task = await create("/tasks", { companyId: ACME, ownerId: ACME, description: "<p>Call.</p>" });
    expect(task).toMatchObject({ ownerName: "Kim", snippet: "Call.", companyName: "Acme" });
    const issue = await create("/issues", {
      title: "T",
      companyIds: [ACME],
      enduserIds: [contact["_id"] as Json],
    });
    expect(issue).toMatchObject({ endusers: [{ id: contact["_id"], name: "Ann Lee" }] });
    expect(await list("/endusers?select=email,%20tags")).toEqual([
      { _id: contact["_id"], email: "ann@acme.com", tags: [] },
    ]);
  });

  test.each([
    ["sent", "2026-01-01"],
    ["instant", "2026-01-01T00:00:00.000Z"],
  ] as const)("dateForm %s: a date reads %s", async (dateForm, closeDate) => {
    const { create } = await crm({ dateForm });
    expect(await create("/deals", { companyId: ACME, closeDate: "2026-01-01" })).toMatchObject({ closeDate });
  });
});

describe("older and less known paths", () => {
  test("licences below their company", async () => {
    const { call, create, list } = await crm();
    const path = "/companies/extid-acme/licenses";
    const { _id } = await create(path, { _currency: "USD", fromDate: "2026-01-01", mrr: 10 });
    expect(await list(path)).toHaveLength(1);
    expect((await call("PUT", `${path}/${_id}`, { mrr: 20 })).json).toMatchObject({
      mrr: 20,
      companyId: ACME,
    });
    expect((await call("GET", `/companies/${NOBODY}/licenses/${_id}`)).status).toBe(404);
    expect((await call("DELETE", `${path}/${_id}`)).status).toBe(200);
    expect(await list("/licenses")).toEqual([]);
  });

  test("workflows are read, and not written", async () => {
    const { call, list, sandbox } = await crm();
    sandbox.seed("Workflow", [{ name: "QBR", companyId: ACME }]);
    expect(await list("/workflows")).toMatchObject([{ name: "QBR", companyName: "Acme" }]);
    for (const [method, path] of [
      ["POST", "/workflows"],
      ["PUT", "/workflows"],
    ] as const) {
      expect((await call(method, path, method === "PUT" ? [] : {})).status).toBe(404);
    }
  });

  test("whose token it is", async () => {
    const { call } = await crm();
    expect((await call("GET", "/myprofile")).json).toMatchObject({ email: expect.stringContaining("@") });
    expect((await call("GET", "/myprofile", undefined, { authorization: "Bearer other" })).status).toBe(401);
  });

  test("filters by euId, a user's address and a custom field's parent", async () => {
    const { create, list } = await crm();
    const { _id } = await create("/endusers", { email: "a@b.c", companyId: ACME });
    await create("/endusers", { email: "d@b.c", companyId: ACME });
    expect(idsOf(await list(`/endusers?euId=${_id}`))).toEqual([_id]);
    expect(await list(`/endusers?euId=${NOBODY}`)).toEqual([]);
    const names = { nickName: "E", firstName: "Eve", lastName: "Ek" };
    await create("/users", { ...names, email: "eve@x.org" });
    expect([
      (await list("/users?email=eve@x.org")).length,
      (await list("/users?email=a@x.org")).length,
    ]).toEqual([1, 0]);
    await create("/customfields", { name: "N", parent: "company", type: "number" });
    expect([
      (await list("/customfields?parent=Company")).length,
      (await list("/customfields?parent=EndUser")).length,
    ]).toEqual([1, 0]);
  });

  test("metric points at the tenant's older path", async () => {
    const { call, sandbox } = await crm();
    const point = { dimensionId: "logins", value: 1, externalId: "acme" };
    const { json } = await call("POST", "/sandbox-tenant/dimensiondata", [point], { authorization: "" });
    expect(json).toEqual({ processed: 1, errors: [] });
    expect(sandbox.analytics.points).toHaveLength(1);
  });

  test("activities by the names of 2017 and by the present ones", async () => {
    const { call, sandbox } = await crm();
    const event = { action: "login", date: "2026-01-01" };
    await call("POST", "/analytics/bulk/sandbox-tenant", [
      { ...event, id: "u1", cId: "acme", email: "a@b.c" },
      { ...event, euExtId: "u1" },
      { ...event, euExtId: "u2", companyExternalId: "acme" },
    ]);
    expect(sandbox.analytics.activities).toHaveLength(3);
    expect(sandbox.records("Enduser").map(({ externalId }) => externalId)).toEqual(["u1", "u2"]);
  });

  test("Segment: a call to identify makes a contact, one to track an activity, others nothing", async () => {
    const { call, sandbox } = await crm();
    const basic = (user: string) => ({
      authorization: `Basic ${Buffer.from(`${user}:`).toString("base64")}`,
    });
    const send = (body: JsonObject, user = "sandbox-tenant") =>
      call("POST", "/dock/segment", body, basic(user));
    const traits = { name: "Ann", email: "ann@acme.com", companyId: "acme" };
    expect((await send({ type: "identify", user_id: "u1", traits })).status).toBe(200);
    expect(sandbox.records("Enduser")).toMatchObject([{ externalId: "u1", name: "Ann", companyId: ACME }]);
    await send({ type: "track", userId: "u1", event: "login", properties: { from: "app" } });
    await send({ type: "page", userId: "u1" });
    await send({ type: "track", event: "nobody" });
    expect(sandbox.analytics.activities.map(({ event }) => event["action"])).toEqual(["login"]);
    expect((await send({ type: "page" }, "other")).status).toBe(401);
  });
});
