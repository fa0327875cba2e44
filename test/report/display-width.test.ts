import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutToWidth, displayWidth, padToWidth } from "../../src/report/text/display-width.ts";
import { escapeText } from "../../src/report/text/escape-text.ts";
import { tableLines } from "../../src/report/text/table.ts";

describe("displayWidth", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["Zoë", 3],
    ["Zoe\u0308", 3],
    ["東京", 4],
    ["한국", 4],
    ["ｆ", 2],
    ["👍", 2],
    ["👩‍👩‍👧", 2],
    ["❤️", 2],
    ["→…×", 3],
  ])("%j takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("cutToWidth", () => {
  test.each([
    ["abcdef", 6, "abcdef"],
    ["abcdef", 5, "abcd…"],
    ["abcdef", 1, "…"],
    ["abcdef", 0, ""],
    ["東京都", 5, "東京…"],
    ["東京都", 4, "東…"],
    ["a👩‍👩‍👧b", 3, "a…"],
  ])("cuts %j to %i columns: %j", (text, width, cut) => {
    expect(cutToWidth(text, width)).toBe(cut);
  });

  test("never takes more columns than it may, and leaves alone what fits", () => {
    const text = fc.string({ unit: "grapheme" }).map(escapeText);
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (whole, width) => {
        const cut = cutToWidth(whole, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (displayWidth(whole) <= width && width > 0) expect(cut).toBe(whole);
      }),
    );
  });

  test("cuts a text of megabytes without measuring it", () => {
    expect(cutToWidth("é".repeat(10_000_000), 5)).toBe("éééé…");
  });
});

test("pads by columns, on either side, and never cuts", () => {
  expect(padToWidth("東", 4)).toBe("東  ");
  expect(padToWidth("7", 3, "right")).toBe("  7");
  expect(padToWidth("abcd", 3)).toBe("abcd");
});

test("a table aligns its columns and leaves no spaces at the end of a line", () => {
  const lines = tableLines(
    [
      ["", "read", ""],
      ["東京", "1,000"],
      ["b", "7", "x"],
    ],
    ["left", "right"],
  );
  expect(lines).toEqual(["       read", "東京  1,000", "b         7  x"]);
  expect(tableLines([])).toEqual([]);
});
