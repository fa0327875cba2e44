import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamIdentity } from "../../src/definition/transform/stream-identity.ts";
import type { Transformed } from "../../src/model/compiled-sync.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { loadSync } from "./load-text.ts";

function identity(name: "Metric" | "UserActivity", fields: JsonObject): string {
  const type = OBJECT_TYPES.find((one) => one.name === name);
  if (type?.stream === undefined) throw new Error(`no stream ${name}`);
  return streamIdentity(type, type.stream)(fields);
}

const POINT = { dimensionId: "logins", externalId: "a1", date: "2026-01-31", value: 1 };
const EVENT = { externalId: "u1", action: "login", date: "2026-01-31T10:00:00Z", info: { page: "/" } };

describe("a point is known by its metric, model, record and day", () => {
  test("as a text that people can read", () => {
    expect(identity("Metric", POINT)).toBe('["logins","Company","a1","2026-01-31"]');
  });

  test.each([
    { value: 2 },
    { model: "Company" },
    { model: null },
    { date: "2026-01-31T23:59:59.999Z" },
    { date: "2026-02-01T01:30:00+02:00" },
  ])("%j makes no difference", (other) => {
    expect(identity("Metric", { ...POINT, ...other })).toBe(identity("Metric", POINT));
  });

  test.each([
    { dimensionId: "seats" },
    { model: "Asset" },
    { externalId: "a2" },
    { date: "2026-02-01" },
    { date: "2026-01-31T23:00:00-02:00" },
  ])("%j makes another one", (other) => {
    expect(identity("Metric", { ...POINT, ...other })).not.toBe(identity("Metric", POINT));
  });

  test("whatever the texts hold, two of them never run into each other", () => {
    const text = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        fc.pre(a !== c || b !== d);
        const one = identity("Metric", { ...POINT, dimensionId: a, externalId: b });
        expect(identity("Metric", { ...POINT, dimensionId: c, externalId: d })).not.toBe(one);
      }),
    );
  });
});

describe("an event is known by its user, company, action, time and info", () => {
  test.each([
    { weight: 5 },
    { count: 2 },
    { firstName: "Ann" },
    { date: "2026-01-31T12:00:00+02:00" },
    { date: "2026-01-31T10:00:00.000000Z" },
    { info: { page: "/" } },
  ])("%j makes no difference", (other) => {
    expect(identity("UserActivity", { ...EVENT, ...other })).toBe(identity("UserActivity", EVENT));
  });

  test.each([
    { externalId: "u2" },
    { email: "u@x.org" },
    { companyExternalId: "a1" },
    { action: "logout" },
    { date: "2026-01-31T10:00:00.001Z" },
    { date: "2026-01-31T10:00:00.000001Z" },
    { info: { page: "/x" } },
    { info: null },
  ])("%j makes another one", (other) => {
    expect(identity("UserActivity", { ...EVENT, ...other })).not.toBe(identity("UserActivity", EVENT));
  });

  test("both names of the contact's external id are one", () => {
    const { externalId: _, ...rest } = EVENT;
    expect(identity("UserActivity", { ...rest, euExtId: "u1" })).toBe(identity("UserActivity", EVENT));
  });
});

/** The rows of one sync, through its definition. */
async function transformed(
  definition: string,
  ...rows: readonly JsonObject[]
): Promise<readonly Transformed[]> {
  const { syncs, diagnostics } = loadSync(definition, { env: { PLANHAT_TENANT_UUID: "a-tenant" } });
  expect(diagnostics).toEqual([]);
  return (
    (await syncs[0]?.transform(
      rows.map((data, index) => ({ data, position: { row: index + 1 } })),
      0,
    )) ?? []
  );
}

function definition(object: string, mode: string, fields: string): string {
  return `version: 1
source: { csv: { path: a.csv } }
target: { object: ${object} }
mode: ${mode}
fields:
${fields}`;
}

/** The rule and field of a rejection, or the record. */
function told(one: Transformed | undefined) {
  if (one?.kind === "record") return one.record.fields;
  return one === undefined ? undefined : `${one.rejection.rule} ${one.rejection.field}`;
}

test("a point without a date is rejected, because it would be another one on every run", async () => {
  const points = definition(
    "Metric",
    "insert",
    "  dimensionId: { value: logins }\n  externalId: id\n  date: day\n  value: n\n",
  );
  const [with_, without] = await transformed(
    points,
    { id: "a1", day: "2026-01-31", n: 1 },
    { id: "a1", n: 1 },
  );
  expect(with_).toMatchObject({ record: { key: '["logins","Company","a1","2026-01-31"]' } });
  expect(told(without)).toBe("required-field date");
  expect(without).toMatchObject({
    rejection: { reason: { what: expect.stringContaining("time of receipt") } },
  });
});

test("a note says that it is one, and a note's own type may be written too", async () => {
  const fields = "  companyId: { expr: company, by: externalId }\n  subject: s\n";
  const [note] = await transformed(definition("Note", "insert", fields), { company: 12, s: "Hi" });
  expect(told(note)).toEqual({ type: "note", companyId: "extid-12", subject: "Hi" });
  const [same] = await transformed(definition("Note", "insert", `${fields}  type: { value: note }\n`), {
    company: 12,
    s: "Hi",
  });
  expect(told(same)).toEqual(told(note));
});

test.each([
  ["externalId", "a1", "extid-a1"],
  ["sourceId", "a1", "srcid-a1"],
  ["externalId", 7, "extid-7"],
])("a reference by %s to %j is %j", async (by, company, reference) => {
  const asset = definition(
    "Asset",
    "upsert",
    `  externalId: id\n  name: id\n  companyId: { expr: company, by: ${by} }\n`,
  );
  expect(told((await transformed(asset, { id: "x", company }))[0])).toMatchObject({ companyId: reference });
  expect(told((await transformed(asset, { id: "x", company: " " }))[0])).toBe("reference-missing companyId");
  expect(told((await transformed(asset, { id: "x" }))[0])).toBe("reference-missing companyId");
});

test("references of a list get their prefix each", async () => {
  const issue = definition(
    "Issue",
    "upsert",
    "  sourceId: id\n  title: id\n  companyIds: { expr: companies, by: externalId }\n",
  );
  const [two, one] = await transformed(
    issue,
    { id: "x", companies: ["a", "b"] },
    { id: "y", companies: "a" },
  );
  expect(told(two)).toMatchObject({ companyIds: ["extid-a", "extid-b"] });
  expect(told(one)).toMatchObject({ companyIds: ["extid-a"] });
});

test("what a create needs may depend on another field, and on its default", async () => {
  const licence = definition(
    "License",
    "upsert",
    "  externalId: id\n  companyId: company\n  _currency: cur\n  fromDate: from\n  fixedPeriod: fixed\n  mrr: mrr\n  value: value\n",
  );
  const row = { id: "l", company: "extid-a", cur: "USD", from: "2026-01-01" };
  const rows = await transformed(
    licence,
    { ...row, value: 1 },
    { ...row, value: 1, fixed: false },
    { ...row, value: 1, fixed: true },
    { ...row, mrr: 1 },
    { ...row, fixed: true },
  );
  expect(rows.map((one) => (one.kind === "record" ? "record" : told(one)))).toEqual([
    "required-field mrr",
    "required-field mrr",
    "record",
    "record",
    "required-field mrr",
  ]);
  expect(rows[0]).toMatchObject({
    rejection: { reason: { what: expect.stringContaining("where fixedPeriod is false") } },
  });
});

test("an update needs what Planhat wants in every item", async () => {
  const ticket = definition("Ticket", "update", "  sourceId: id\n  email: mail\n  status: s\n");
  const [whole, without] = await transformed(
    ticket,
    { id: "t", mail: "a@x.org", s: "open" },
    { id: "t", s: "open" },
  );
  expect(whole?.kind).toBe("record");
  expect(told(without)).toBe("required-field email");
});
