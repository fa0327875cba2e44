import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { DEFAULT_UNKNOWNS, type Unknowns } from "../../src/sandbox/unknowns.ts";
import { type Serving, serve } from "./serving.ts";

const [ACME, BETA] = ["a".repeat(24), "b".repeat(24)];
const CREATED = "2026-01-01T00:00:00.000Z";

async function crm(unknowns: Partial<Unknowns>, now = () => Date.parse(CREATED)): Promise<Serving> {
  const serving = await serve({ unknowns, now });
  const { sandbox } = serving;
  sandbox.seed("CustomField", [
    { parent: "company", name: "Seats", type: "number" },
    { parent: "company", name: "Tier", type: "list", listValues: ["A", "B"] },
    { parent: "company", name: "Score", type: "number", isFormula: true },
  ]);
  sandbox.seed("Company", [
    { _id: ACME, name: "Acme", externalId: "acme", sourceId: "s1", phase: "Live" },
    { _id: BETA, name: "Beta", externalId: "beta" },
  ]);
  sandbox.seed("Enduser", [
    { externalId: "ann", email: "ann@acme.com", companyId: ACME },
    { externalId: "ann", email: "ann@beta.com", companyId: BETA },
    { externalId: "old", email: "old@beta.com", companyId: BETA, archived: true },
  ]);
  return serving;
}

interface Case {
  readonly unknowns: Partial<Unknowns>;
  readonly items: readonly JsonObject[];
  readonly path?: string;
  /** Part of the answer, or of the last record of the collection. */
  readonly answer?: JsonObject;
  readonly record?: JsonObject;
  /** Part of the first record of the collection. */
  readonly changed?: JsonObject;
  /** Fields that the last record does not have. */
  readonly lacks?: readonly string[];
}

const upsert = (fields: JsonObject): readonly JsonObject[] => [{ externalId: "beta", ...fields }];
const twins = [
  { externalId: "new", name: "First" },
  { externalId: "new", name: "Second" },
  { externalId: "other", name: "Other" },
];
const duplicated = ["externalId duplicated", "externalId duplicated"];
const ann = [{ externalId: "ann", email: "ann@x.org", firstName: "Ann" }];

const WRITES: readonly Case[] = [
  { unknowns: {}, items: [{ externalId: "x" }], answer: { createdErrors: ["name is required"] } },
  {
    unknowns: { errorElements: "object" },
    items: [{ externalId: "x" }],
    answer: { createdErrors: [{ index: 0, message: "name is required", keys: { externalId: "x" } }] },
  },
  {
    unknowns: {},
    items: twins,
    answer: { created: 1, createdErrors: duplicated },
    record: { name: "Other" },
  },
  {
    unknowns: { payloadDuplicates: "first" },
    items: twins,
    // By the time the second comes, the record is there.
    answer: { created: 2, updatedErrors: ["externalId duplicated"] },
  },
  {
    unknowns: { payloadDuplicates: "last" },
    items: twins.slice(0, 2),
    // The refused item comes first, when the record is not there yet.
    answer: { created: 1, createdErrors: ["externalId duplicated"] },
    record: { name: "Second" },
  },
  {
    unknowns: { payloadDuplicates: "each" },
    items: twins.slice(0, 2),
    answer: { created: 1, updated: 1 },
    record: { name: "Second" },
  },
  {
    unknowns: { ambiguousMatch: "first" },
    path: "/endusers",
    items: ann,
    answer: { updated: 1, created: 0 },
  },
  {
    unknowns: { ambiguousMatch: "insert" },
    path: "/endusers",
    items: [{ ...ann[0], companyId: "extid-acme" }],
    // With its company it is not ambiguous.
    answer: { updated: 1, created: 0 },
  },
  {
    unknowns: { otherCompany: "move" },
    path: "/endusers",
    items: [{ externalId: "old", companyId: "extid-acme" }],
    answer: { updated: 1 },
    record: { companyId: ACME },
  },
  {
    unknowns: { otherCompany: "insert" },
    path: "/endusers",
    items: [{ externalId: "old", email: "new@x.org", companyId: "extid-acme" }],
    answer: { created: 1 },
  },
  {
    unknowns: {},
    items: [{ sourceId: "s2", externalId: "acme", phase: "X" }],
    answer: { updatedErrors: ["sourceId cannot be changed by a match on externalId"] },
  },
  {
    unknowns: { higherKeyChange: "ignore" },
    items: [{ sourceId: "s2", externalId: "acme", phase: "X" }],
    answer: { updated: 1 },
    changed: { sourceId: "s1", phase: "X" },
  },
  {
    unknowns: { higherKeyChange: "store" },
    items: [{ sourceId: "s2", externalId: "acme", phase: "X" }],
    changed: { sourceId: "s2", phase: "X" },
  },
  {
    unknowns: {},
    items: [{ _id: "c".repeat(24), name: "C" }],
    answer: { created: 1 },
    record: { _id: "c".repeat(24) },
  },
  { unknowns: {}, items: [{ _id: "no id", name: "C" }], answer: { createdErrors: ["invalid id"] } },
  {
    unknowns: { unknownId: "refuse" },
    items: [{ _id: "c".repeat(24), name: "C" }],
    answer: { createdErrors: ["invalid id"] },
  },
  {
    unknowns: {},
    items: upsert({ phase: null, custom: { Seats: null } }),
    lacks: ["phase", "custom"],
    answer: { nonupdates: 1 },
  },
  { unknowns: { nullValue: "store" }, items: upsert({ phase: null }), record: { phase: null } },
  { unknowns: { nullValue: "ignore" }, items: upsert({ phase: null }), answer: { nonupdates: 1 } },
  { unknowns: {}, items: upsert({ name: null }), answer: { updatedErrors: ["name is required"] } },
  { unknowns: {}, items: upsert({ phase: "" }), record: { phase: "" } },
  { unknowns: { emptyString: "clear" }, items: upsert({ phase: "" }), lacks: ["phase"] },
  { unknowns: {}, items: upsert({ external_id: "x" }), answer: { nonupdates: 1 }, lacks: ["external_id"] },
  { unknowns: { unknownField: "store" }, items: upsert({ external_id: "x" }), record: { external_id: "x" } },
  {
    unknowns: { unknownField: "refuse" },
    items: upsert({ external_id: "x" }),
    answer: { updatedErrors: ["external_id is not a field"] },
  },
  { unknowns: {}, items: upsert({ mr: 10, h: 5 }), record: { mr: 10 }, lacks: ["h"] },
  { unknowns: { computedField: "ignore" }, items: upsert({ mr: 10 }), lacks: ["mr"] },
  { unknowns: { computedField: "store" }, items: upsert({ h: 5 }), record: { h: 5 } },
  {
    unknowns: { computedField: "refuse" },
    items: upsert({ mr: 10 }),
    answer: { updatedErrors: ["mr is read-only"] },
  },
  {
    unknowns: { computedField: "refuse" },
    items: upsert({ custom: { Score: 1 } }),
    answer: { updatedErrors: ["custom field Score is read-only"] },
  },
  { unknowns: {}, items: upsert({ custom: { Score: 1 } }), lacks: ["custom"] },
  { unknowns: {}, items: upsert({ custom: { New: 1 } }), record: { custom: { New: 1 } } },
  { unknowns: { unknownCustomField: "ignore" }, items: upsert({ custom: { New: 1 } }), lacks: ["custom"] },
  {
    unknowns: { unknownCustomField: "refuse" },
    items: upsert({ custom: { New: 1 } }),
    answer: { updatedErrors: ["custom field New does not exist"] },
  },
  { unknowns: {}, items: upsert({ phase: 7 }), answer: { updatedErrors: ["phase is not a string"] } },
  {
    unknowns: {},
    items: upsert({ tags: [7] }),
    answer: { updatedErrors: ["tags holds an element that is not a string"] },
  },
  {
    unknowns: {},
    items: upsert({ status: "gone" }),
    answer: { updatedErrors: ["status is not one of the allowed values"] },
  },
  { unknowns: {}, items: upsert({ owner: "me" }), answer: { updatedErrors: ["owner is not a valid id"] } },
  {
    unknowns: {},
    items: upsert({ custom: { Seats: "7" } }),
    answer: { updatedErrors: ["custom field Seats is not a number"] },
  },
  {
    unknowns: {},
    items: upsert({ custom: { Tier: "C" } }),
    answer: { updatedErrors: ["custom field Tier is not one of the allowed values"] },
  },
  {
    unknowns: { wrongType: "store" },
    items: upsert({ phase: 7, custom: { Seats: "7" } }),
    record: { phase: 7, custom: { Seats: "7" } },
  },
  { unknowns: {}, items: [{ externalId: "BETA", name: "New" }], answer: { created: 1 } },
  {
    unknowns: { idCase: "insensitive" },
    items: [{ externalId: "BETA", phase: "X" }],
    answer: { updated: 1 },
  },
  {
    unknowns: {},
    path: "/endusers",
    items: [{ email: "Old@beta.com", companyId: BETA }],
    answer: { created: 1 },
  },
  {
    unknowns: { emailCase: "insensitive" },
    path: "/endusers",
    items: [{ email: "Old@beta.com", firstName: "O" }],
    answer: { updated: 1 },
  },
  { unknowns: {}, items: upsert({ phase: "X" }), answer: { updatesKeys: [{ _id: BETA }], upsertedIds: [] } },
  {
    unknowns: { updatesKeys: "keys", upsertedIds: "all" },
    items: upsert({ phase: "X" }),
    answer: { updatesKeys: [{ _id: BETA, externalId: "beta" }], upsertedIds: [BETA] },
  },
];

describe("a bulk write, by the unknowns", () => {
  test.each(WRITES.map((row) => [JSON.stringify(row.unknowns), JSON.stringify(row.items), row] as const))(
    "%s: %s",
    async (_unknowns, _items, {
      unknowns,
      items,
      path = "/companies",
      answer,
      record,
      changed,
      lacks = [],
    }) => {
      const { sandbox, put } = await crm(unknowns);
      const { answer: given } = await put(path, items);
      if (answer !== undefined) expect(given).toMatchObject(answer);
      const records = sandbox.records(path === "/companies" ? "Company" : "Enduser");
      const last = records.at(-1);
      if (changed !== undefined) expect(records[0]).toMatchObject(changed);
      if (record !== undefined) expect(last).toMatchObject(record);
      for (const field of lacks) expect(last).not.toHaveProperty(field);
    },
  );

  test.each([
    [{}, 400],
    [{ allFailedStatus: 206 }, 206],
  ] as const)("%j: %i where every item failed", async (unknowns, status) => {
    const { put } = await crm(unknowns);
    expect((await put("/companies", [{ externalId: "x" }])).status).toBe(status);
  });

  test.each([
    [{}, "2026-01-01T01:00:00.000Z"],
    [{ touchUnchanged: false }, CREATED],
  ] as const)("%j: lastUpdated is %s after a write that changes nothing", async (unknowns, lastUpdated) => {
    let now = Date.parse(CREATED);
    const { sandbox, put } = await crm(unknowns, () => now);
    now += 3_600_000;
    expect((await put("/companies", upsert({ name: "Beta" }))).answer).toMatchObject({ nonupdates: 1 });
    expect(sandbox.records("Company").at(-1)).toMatchObject({ lastUpdated });
  });
});

interface CallCase {
  readonly unknowns: Partial<Unknowns>;
  readonly call: readonly [method: string, path: string, body?: JsonObject];
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
}

const CALLS: readonly CallCase[] = [
  { unknowns: {}, call: ["GET", "/companies/extid-gone"], status: 404, text: "Not found" },
  {
    unknowns: {},
    call: ["GET", "/companies/extid-gone"],
    status: 404,
    json: { error: "Not found" },
  },
  { unknowns: { errorBodies: "text" }, call: ["GET", "/companies/extid-gone"], status: 404, json: undefined },
  { unknowns: {}, call: ["PUT", "/companies/extid-beta", { _id: BETA, phase: "X" }], status: 200 },
  { unknowns: {}, call: ["PUT", "/companies/extid-beta", { _id: ACME, phase: "X" }], status: 400 },
  {
    unknowns: { idInBody: "ignore" },
    call: ["PUT", "/companies/extid-beta", { _id: ACME, phase: "X" }],
    status: 200,
    json: expect.objectContaining({ phase: "X" }),
  },
  {
    unknowns: {},
    call: ["DELETE", `/companies/${BETA}`],
    status: 200,
    json: { n: 1, ok: 1, deletedCount: 1 },
  },
  {
    unknowns: { deleteReply: "record" },
    call: ["DELETE", `/companies/${BETA}`],
    status: 200,
    json: expect.objectContaining({ name: "Beta" }),
  },
  {
    unknowns: {},
    call: ["GET", "/companies?limit=5001"],
    status: 200,
    json: expect.toSatisfy((list) => list.length === 2),
  },
  {
    unknowns: { limitAboveMax: "refuse" },
    call: ["GET", "/companies?limit=5001"],
    status: 400,
    text: "limit is above 5000",
  },
  {
    unknowns: {},
    call: ["GET", "/companies?select=name"],
    status: 200,
    json: [
      { _id: ACME, name: "Acme" },
      { _id: BETA, name: "Beta" },
    ],
  },
  {
    unknowns: { defaultSort: "-_id" },
    call: ["GET", "/companies?select=name"],
    status: 200,
    json: [
      { _id: BETA, name: "Beta" },
      { _id: ACME, name: "Acme" },
    ],
  },
  {
    unknowns: { listFields: "keys" },
    call: ["GET", "/companies?limit=1"],
    status: 200,
    json: [{ _id: ACME, name: "Acme", externalId: "acme", sourceId: "s1" }],
  },
  {
    unknowns: {},
    call: ["GET", "/endusers?archived=true"],
    status: 200,
    json: expect.toSatisfy((list) => list.length === 3),
  },
  {
    unknowns: { hiddenParameter: "only" },
    call: ["GET", "/endusers?archived=true"],
    status: 200,
    json: expect.toSatisfy((list) => list.length === 1),
  },
  { unknowns: {}, call: ["GET", "/leancompanies?externalId=acme,beta"], status: 200, json: [] },
  {
    unknowns: { filterComma: "split" },
    call: ["GET", "/leancompanies?externalId=acme,beta,gone"],
    status: 200,
    json: expect.toSatisfy((list) => list.length === 2),
  },
  { unknowns: {}, call: ["GET", "/endusers?email=ann@acme.com,ann@beta.com"], status: 200, json: [] },
  {
    unknowns: { filterComma: "split" },
    call: ["GET", "/endusers?email=ann@acme.com,ann@beta.com"],
    status: 200,
    json: expect.toSatisfy((list) => list.length === 2),
  },
  {
    unknowns: { pageCap: 1 },
    call: ["GET", "/companies?limit=2&select=name"],
    status: 200,
    json: [{ _id: ACME, name: "Acme" }],
  },
  { unknowns: {}, call: ["GET", "/endusers/extid-old"], status: 200 },
  { unknowns: { hiddenRecord: "hide" }, call: ["GET", "/endusers/extid-old"], status: 404 },
  { unknowns: { readDelay: 1 }, call: ["GET", "/companies"], status: 200, json: [] },
  { unknowns: { readDelay: 1 }, call: ["GET", "/leancompanies"], status: 200, json: [] },
  { unknowns: { readDelay: 1 }, call: ["GET", "/companies/extid-beta"], status: 404 },
];

test.each(CALLS.map((row) => [JSON.stringify(row.unknowns), row.call.slice(0, 2).join(" "), row] as const))(
  "%s: %s",
  async (_unknowns, _call, { unknowns, call: [method, path, body], status, json, text }) => {
    const { call } = await crm(unknowns);
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    if (json !== undefined) expect(answer.json).toEqual(json);
    if (text !== undefined) expect(answer.said).toBe(text);
  },
);

describe("bulk writes of one collection at the same time", () => {
  test.each([
    [{}, { created: 0, nonupdates: 1, createdErrors: [], updatedErrors: [] }],
    [
      { overlappingWrites: "refuse" },
      { created: 0, nonupdates: 0, updatedErrors: ["externalId,email duplicated"] },
    ],
  ] as const)(
    "%j: the second gets %j, and once the first is answered a third goes through",
    async (unknowns, second) => {
      const { sandbox, put } = await crm(unknowns);
      const items = [{ externalId: "new", email: "new@x.org", companyId: ACME }];
      const fault = sandbox.faults.add({ action: { kind: "slow" } });
      const first = put("/endusers", items);
      await fault.reached;
      expect((await put("/endusers", items)).answer).toMatchObject(second);
      fault.release();
      expect((await first).answer).toMatchObject({ created: 1 });
      expect((await put("/endusers", items)).answer).toMatchObject({ nonupdates: 1 });
    },
  );
});

test("every unknown has a default and a case here or in the tests of the limits, objects and streams", () => {
  const elsewhere = [
    ...["retryAfter", "tooManyItemsStatus"],
    ...["uncertainKeys", "dropsIncomplete", "livesIn"],
    ...["metricAggregation", "processedCounts", "pointErrorsStatus", "unknownRecord", "unknownTenant"],
    ...["activityErrors", "sinkBody"],
    // test/sandbox/new-objects.test.ts
    ...["newRecords", "otherReferences", "danglingReference", "dealAmounts", "lineItemRules", "dateForm"],
    "undocumentedCalls",
  ];
  const own = ["allFailedStatus", "touchUnchanged", "overlappingWrites"];
  const tried = [...WRITES, ...CALLS].flatMap(({ unknowns }) => Object.keys(unknowns));
  expect(new Set([...tried, ...own, ...elsewhere])).toEqual(new Set(Object.keys(DEFAULT_UNKNOWNS)));
});
