import fc from "fast-check";
import { expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { bulkUpsert } from "../../src/sandbox/bulk-upsert.ts";
import { DEFAULT_UNKNOWNS, type Unknowns } from "../../src/sandbox/unknowns.ts";
import { createWorld, type World } from "../../src/sandbox/world.ts";
import { runs } from "../support/effort.ts";
import { serve } from "./serving.ts";

const NO_RULES = { take: (item: JsonObject) => item, refusal: () => undefined };

const key = fc.option(fc.constantFrom("k1", "k2", "k3", 1), { nil: undefined });
const company = fc.record({ name: fc.constantFrom("A", "B"), sourceId: key, externalId: key }).map(present);
const enduser = fc
  .record({
    email: fc.constantFrom("a@one.com", "b@two.com", "c@one.com"),
    sourceId: key,
    externalId: key,
    companyId: fc.constantFrom(undefined, "extid-k1", "srcid-k2"),
  })
  .map(present);
const write = fc.oneof(
  fc.record({ path: fc.constant("/companies"), items: fc.array(company, { maxLength: 6 }) }),
  fc.record({ path: fc.constant("/endusers"), items: fc.array(enduser, { maxLength: 6 }) }),
);
const unknowns = fc.record({
  payloadDuplicates: fc.constantFrom("none", "first", "last", "each"),
  ambiguousMatch: fc.constantFrom("error", "first", "insert"),
  otherCompany: fc.constantFrom("insert", "move"),
  higherKeyChange: fc.constantFrom("refuse", "ignore", "store"),
  idCase: fc.constantFrom("sensitive", "insensitive"),
});

test("whatever is written in whatever order, keys stay unique and every item is accounted for", () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 12 }), unknowns, (writes, switches) => {
      const world = newWorld(switches as Partial<Unknowns>);
      for (const { path, items } of writes) {
        const collection = world.collections.get(path);
        if (collection === undefined) throw new Error(path);
        const before = collection.size;
        const answer = bulkUpsert(world, collection, items, NO_RULES);
        const errors =
          answer.createdErrors.length + answer.updatedErrors.length + answer.permissionErrors.length;
        expect(answer.created + answer.updated + answer.nonupdates + errors).toBe(items.length);
        expect(answer.insertsKeys).toHaveLength(answer.created);
        expect(answer.updatesKeys).toHaveLength(answer.updated);
        expect(collection.size).toBe(before + answer.created);
      }
      expect(repeatedKeys(world)).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});

test("indexes answer as a walk through all records does, after updates and deletes too", () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 12 }), fc.nat(), (writes, seed) => {
      const world = newWorld({ payloadDuplicates: "each" });
      for (const [step, { path, items }] of writes.entries()) {
        const collection = world.collections.get(path);
        if (collection === undefined) throw new Error(path);
        bulkUpsert(world, collection, items, NO_RULES);
        const some = [...collection.all()][(seed + step) % 5];
        if (step % 3 === 2 && some !== undefined) collection.delete(String(some["_id"]));
        for (const field of ["sourceId", "externalId"]) {
          for (const value of ["k1", "k2", "k3", "1"]) {
            const walked = [...collection.all()].filter((record) => record[field] === value);
            expect(new Set(collection.find(field, value))).toEqual(new Set(walked));
          }
        }
      }
    }),
    { numRuns: runs(100) },
  );
});

test("writes that race over HTTP create each key once", async () => {
  const { sandbox, put } = await serve();
  const batches = Array.from({ length: 12 }, (_, batch) =>
    Array.from({ length: 40 }, (_, index) => ({
      name: `N${batch}`,
      externalId: `e${(index * (batch + 1)) % 97}`,
    })),
  );
  await Promise.all(batches.map((items) => put("/companies", items.filter(firstOfKey))));
  const keys = sandbox.records("Company").map((record) => record["externalId"]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(sandbox.history.createdTwice()).toEqual([]);
  expect(sandbox.history.created("Company")).toBe(keys.length);
});

function newWorld(switches: Partial<Unknowns>): World {
  const world = createWorld({
    objectTypes: OBJECT_TYPES,
    unknowns: { ...DEFAULT_UNKNOWNS, ...switches },
    permissions: {},
    now: () => 0,
  });
  const companies = world.collectionOf("Company");
  companies?.put({ _id: "a".repeat(24), name: "One", externalId: "k1", domains: ["one.com"] });
  companies?.put({ _id: "b".repeat(24), name: "Two", sourceId: "k2", domains: ["two.com"] });
  return world;
}

function repeatedKeys({ collections, unknowns: { idCase } }: World): readonly string[] {
  const folded = (value: unknown): string =>
    idCase === "insensitive" ? String(value).toLowerCase() : String(value);
  return [...collections.values()].flatMap((collection) => {
    const keys = [...collection.all()].flatMap((record) => {
      const scope = collection.type.externalIdWithinCompany ? String(record["companyId"]) : "";
      return [
        ...(record["sourceId"] === undefined ? [] : [`sourceId ${folded(record["sourceId"])}`]),
        ...(record["externalId"] === undefined
          ? []
          : [`externalId ${scope} ${folded(record["externalId"])}`]),
      ];
    });
    return keys.filter((one, index) => keys.indexOf(one) !== index);
  });
}

function firstOfKey(item: JsonObject, index: number, items: readonly JsonObject[]): boolean {
  return items.findIndex(({ externalId }) => externalId === item["externalId"]) === index;
}

/** Without the members that are undefined: JSON has none. */
function present(item: Readonly<Record<string, string | number | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(item).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}
