import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { LookupField } from "../../../src/model/reference-lookup.ts";
import { NameIndex } from "../../../src/planhat/read/name-index.ts";
import { runs } from "../../support/effort.ts";

const USER = OBJECT_TYPES.find(({ name }) => name === "User");

function indexOf(by: LookupField, records: readonly JsonObject[]): NameIndex {
  if (USER === undefined) throw new Error("The catalogue has it.");
  const index = new NameIndex(USER, new Set([by]));
  for (const record of records) index.note(record);
  return index;
}

function found(by: LookupField, records: readonly JsonObject[], value: string): readonly string[] {
  return (
    indexOf(by, records)
      .find(by, new Set([value]))
      .get(value) ?? []
  ).map(({ id }) => id);
}

const ANN = { _id: "1", email: "Ann@us.example", nickName: "Ann", externalId: "A" };
const ANOTHER = { _id: "2", email: "ann@us.example", nickName: "Anna", externalId: "a" };

describe("NameIndex", () => {
  test.each<[LookupField, readonly JsonObject[], string, readonly string[]]>([
    ["email", [ANN], " ANN@us.example ", ["1"]],
    ["email", [ANN, ANOTHER], "ann@us.example", ["2"]],
    ["email", [ANN, ANOTHER], "ANN@us.example", ["1", "2"]],
    ["email", [ANN, { ...ANN, _id: "3" }], "Ann@us.example", ["1", "3"]],
    ["email", [ANN, ANN], "Ann@us.example", ["1"]],
    [
      "email",
      [
        { _id: "4", email: null },
        { _id: "5", email: " " },
      ],
      " ",
      [],
    ],
    ["externalId", [ANN, ANOTHER], "A", ["1"]],
    ["externalId", [ANN], "a", []],
    ["externalId", [{ _id: "6", externalId: 7 }], "7", ["6"]],
    ["email", [{ _id: "7", email: "Jose\u0301@us.example" }], "jos\u00e9@us.example", ["7"]],
  ])("by %s among %j, %j means %j", (by, records, value, ids) => {
    expect(found(by, records, value)).toEqual(ids);
  });

  test("a record is named by what people call it, and by its address where it has no name", () => {
    const index = indexOf("email", [ANN, { _id: "9", email: "x@us.example", nickName: "" }]);
    const names = index.find("_id", new Set(["1", "9", "0"]));
    expect([...names.values()].flat()).toEqual([
      { id: "1", name: "Ann" },
      { id: "9", name: "x@us.example" },
    ]);
  });

  test("neither the order of the records nor a repeated one changes what a value means", () => {
    const address = fc.constantFrom("a@x.example", "A@x.example", " a@X.example", "b@x.example");
    const records = fc.array(fc.record({ _id: fc.constantFrom("1", "2", "3", "4"), email: address }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(records, address, (given, value) => {
        const byId = [...new Map(given.map((record) => [record._id, record])).values()];
        const there = found("email", byId, value).toSorted();
        expect(found("email", byId.toReversed(), value).toSorted()).toEqual(there);
        expect(found("email", [...byId, ...byId], value).toSorted()).toEqual(there);
        const alike = byId.filter(({ email }) => email.trim().toLowerCase() === value.trim().toLowerCase());
        const exact = alike.filter(({ email }) => email.trim() === value.trim());
        expect(there).toEqual((exact.length > 0 ? exact : alike).map(({ _id }) => _id).toSorted());
      }),
      { numRuns: runs(200) },
    );
  });
});
