import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UniformFields } from "../../src/engine/uniform-fields.ts";
import type { CompiledField } from "../../src/model/compiled-sync.ts";
import type { CompiledExpression } from "../../src/model/expression.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { rowsOf } from "../support/engine-fixtures.ts";

function mapped(name: string, columns: readonly string[] | undefined): CompiledField {
  const expression: CompiledExpression = {
    text: name,
    columns,
    result: ["unknown"],
    analyse: () => ({ result: ["unknown"], outcomes: [], remarks: [] }),
    evaluate: () => undefined,
  };
  return { name, spec: undefined, value: { kind: "expression", expression }, required: false };
}

const KEY = mapped("externalId", ["id"]);

interface Pair {
  readonly row: JsonObject;
  readonly record: JsonObject;
}

function found(fields: readonly CompiledField[], pairs: readonly Pair[]) {
  const uniform = new UniformFields({ fields, key: "externalId" });
  const rows = rowsOf(pairs.map(({ row }) => row));
  for (const [index, { record }] of pairs.entries()) {
    const row = rows[index];
    if (row !== undefined) uniform.note(row, { fields: record });
  }
  return uniform.found;
}

describe("a field looks like an accident", () => {
  const field = mapped("custom.Optout", ["optout", "tier"]);
  const rows = (...values: readonly (Json | undefined)[]): Pair[] =>
    values.map((value, index) => ({
      row: { optout: index % 2 === 0 ? "TRUE" : "FALSE", tier: "gold" },
      record: value === undefined ? {} : { "custom.Optout": value },
    }));

  test("where it has one value in all records and a column differs; the other column is not named", () => {
    expect(found([KEY, field], rows(false, false, false))).toEqual([
      { field: "custom.Optout", kind: "same", value: false, records: 3, columns: ["optout"] },
    ]);
  });

  test("where it has no value in any record, or null in all", () => {
    const about = { field: "custom.Optout", records: 2, columns: ["optout"] };
    expect(found([field], rows(undefined, undefined))).toEqual([{ ...about, kind: "none" }]);
    expect(found([field], rows(null, null))).toEqual([{ ...about, kind: "same", value: null }]);
  });

  test("lists and objects count by what they hold", () => {
    expect(found([field], rows(["a"], ["a"]))).toHaveLength(1);
    expect(found([field], rows(["a"], ["b"]))).toEqual([]);
  });

  test.each([
    ["one record tells nothing", [field], rows(false)],
    ["a value that is missing once", [field], rows(false, undefined, false)],
    ["null beside no value", [field], rows(null, undefined)],
    ["a column that is the same", [mapped("custom.Optout", ["tier"])], rows(false, false)],
    ["an expression that may read any column", [mapped("custom.Optout", undefined)], rows(false, false)],
    ["an expression that reads none", [mapped("custom.Optout", [])], rows(false, false)],
    ["the key", [mapped("externalId", ["optout"])], rows(false, false)],
    ["a constant", [{ ...field, value: { kind: "constant", constant: false } } as const], rows(false, false)],
  ] as const)("but not %s", (_, fields, pairs) => {
    expect(found(fields, pairs)).toEqual([]);
  });
});

test("whatever the rows: named are the fields that never differ, each with its columns that do", () => {
  const value = fc.constantFrom<Json | undefined>(undefined, null, "", "a", 0, false, ["a"]);
  const row = fc.record({ a: value, b: value, f: value, g: value });
  const pick = (one: object, names: readonly string[]): JsonObject =>
    Object.fromEntries(
      Object.entries(one).filter(([name, held]) => names.includes(name) && held !== undefined),
    );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (all) => {
      const pairs = all.map((one) => ({ row: pick(one, ["a", "b"]), record: pick(one, ["f", "g"]) }));
      const kinds = (list: readonly JsonObject[], name: string) =>
        new Set(list.map((one) => JSON.stringify(one[name]) ?? "none")).size;
      const differing = ["a", "b"].filter(
        (column) =>
          kinds(
            pairs.map(({ row }) => row),
            column,
          ) > 1,
      );
      const expected =
        pairs.length < 2 || differing.length === 0
          ? []
          : ["f", "g"].filter(
              (name) =>
                kinds(
                  pairs.map(({ record }) => record),
                  name,
                ) === 1,
            );
      const told = found([mapped("f", ["a", "b"]), mapped("g", ["b", "a"])], pairs);
      expect(told.map(({ field }) => field)).toEqual(expected);
      for (const { columns } of told) expect([...columns].sort()).toEqual(differing);
    }),
  );
});
