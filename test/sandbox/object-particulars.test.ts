import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { companyField, type FieldSpec, type ObjectType } from "../../src/model/object-type.ts";
import type { Unknowns } from "../../src/sandbox/unknowns.ts";
import { type Serving, serve } from "./serving.ts";

const [ACME, BETA] = ["a".repeat(24), "b".repeat(24)];

async function crm(
  unknowns: Partial<Unknowns> = {},
  conversationTypes: readonly string[] = [],
): Promise<Serving> {
  const serving = await serve({ unknowns, conversationTypes });
  serving.sandbox.seed("Company", [
    { _id: ACME, name: "Acme", externalId: "acme", sourceId: "s1", domains: ["acme.com"] },
    { _id: BETA, name: "Beta", externalId: "beta" },
  ]);
  return serving;
}

const RECORDS = OBJECT_TYPES.filter(({ stream }) => stream === undefined);

/** A value that fits a field. */
function sample(name: string, spec: FieldSpec): JsonObject[string] {
  if (spec.enum !== undefined) return spec.enum[0] ?? null;
  if (spec.prefixes) return spec.type === "array" ? ["extid-acme"] : "extid-acme";
  switch (spec.type) {
    case "string":
      return name === "email" ? "ann@acme.com" : `${name} 1`;
    case "array":
      return ["one"];
    case "date":
      return "2026-01-31";
    case "objectId":
      return BETA;
    case "boolean":
      return true;
    case "object":
      return {};
    default:
      return 1;
  }
}

/** The least that a create needs. */
function least({ required, requiredWhen = [], fixed = {}, fields }: ObjectType): JsonObject {
  const conditional = requiredWhen.filter(({ field, is }) => fields[field]?.default === is);
  const groups = [...required, ...conditional.map(({ needs }) => needs)];
  const names = groups.flatMap(([first = ""]) => [first]);
  return {
    ...fixed,
    ...Object.fromEntries(names.map((name) => [name, sample(name, fields[name] as FieldSpec)])),
  };
}

describe.each(RECORDS)("$name", (type) => {
  const item = least(type);

  test("is created by what its file says it needs, found by each of its keyables, and not changed by a repeat", async () => {
    const { put } = await crm();
    const keys = Object.fromEntries(type.keyables.slice(1).map((name) => [name, item[name] ?? `${name} 1`]));
    const whole = { ...item, ...keys };
    expect((await put(type.path, [whole])).answer).toMatchObject({ created: 1, createdErrors: [] });
    for (const [name, value] of Object.entries(keys)) {
      const company = companyField(type);
      const scope = company === undefined || item[company] === undefined ? {} : { [company]: item[company] };
      const always = Object.fromEntries((type.always ?? []).map((field) => [field, item[field] ?? ""]));
      const { answer } = await put(type.path, [{ [name]: value, ...scope, ...always }]);
      expect(answer, name).toMatchObject({ created: 0, nonupdates: 1 });
    }
  });

  test("is refused without one of them", async () => {
    const { put } = await crm();
    for (const group of type.required) {
      if (group.some((name) => type.always?.includes(name))) continue;
      const { [group[0] ?? ""]: _, ...rest } = item;
      const { answer } = await put(type.path, [rest]);
      // A contact without a company gets one by the domain of the e-mail address.
      if (type.name === "Enduser" && group.includes("companyId")) continue;
      expect(answer["createdErrors"], group.join()).toEqual([`${group.join(" or ")} is required`]);
    }
  });

  test("refers to a company by its other ids, and to none that does not exist", async () => {
    const company = companyField(type);
    if (company === undefined || type.fields[company]?.prefixes !== true) return;
    const { put, sandbox } = await crm();
    const many = type.fields[company]?.type === "array";
    const to = (id: string) => ({ ...item, [company]: many ? [id] : id });
    expect((await put(type.path, [to("srcid-s1")])).answer).toMatchObject({ created: 1 });
    expect(sandbox.records(type.name)[0]?.[company]).toEqual(many ? [ACME] : ACME);
    const { answer } = await put(type.path, [to("extid-none")]);
    expect([answer["createdErrors"], answer["updatedErrors"]].flat()).toEqual([`${company} not found`]);
  });

  test("is listed in pages of its own size", async () => {
    const { put, call } = await crm();
    const { defaultLimit, maxLimit } = type.list;
    const count = Math.min(defaultLimit, 120) + 1;
    const { email: _, ...rest } = item;
    const items = Array.from({ length: count }, (_, index) => ({
      ...rest,
      ...(item["email"] === undefined ? {} : { email: `u${index}@acme.com` }),
      ...(item["sourceId"] === undefined ? {} : { sourceId: `s${index}` }),
    }));
    await put(type.path, items);
    const listed = (await call("GET", type.path)).json as readonly JsonObject[];
    // Companies were there before.
    expect(listed).toHaveLength(Math.min(defaultLimit, type.name === "Company" ? count + 2 : count));
    expect((await call("GET", `${type.path}?limit=${maxLimit + 1}`)).status).toBe(200);
  });
});

test("a licence without a fixed period needs mrr; one with a fixed period its value", async () => {
  const { put } = await crm();
  const licence = { _currency: "USD", companyId: "extid-acme", fromDate: "2026-01-01", value: 1200 };
  expect((await put("/licenses", [licence])).answer).toMatchObject({ createdErrors: ["mrr is required"] });
  expect((await put("/licenses", [{ ...licence, fixedPeriod: true }])).answer).toMatchObject({ created: 1 });
  expect((await put("/licenses", [{ ...licence, value: 1, mrr: 100 }])).answer).toMatchObject({ created: 1 });
});

test("a task that repeats as it likes needs its days, and a done one is hidden from lists", async () => {
  const { put, call } = await crm();
  const task = { companyId: "extid-acme", action: "Call", sourceId: "t1" };
  expect((await put("/tasks", [{ ...task, repeat: "custom" }])).answer).toMatchObject({
    createdErrors: ["repeatDays is required"],
  });
  await put("/tasks", [{ ...task, isArchived: true }]);
  expect((await call("GET", "/tasks")).json).toEqual([]);
  expect((await call("GET", "/tasks?isArchived=false")).json).toEqual([]);
  expect((await call("GET", "/tasks?isArchived=true")).json).toMatchObject([{ mainType: "task" }]);
});

test("an issue belongs to several companies: it shows their names and is listed for each", async () => {
  const { put, call } = await crm();
  await put("/issues", [{ title: "Bug", companyIds: ["extid-acme", BETA] }]);
  const companies = [
    { id: ACME, name: "Acme" },
    { id: BETA, name: "Beta" },
  ];
  expect((await call("GET", `/issues?companyId=${BETA}`)).json).toMatchObject([{ companies }]);
  expect((await call("GET", `/issues?companyId=${"c".repeat(24)}`)).json).toEqual([]);
});

test("an invoice refers by cId, has an extId within its company, and takes days", async () => {
  const { put, call } = await crm();
  const invoice = { currency: "USD", invoiceDate: 20_483, extId: "i1" };
  expect(
    (
      await put("/invoices", [
        { ...invoice, cId: "extid-acme" },
        { ...invoice, cId: "extid-beta" },
        { ...invoice, cId: "extid-beta", invoiceDate: "2026-01-31" },
      ])
    ).answer,
  ).toMatchObject({ created: 1, createdErrors: ["extId duplicated", "extId duplicated"] });
  await put("/invoices", [{ ...invoice, cId: "extid-beta" }]);
  expect((await call("GET", `/invoices?cId=${BETA}`)).json).toMatchObject([{ cName: "Beta" }]);
  expect(
    (await put("/invoices", [{ ...invoice, cId: ACME, invoiceDate: "2026-01-31" }])).answer,
  ).toMatchObject({ updatedErrors: ["invoiceDate is not a number of days"] });
});

test("a new user is inactive until told otherwise", async () => {
  const { put, sandbox } = await crm();
  const user = { nickName: "Bo", firstName: "Bo", lastName: "Bo" };
  await put("/users", [
    { ...user, email: "a@x.org" },
    { ...user, email: "b@x.org", inactive: false },
  ]);
  expect(sandbox.records("User").map(({ inactive }) => inactive)).toEqual([true, false]);
});

describe("conversations", () => {
  test("of a type that the tenant does not have become notes", async () => {
    const { put, sandbox } = await crm({}, ["meeting"]);
    const types = ["meeting", "training", "call"];
    await put(
      "/conversations",
      types.map((type) => ({ companyId: ACME, type })),
    );
    expect(sandbox.records("Conversation").map(({ type }) => type)).toEqual(["meeting", "note", "call"]);
  });

  test.each([
    ["match", { created: 0, nonupdates: 1 }],
    ["ignore", { created: 1, createdErrors: [] }],
  ] as const)("are matched by externalId, or are not (%s)", async (uncertainKeys, answer) => {
    const { put } = await crm({ uncertainKeys });
    const item = { companyId: ACME, externalId: "c1", subject: "Hi" };
    await put("/conversations", [item]);
    expect((await put("/conversations", [item])).answer).toMatchObject(answer);
  });
});

describe("tickets", () => {
  const ticket = { sourceId: "t1", email: "ann@acme.com", domains: ["acme.com"], title: "Help", type: "bug" };

  test("find their company, and are read back as conversations", async () => {
    const { put, call } = await crm();
    expect((await put("/tickets", [ticket])).answer).toMatchObject({ created: 1 });
    const shown = { companyId: ACME, subject: "Help", type: "ticket", subType: "bug", sourceId: "t1" };
    expect((await call("GET", "/tickets?email=ann@acme.com")).json).toMatchObject([shown]);
    expect((await call("GET", "/conversations")).json).toMatchObject([shown]);
  });

  test("may stand apart from conversations", async () => {
    const { put, call } = await crm({ livesIn: "apart" });
    await put("/tickets", [ticket]);
    expect((await call("GET", "/conversations")).json).toEqual([]);
  });

  test.each([
    ["always", { created: 0, updated: 0, nonupdates: 0, updatedErrors: [] }],
    ["creates", { updated: 1 }],
  ] as const)(
    "without an e-mail address are dropped without a word (%s)",
    async (dropsIncomplete, answer) => {
      const { put } = await crm({ dropsIncomplete });
      const { email: _, ...nameless } = ticket;
      expect((await put("/tickets", [nameless])).answer).toMatchObject({ created: 0, createdErrors: [] });
      await put("/tickets", [ticket]);
      expect((await put("/tickets", [{ sourceId: "t1", status: "open" }])).answer).toMatchObject(answer);
    },
  );

  test("have no calls of their own but the delete", async () => {
    const { put, call, sandbox } = await crm();
    await put("/tickets", [ticket]);
    const id = String(sandbox.records("Ticket")[0]?.["_id"]);
    expect((await call("POST", "/tickets", ticket)).status).toBe(404);
    expect((await call("GET", `/tickets/${id}`)).status).toBe(404);
    expect((await call("PUT", `/tickets/${id}`, { status: "open" })).status).toBe(404);
    expect((await call("DELETE", `/tickets/${id}`)).status).toBe(200);
  });
});

test("fields that the examples write although they are marked as computed are stored", async () => {
  const { put, sandbox } = await crm();
  await put("/invoices", [
    { cId: ACME, currency: "USD", invoiceDate: 1, lineItems: [{ amount: 1 }], amountDue: 5 },
  ]);
  expect(sandbox.records("Invoice")[0]).toMatchObject({ lineItems: [{ amount: 1 }] });
  expect(sandbox.records("Invoice")[0]).not.toHaveProperty("amountDue");
});
