import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { objectType } from "./object-types.ts";
import { serve } from "./serving.ts";

const COMMON = { name: "string", hours: "number" } as const;
const TYPES = [
  objectType("Campaign", "/campaigns", ["sourceId", "externalId"], COMMON),
  objectType("Invoice", "/invoices", ["sourceId", "extId"], COMMON),
  objectType("User", "/users", ["externalId", "email"], COMMON),
  objectType("Note", "/conversations", [], COMMON),
  objectType("Issue", "/issues", ["sourceId"], COMMON),
  objectType("Timesheet", "/timesheets", [], COMMON),
  objectType("TimeEntry", "/timeentries", [], COMMON),
];

/** The shapes of the examples alone, in place of the object types that the catalogue has at these paths. */
const SERVED = [...OBJECT_TYPES.filter(({ path }) => !TYPES.some((type) => type.path === path)), ...TYPES];

const [A, B] = ["aaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbb"];

// The calls of the official examples. `new1` and `new2` stand for the ids that were made.
const EXAMPLES: readonly {
  readonly object: string;
  readonly path: string;
  readonly sent: readonly JsonObject[];
  readonly counts: readonly [created: number, updated: number, nonupdates: number];
  readonly insertsKeys: readonly JsonObject[];
  readonly updatedIds: readonly string[];
  readonly upsertedIds: readonly string[];
}[] = [
  {
    object: "Campaign",
    path: "/campaigns",
    sent: [
      { name: "One", sourceId: "s1", externalId: 1234 },
      { name: "Two", sourceId: "s2", externalId: 1235 },
    ],
    counts: [2, 0, 0],
    insertsKeys: [
      { _id: "new1", sourceId: "s1", externalId: "1234" },
      { _id: "new2", sourceId: "s2", externalId: "1235" },
    ],
    updatedIds: [],
    upsertedIds: ["new1", "new2"],
  },
  {
    object: "Invoice",
    path: "/invoices",
    sent: [{ name: "One" }, { name: "Two" }],
    counts: [2, 0, 0],
    insertsKeys: [{ _id: "new1" }, { _id: "new2" }],
    updatedIds: [],
    upsertedIds: ["new1", "new2"],
  },
  {
    object: "User",
    path: "/users",
    sent: [
      { name: "One", email: "one@acme.com" },
      { name: "Two", email: "two@acme.com" },
    ],
    counts: [2, 0, 0],
    insertsKeys: [
      { _id: "new1", email: "one@acme.com" },
      { _id: "new2", email: "two@acme.com" },
    ],
    updatedIds: [],
    upsertedIds: ["new1", "new2"],
  },
  {
    object: "Note",
    path: "/conversations",
    sent: [{ name: "One" }],
    counts: [1, 0, 0],
    insertsKeys: [{ _id: "new1" }],
    updatedIds: [],
    upsertedIds: ["new1"],
  },
  {
    object: "Issue",
    path: "/issues",
    sent: [{ _id: A, name: "Changed" }, { name: "New" }],
    counts: [1, 1, 0],
    insertsKeys: [{ _id: "new1" }],
    updatedIds: [A],
    upsertedIds: ["new1"],
  },
  {
    object: "Timesheet",
    path: "/timesheets",
    sent: [{ hours: 3 }, { _id: A, hours: 2 }, { _id: B, hours: 1 }],
    counts: [1, 1, 1],
    insertsKeys: [{ _id: "new1" }],
    updatedIds: [A],
    upsertedIds: ["new1"],
  },
  {
    object: "TimeEntry",
    path: "/timeentries",
    sent: [{ hours: 3 }, { _id: A, hours: 1 }, { _id: B, hours: 1 }],
    counts: [1, 0, 2],
    insertsKeys: [{ _id: "new1" }],
    updatedIds: [],
    upsertedIds: ["new1"],
  },
];

describe("a bulk write is answered as in Planhat's examples", () => {
  test.each(EXAMPLES)("PUT $path", async ({ object, path, sent, counts, ...expected }) => {
    const { sandbox, call } = await serve({ objectTypes: SERVED });
    sandbox.seed(object, [
      { _id: A, name: "Known", hours: 1 },
      { _id: B, name: "Known too", hours: 1 },
    ]);
    const { status, text } = await call("PUT", path, sent);
    const made = sandbox.records(object).slice(2);
    const body = made.reduce(
      (known, record, index) => known.replaceAll(String(record["_id"]), `new${index + 1}`),
      text,
    );
    const [created, updated, nonupdates] = counts;
    // As text, so that the order of the members counts too.
    expect({ status, body }).toEqual({
      status: 200,
      body: JSON.stringify({
        created,
        createdErrors: [],
        insertsKeys: expected.insertsKeys,
        updated,
        updatedErrors: [],
        updatesKeys: expected.updatedIds.map((_id) => ({ _id })),
        nonupdates,
        modified: expected.updatedIds,
        upsertedIds: expected.upsertedIds,
        permissionErrors: [],
        ...(path.startsWith("/time") ? { validationErrors: [] } : {}),
      }),
    });
  });

  test("nothing sent, nothing done", async () => {
    const { put } = await serve();
    const { status, answer } = await put("/companies", []);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ created: 0, updated: 0, nonupdates: 0 });
  });
});

describe("the status of a bulk write", () => {
  const good = { name: "Good", externalId: "good" };
  const bad = { externalId: "bad" };
  const readOnly = { Company: { create: false, update: false } };

  test.each([
    { name: "all went in: 200", sent: [good], status: 200, created: 1, createdErrors: [] },
    {
      name: "some went in: 206",
      sent: [good, bad],
      status: 206,
      created: 1,
      createdErrors: ["name is required"],
    },
    {
      name: "some changed nothing: 206",
      sent: [{ externalId: "known", name: "Known" }, bad],
      status: 206,
      created: 0,
      createdErrors: ["name is required"],
    },
    { name: "none went in: 400", sent: [bad], status: 400, created: 0, createdErrors: ["name is required"] },
    {
      name: "an item that is no object: 400",
      sent: [7],
      status: 400,
      created: 0,
      createdErrors: ["invalid item"],
    },
  ])("$name", async ({ sent, status, created, createdErrors }) => {
    const { sandbox, put } = await serve();
    sandbox.seed("Company", [{ externalId: "known", name: "Known" }]);
    expect(await put("/companies", sent)).toMatchObject({ status, answer: { created, createdErrors } });
  });

  test("without permission nothing goes in: 403, one permission error an item", async () => {
    const { put, sandbox } = await serve({ permissions: readOnly });
    const { status, answer } = await put("/companies", [good, { ...good, externalId: "b" }]);
    expect(status).toBe(403);
    expect(answer).toMatchObject({
      created: 0,
      createdErrors: [],
      permissionErrors: Array(2).fill("no permission to create companies"),
    });
    expect(sandbox.records("Company")).toEqual([]);
  });

  test("with permission to update alone, the new records are refused: 206", async () => {
    const { put, sandbox } = await serve({ permissions: { Company: { create: false } } });
    sandbox.seed("Company", [{ externalId: "known", name: "Known" }]);
    const { status, answer } = await put("/companies", [good, { externalId: "known", name: "Changed" }]);
    expect(status).toBe(206);
    expect(answer).toMatchObject({ updated: 1, permissionErrors: ["no permission to create companies"] });
  });

  test.each([
    { name: "an object instead of an array", body: good, status: 400, said: "the body is not an array" },
    { name: "text that is not JSON", body: Buffer.from("[{"), status: 400, said: "the body is not JSON" },
    { name: "no body", body: undefined, status: 400, said: "the body is not an array" },
  ])("$name: $status", async ({ body, status, said }) => {
    const { call } = await serve();
    expect(await call("PUT", "/companies", body)).toMatchObject({ status, said });
  });

  test("more items than Planhat takes are refused as a whole, exactly as many are not", async () => {
    const { put, call, sandbox } = await serve();
    const items = Array.from({ length: 5001 }, (_, index) => ({ name: "N", externalId: `e${index}` }));
    expect(await call("PUT", "/companies", items)).toMatchObject({
      status: 400,
      said: "more than 5000 items",
    });
    expect(sandbox.records("Company")).toHaveLength(0);
    expect((await put("/companies", items.slice(0, 5000))).answer).toMatchObject({ created: 5000 });
  });
});
