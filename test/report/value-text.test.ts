import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { displayWidth } from "../../src/report/text/display-width.ts";
import { valuePair, valueText } from "../../src/report/text/value-text.ts";
import { FORBIDDEN } from "./forbidden.ts";

describe("valueText", () => {
  test.each([
    ["Acme", 20, '"Acme"'],
    ["10", 20, '"10"'],
    [10, 20, "10"],
    [null, 20, "null"],
    [{ city: "Zürich", tags: ["a", true] }, 40, '{"city":"Zürich","tags":["a",true]}'],
    ["a\nb\u202e", 20, '"a\\nb\\u202e"'],
    ["a long name", 8, '"a long…'],
  ] satisfies [Json, number, string][])("%j in %i columns is %s", (value, width, text) => {
    expect(valueText(value, width)).toBe(text);
  });
});

describe("valuePair", () => {
  test("shows both values whole where they fit", () => {
    expect(valuePair("old", "new", 20)).toEqual(['"old"', '"new"']);
  });

  test("gives to the long value what the short one does not need", () => {
    expect(valuePair(1, "x".repeat(50), 30)).toEqual(["1", `"${"x".repeat(24)}…`]);
  });

  test("keeps the difference in sight where long values begin alike", () => {
    const same = "x".repeat(300);
    expect(valuePair(`${same}old tail`, `${same}new tail`, 50)).toEqual(['…xxxold tail"', '…xxxnew tail"']);
  });

  test("finds the difference at the far end of megabytes", () => {
    const same = "x".repeat(5_000_000);
    expect(valuePair(`${same}1`, `${same}2`, 50)).toEqual(['…xxx1"', '…xxx2"']);
  });

  test("does not cut a pair of surrogates in two", () => {
    const same = "👍".repeat(50);
    const [before, after] = valuePair(`${same}a`, `${same}b`, 40);
    expect(before).not.toContain("\\ud");
    expect(after).not.toContain("\\ud");
  });

  test("fits its width and holds nothing that a terminal acts on", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(value, value, fc.integer({ min: 23, max: 60 }), (before, after, width) => {
        const [left, right] = valuePair(before, after, width);
        expect(displayWidth(`${left} → ${right}`)).toBeLessThanOrEqual(width);
        expect(left + right).not.toMatch(FORBIDDEN);
      }),
    );
  });
});
