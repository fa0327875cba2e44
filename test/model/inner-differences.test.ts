import { describe, expect, test } from "vitest";
import { innerDifferences } from "../../src/model/inner-differences.ts";
import type { Json } from "../../src/model/json.ts";

const inner = (expected: Json, actual: Json) => innerDifferences({ field: "f", expected, actual });

describe("innerDifferences", () => {
  test.each<[string, Json, Json, unknown]>([
    ["one element", ["a", "b"], ["a", "c"], [{ field: "f[1]", expected: "b", actual: "c" }]],
    ["an element more at the start", ["b", "c"], ["a", "b", "c"], [{ field: "f[0]", actual: "a" }]],
    ["an element less in the middle", ["a", "b", "c"], ["a", "c"], [{ field: "f[1]", expected: "b" }]],
    [
      "members, as deep as it goes",
      { a: { b: 1, c: 2 }, d: 3, e: 4 },
      { a: { b: 1, c: null }, e: 4, f: 5 },
      [
        { field: "f.a.c", expected: 2, actual: null },
        { field: "f.d", expected: 3 },
        { field: "f.f", actual: 5 },
      ],
    ],
    [
      "an object in a list",
      [{ x: 1, y: 2 }, 3],
      [{ x: 1, y: 9 }, 3],
      [{ field: "f[0].y", expected: 2, actual: 9 }],
    ],
  ])("tells %s", (_, expected, actual, found) => {
    expect(inner(expected, actual)).toStrictEqual(found);
  });

  test.each<[string, Json, Json]>([
    ["of two types", [1], { a: 1 }],
    ["lists without anything in common", [1, 2], [3, 4]],
    ["objects without anything in common", { a: 1 }, { b: 2 }],
    ["a list that is empty", [], [1]],
    ["texts", "a", "b"],
  ])("leaves values whole: %s", (_, expected, actual) => {
    expect(inner(expected, actual)).toStrictEqual([{ field: "f", expected, actual }]);
  });

  test("a field that is missing stays whole", () => {
    expect(innerDifferences({ field: "f", expected: [1] })).toStrictEqual([{ field: "f", expected: [1] }]);
  });
});
