import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { type Serving, serve } from "./serving.ts";

const [ACME, BETA, ANN, BOB] = ["a".repeat(24), "b".repeat(24), "1".repeat(24), "2".repeat(24)];

/** Two companies; Ann in both under one externalId, Bob in one. */
async function crm(options: Parameters<typeof serve>[0] = {}): Promise<Serving> {
  const serving = await serve(options);
  serving.sandbox.seed("Company", [
    { _id: ACME, name: "Acme", externalId: "acme", sourceId: "s-acme", domains: ["acme.com"] },
    { _id: BETA, name: "Beta", externalId: "beta", domains: ["beta.com"] },
  ]);
  serving.sandbox.seed("Enduser", [
    { _id: ANN, externalId: "ann", sourceId: "s-ann", email: "ann@acme.com", companyId: ACME },
    { _id: "3".repeat(24), externalId: "ann", email: "ann@beta.com", companyId: BETA },
    { _id: BOB, externalId: "bob", email: "bob@acme.com", companyId: ACME },
  ]);
  return serving;
}

function find({ sandbox }: Serving, object: string, id: string): JsonObject | undefined {
  return sandbox.records(object).find((record) => record["_id"] === id);
}

describe("the keyables are tried in Planhat's order", () => {
  test.each([
    { name: "_id before sourceId", item: { _id: ACME, sourceId: "s-new" }, id: ACME },
    {
      name: "sourceId before externalId, which it may change",
      item: { sourceId: "s-acme", externalId: "new" },
      id: ACME,
    },
    { name: "externalId where nothing else is sent", item: { externalId: "beta" }, id: BETA },
    {
      name: "the next one where the first finds nobody, which then is set",
      item: { sourceId: "gone", externalId: "beta" },
      id: BETA,
    },
  ])("$name", async ({ item, id }) => {
    const serving = await crm();
    const { answer } = await serving.put("/companies", [{ ...item, phase: "Live" }]);
    expect(answer).toMatchObject({ created: 0, updated: 1, modified: [id] });
    expect(find(serving, "Company", id)).toMatchObject({ ...item, phase: "Live" });
  });

  test("an e-mail address comes last, and can be changed by any other key", async () => {
    const serving = await crm();
    await serving.put("/endusers", [{ email: "bob@acme.com", firstName: "Bob" }]);
    await serving.put("/endusers", [{ externalId: "bob", email: "robert@acme.com" }]);
    expect(find(serving, "Enduser", BOB)).toMatchObject({ firstName: "Bob", email: "robert@acme.com" });
  });

  test("a second contact with one e-mail address is taken for the first, whose other key it cannot change", async () => {
    const serving = await crm();
    const shared = { email: "info@acme.com", companyId: ACME };
    const { status, answer } = await serving.put("/endusers", [
      { externalId: "one", ...shared },
      { externalId: "two", ...shared },
    ]);
    expect({ status, answer }).toMatchObject({
      status: 206,
      answer: { created: 1, updatedErrors: ["externalId cannot be changed by a match on email"] },
    });
  });

  test("a key that another record bears cannot be taken", async () => {
    const serving = await crm();
    const { status, answer } = await serving.put("/companies", [{ _id: ACME, externalId: "beta" }]);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ updated: 0, updatedErrors: ["externalId duplicated"] });
  });

  test("an item without a key is a new record each time", async () => {
    const serving = await crm();
    await serving.put("/companies", [{ name: "Nameless" }]);
    const { answer } = await serving.put("/companies", [
      { name: "Nameless" },
      { name: "Nameless", externalId: "" },
    ]);
    expect(answer).toMatchObject({ created: 2 });
  });
});

describe("an externalId is unique only within one company", () => {
  test("companyId tells which of two is meant, in each of its forms", async () => {
    const serving = await crm();
    for (const companyId of [ACME, "extid-acme", "srcid-s-acme"]) {
      const { answer } = await serving.put("/endusers", [
        { externalId: "ann", companyId, lastName: companyId },
      ]);
      expect(answer).toMatchObject({ modified: [ANN] });
      expect(find(serving, "Enduser", ANN)).toMatchObject({ companyId: ACME, lastName: companyId });
    }
  });

  test("without companyId nobody can tell which one is meant", async () => {
    const serving = await crm();
    const { status, answer } = await serving.put("/endusers", [{ externalId: "ann", lastName: "A" }]);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ updatedErrors: ["externalId duplicated"] });
  });

  test("in another company it is another record", async () => {
    const serving = await crm();
    const item = { externalId: "bob", companyId: BETA, email: "bob@beta.com" };
    expect((await serving.put("/endusers", [item])).answer).toMatchObject({ created: 1 });
    expect((await serving.put("/endusers", [item])).answer).toMatchObject({ created: 0, nonupdates: 1 });
  });
});

describe("the company of a contact", () => {
  test.each([
    { form: "its _id", companyId: BETA },
    { form: "its externalId", companyId: "extid-beta" },
  ])("is stored as the _id when named by $form", async ({ companyId }) => {
    const serving = await crm();
    await serving.put("/endusers", [{ externalId: "cy", email: "cy@x.org", companyId }]);
    expect(serving.sandbox.records("Enduser").at(-1)).toMatchObject({ companyId: BETA });
  });

  test("is found by the domain of the e-mail address where none is named", async () => {
    const serving = await crm();
    await serving.put("/endusers", [{ externalId: "cy", email: "cy@BETA.com" }]);
    expect(serving.sandbox.records("Enduser").at(-1)).toMatchObject({ companyId: BETA });
  });

  test.each([
    { why: "it does not exist", item: { companyId: "extid-gone" }, error: "companyId not found" },
    { why: "it is no reference", item: { companyId: 7 }, error: "companyId not found" },
    { why: "no company has the domain", item: { email: "cy@mail.example" }, error: "companyId is required" },
  ])("is an error where $why", async ({ item, error }) => {
    const serving = await crm();
    const { answer } = await serving.put("/endusers", [{ externalId: "cy", email: "cy@x.org", ...item }]);
    expect(answer).toMatchObject({ created: 0, createdErrors: [error] });
  });
});

describe("what is written", () => {
  test("leaves the other fields alone, and the other custom fields", async () => {
    const serving = await crm();
    await serving.put("/companies", [{ _id: ACME, custom: { Tier: "A", Seats: 5 }, tags: ["x", "y"] }]);
    await serving.put("/companies", [{ _id: ACME, custom: { Tier: "B" }, tags: ["z"] }]);
    expect(find(serving, "Company", ACME)).toMatchObject({
      name: "Acme",
      custom: { Tier: "B", Seats: 5 },
      tags: ["z"],
    });
  });

  test("may be named like a prototype's member", async () => {
    const serving = await crm();
    const body = Buffer.from(
      `[{"_id":"${ACME}","__proto__":{"x":1},"custom":{"__proto__":"p","constructor":"c"}}]`,
    );
    await serving.call("PUT", "/companies", body);
    const custom = find(serving, "Company", ACME)?.["custom"];
    expect(JSON.stringify(custom)).toBe('{"__proto__":"p","constructor":"c"}');
    expect({}).not.toHaveProperty("x");
  });

  test("gets dates: createDate once, lastUpdated with each write", async () => {
    let now = Date.UTC(2026, 0, 1);
    const serving = await crm({ now: () => now });
    await serving.put("/companies", [{ name: "New", externalId: "n" }]);
    now += 60_000;
    await serving.put("/companies", [{ externalId: "n", phase: "Live" }]);
    expect(serving.sandbox.records("Company").at(-1)).toMatchObject({
      createDate: "2026-01-01T00:00:00.000Z",
      lastUpdated: "2026-01-01T00:01:00.000Z",
    });
  });
});

test("the history counts what the API created, and finds what was created twice", async () => {
  const serving = await crm();
  await serving.put("/companies", [{ name: "N", externalId: "n" }]);
  await serving.put("/companies", [{ name: "Changed", externalId: "n" }]);
  const { history } = serving.sandbox;
  expect([
    history.created("Company"),
    history.updated("Company"),
    history.creates("Company", "externalId", "n"),
  ]).toEqual([1, 1, 1]);
  expect(history.createdTwice()).toEqual([]);
  const id = serving.sandbox.records("Company").at(-1)?.["_id"];
  await serving.call("DELETE", `/companies/${String(id)}`);
  await serving.put("/companies", [{ name: "N", externalId: "n" }]);
  expect(history.createdTwice()).toEqual([{ object: "Company", field: "externalId", value: "n", times: 2 }]);
});

test("one externalId in two companies, or one e-mail address beside other keys, is not created twice", async () => {
  const serving = await crm();
  await serving.put("/endusers", [{ externalId: "eve", email: "eve@acme.com", companyId: ACME }]);
  const id = serving.sandbox.records("Enduser").at(-1)?.["_id"];
  await serving.call("DELETE", `/endusers/${String(id)}`);
  await serving.put("/endusers", [{ externalId: "eve", email: "eve@acme.com", companyId: BETA }]);
  const { history } = serving.sandbox;
  expect(history.creates("Enduser", "externalId", "eve")).toBe(2);
  expect(history.creates("Enduser", "email", "eve@acme.com")).toBe(2);
  expect(history.createdTwice()).toEqual([]);
});

test("a refusal names the keys that are shared in the order in which the items bear them", async () => {
  const { put } = await serve();
  const { answer } = await put("/companies", [
    { name: "A", externalId: "e" },
    { name: "B", sourceId: "s" },
    { name: "C", sourceId: "s", externalId: "e" },
  ]);
  expect(answer["createdErrors"]).toEqual([
    "externalId duplicated",
    "sourceId duplicated",
    "externalId,sourceId duplicated",
  ]);
});
