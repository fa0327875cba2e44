import fc from "fast-check";
import { isDynamicPattern } from "tinyglobby";
import { expect, test } from "vitest";
import { mayBeGlob } from "../../src/model/glob.ts";

test("a file's name is no pattern", () => {
  expect(mayBeGlob("data/2026-01 accounts, final_v2.csv")).toBe(false);
});

test("no pattern passes for a file's name", () => {
  const path = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."ab/.-,~^$#*?[]{}()!@+|\\ ") }),
  );
  fc.assert(fc.property(path, (text) => mayBeGlob(text) || !isDynamicPattern(text)));
});
