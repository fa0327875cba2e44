import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { SandboxOptions } from "../../src/sandbox/start-sandbox.ts";
import { type Serving, serve } from "./serving.ts";

const ACME = "a".repeat(24);
const TENANT = "11111111-2222-4333-8444-555555555555";
const POINTS = `/dimensiondata/${TENANT}`;
const EVENTS = `/analytics/bulk/${TENANT}`;

async function crm(options: Partial<SandboxOptions> = {}): Promise<Serving> {
  const serving = await serve({ tenantUuid: TENANT, ...options });
  serving.sandbox.seed("Company", [{ _id: ACME, name: "Acme", externalId: "acme" }]);
  serving.sandbox.seed("Enduser", [{ externalId: "ann", email: "ann@acme.com", companyId: ACME }]);
  return serving;
}

const point = (value: Json, more: JsonObject = {}): JsonObject => ({
  dimensionId: "logins",
  externalId: "acme",
  value,
  date: "2026-01-31",
  ...more,
});
const NO_TOKEN = { authorization: "" };

describe("metric points", () => {
  test("need no token, one or several in a call", async () => {
    const { call, sandbox } = await crm();
    expect((await call("POST", POINTS, point(1), NO_TOKEN)).json).toEqual({ processed: 1, errors: [] });
    await call("POST", POINTS, [point(2, { date: "2026-02-01T23:30:00-02:00" })], NO_TOKEN);
    expect(sandbox.analytics.points).toMatchObject([
      { day: "2026-01-31", values: [1], parentId: ACME, companyId: ACME },
      { day: "2026-02-02", values: [2] },
    ]);
  });

  test.each([
    [{ dimensionId: "" }, "dimensionId must be specified"],
    [{ dimensionId: "two words" }, "dimensionId must not hold spaces"],
    [{ value: "1" }, "value must be a number"],
    [{ externalId: "" }, "externalId must be specified"],
    [{ model: "Enduser" }, "model is not one of the allowed values"],
    [{ date: "yesterday" }, "date is not a date"],
  ])("with %j fail alone: %s", async (wrong, error) => {
    const { call } = await crm();
    const bad = point(1, wrong);
    const { status, json } = await call("POST", POINTS, [point(1), bad]);
    expect({ status, json }).toEqual({ status: 200, json: { processed: 1, errors: [{ item: bad, error }] } });
  });

  test.each([
    [{ processedCounts: "all" }, 200, 2],
    [{ pointErrorsStatus: 206 }, 206, 1],
    [{ pointErrorsStatus: 400 }, 400, 1],
  ] as const)("that fail are answered by %j with %i", async (unknowns, status, processed) => {
    const { call } = await crm({ unknowns });
    const answer = await call("POST", POINTS, [point(1), point("x")]);
    expect(answer).toMatchObject({ status, json: { processed, errors: [{}] } });
  });

  test.each([
    ["later", { processed: 1, errors: [] }],
    ["refuse", { processed: 0, errors: [{ error: "externalId not found" }] }],
  ] as const)("of a record that does not exist: %s", async (unknownRecord, json) => {
    const { call } = await crm({ unknowns: { unknownRecord } });
    expect((await call("POST", POINTS, [point(1, { externalId: "none" })])).json).toMatchObject(json);
    expect((await call("GET", "/dimensiondata")).json).toEqual([]);
  });

  test.each([
    ["SUM", 9],
    ["MIN", 1],
    ["MAX", 5],
    ["AVG", 3],
    ["LAST", 3],
  ] as const)("of one day become their %s", async (metricAggregation, value) => {
    const { call } = await crm({ unknowns: { metricAggregation } });
    await call("POST", POINTS, [point(1), point(5), point(3)]);
    expect((await call("GET", "/dimensiondata")).json).toMatchObject([{ value }]);
  });

  test("are read from the REST host, with the token, by company, metric and days", async () => {
    const { call } = await crm({ metrics: { seats: "LAST" } });
    await call("POST", POINTS, [
      point(1),
      point(2, { date: "2026-02-01" }),
      point(3, { dimensionId: "seats" }),
      point(4, { dimensionId: "seats" }),
      point(5, { model: "EndUser", externalId: "ann" }),
    ]);
    expect((await call("GET", "/dimensiondata", undefined, NO_TOKEN)).status).toBe(401);
    const values = async (query: string) =>
      ((await call("GET", `/dimensiondata?${query}`)).json as readonly JsonObject[]).map(
        ({ value }) => value,
      );
    expect(await values("")).toEqual([1, 2, 4, 5]);
    expect(await values("dimid=seats")).toEqual([4]);
    expect(await values(`cId=${ACME}&limit=2&offset=1`)).toEqual([2, 4]);
    expect(await values("from=20485&to=20485")).toEqual([2]);
    expect((await call("GET", "/dimensiondata?dimid=seats")).json).toMatchObject([
      { time: "2026-01-31T00:00:00.000Z", model: "Company", parentId: ACME, companyName: "Acme" },
    ]);
  });
});

describe("user activities", () => {
  const event = { action: "login", date: "2026-01-31T10:00:00Z" };

  test("go to the contact; one of nobody known is dropped, or creates the contact of a company", async () => {
    const { call, sandbox } = await crm();
    const events = [
      { ...event, euExtId: "ann" },
      { ...event, email: "ann@acme.com" },
      { ...event, email: "new@else.org" },
      { ...event, email: "bo@acme.com", companyExternalId: "acme", firstName: "Bo" },
      { ...event, euExtId: "cy", companyExternalId: "acme" },
      { ...event, euExtId: "di", companyExternalId: "nowhere" },
    ];
    expect(await call("POST", EVENTS, events, NO_TOKEN)).toMatchObject({ status: 200, json: {} });
    expect(sandbox.analytics.activities).toHaveLength(4);
    expect(sandbox.records("Enduser")).toMatchObject([
      { email: "ann@acme.com" },
      { email: "bo@acme.com", firstName: "Bo", companyId: ACME },
      { externalId: "cy", companyId: ACME },
    ]);
  });

  test("come one by one too, where the external id has another name", async () => {
    const { call, sandbox } = await crm();
    await call("POST", `/analytics/${TENANT}`, { ...event, externalId: "ann" }, NO_TOKEN);
    expect(sandbox.analytics.activities).toHaveLength(1);
    expect((await call("POST", `/analytics/${TENANT}`, [event])).status).toBe(400);
    expect((await call("POST", EVENTS, event)).status).toBe(400);
  });

  test.each([
    [{}, {}],
    [{ activityErrors: "listed" }, { errors: [{ item: {}, error: "email or euExtId must be specified" }] }],
    [{ sinkBody: "empty" }, undefined],
  ] as const)("are answered with 200 also where they are bad (%j)", async (unknowns, json) => {
    const { call } = await crm({ unknowns });
    expect(await call("POST", EVENTS, [{}])).toMatchObject({ status: 200, json });
  });
});

describe("the host", () => {
  test.each([
    ["refuse", 404],
    ["accept", 200],
  ] as const)("a tenant that does not exist: %s", async (unknownTenant, status) => {
    const { call, sandbox } = await crm({ unknowns: { unknownTenant } });
    expect((await call("POST", "/dimensiondata/someone-else", [point(1)])).status).toBe(status);
    expect((await call("POST", "/analytics/bulk/someone-else", [{}])).status).toBe(status);
    expect(sandbox.analytics.points).toEqual([]);
  });

  test("takes no more than its bytes, and counts no calls", async () => {
    const { call } = await crm({
      limits: { bodyBytes: 200, callsPerMinute: 1, callsPerSecond: 1, parallel: 1 },
    });
    expect((await call("POST", POINTS, [point(1), point(2), point(3)])).status).toBe(413);
    expect((await call("POST", POINTS, [point(1)])).status).toBe(200);
    expect((await call("POST", POINTS, [point(1)])).status).toBe(200);
  });

  test("shows what it has taken to programs on this machine", async () => {
    const { call } = await crm();
    await call("POST", POINTS, [point(1)]);
    await call("POST", EVENTS, [{ action: "login", euExtId: "ann" }]);
    expect((await call("GET", "/_sandbox/records/metrics")).json).toMatchObject([{ values: [1] }]);
    expect((await call("GET", "/_sandbox/records/activities")).json).toMatchObject([
      { event: { action: "login" } },
    ]);
  });
});
