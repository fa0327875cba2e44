import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isShortened, ShortenedNumbers } from "../../../src/engine/keys/decimal.ts";
import { differencesOf, likeness } from "../../../src/engine/keys/likeness.ts";
import type { Difference } from "../../../src/model/alike.ts";
import { runs } from "../../support/effort.ts";

describe("two keys are almost the same", () => {
  test.each<[string, string, readonly Difference[]]>([
    ["0012", "0012 ", ["blanks"]],
    [" a7", "a7", ["blanks"]],
    ["a  b", "a b", ["blanks"]],
    ["a\tb", "a b", ["blanks"]],
    ["a\u00a0b", "a b", ["blanks"]],
    ["a1\u00a0", "a1", ["blanks"]],
    ["a1\u3000", "a1", ["blanks"]],
    ["a1\r\n", "a1", ["blanks"]],
    ["A1", "a1", ["case"]],
    ["ÅSA", "åsa", ["case"]],
    ["STRASSE", "straße", ["case"]],
    ["ẞ", "ß", ["case"]],
    ["ΣΟΦΟΣ", "σοφος", ["case"]],
    ["a\u200b1", "a1", ["invisible"]],
    ["\ufeffa1", "a1", ["invisible"]],
    ["a\u00ad1", "a1", ["invisible"]],
    ["a\u00001", "a1", ["invisible"]],
    ["\u00e9", "e\u0301", ["form"]],
    ["ａ１", "a1", ["form"]],
    ["ﬁn", "fin", ["form"]],
    ["A–1", "A-1", ["form"]],
    ["O’Brien", "O'Brien", ["form"]],
    ["АСМЕ-1", "ACME-1", ["alphabet"]],
    ["аcme", "acme", ["alphabet"]],
    ["раураl", "paypal", ["alphabet"]],
    ["ΑΒ-7", "AB-7", ["alphabet"]],
    ["А1", "a1", ["alphabet", "case"]],
    ["А\u0301", "Á", ["alphabet"]],
    ["007", "7", ["number"]],
    ["12.0", "12", ["number"]],
    ["12E3", "1.20E+04", ["number"]],
    ["12E3", "12000", ["number"]],
    ["+46701234567", "46701234567", ["number"]],
    ["1,2E+3", "1200", ["number"]],
    ["Eve@Example.org ", "eve@example.org", ["case", "blanks"]],
    [" 0012", "12", ["blanks", "number"]],
  ])("%j and %j: %j", (a, b, differs) => {
    expect(likeness(a)).toBe(likeness(b));
    expect([...differencesOf(a, b)].sort()).toEqual([...differs].sort());
    expect(differencesOf(b, a)).toEqual(differencesOf(a, b));
  });

  test.each([
    ["a1", "a2"],
    ["a b", "ab"],
    ["7", "70"],
    ["-7", "7"],
    ["1,234", "1234"],
    ["1.5", "15"],
    ["e", "é"],
    ["Ж1", "K1"],
    ["a-1", "a1"],
    ["2024-01-02", "20240102"],
    ["123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174001"],
    ["0x10", "16"],
  ])("%j and %j are not", (a, b) => {
    expect(likeness(a)).not.toBe(likeness(b));
  });

  test("a text is almost itself in capitals, with blanks around it and in every form of Unicode", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[\w.@-]{1,20}$/));
    fc.assert(
      fc.property(text, (text) => {
        const like = likeness(text);
        expect(likeness(` ${text}\u00a0`)).toBe(like);
        expect(likeness(text.toUpperCase())).toBe(likeness(text.toLowerCase()));
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) expect(likeness(text.normalize(form))).toBe(like);
      }),
      { numRuns: runs(2000) },
    );
  });

  test("the short way for plain texts gives what the long one gives", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,20}$/), (text) => {
        // A zero-width space takes it the long way, and is no difference.
        expect(likeness(`${text}\u200b`)).toBe(likeness(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  test("whole numbers are one where they are the same, however many zeros stand in front", () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(
      fc.property(digits, digits, fc.nat(5), (a, b, zeros) => {
        expect(likeness(`${"0".repeat(zeros)}${a}`)).toBe(likeness(`${a}.00`));
        expect(likeness(`${a}`) === likeness(`${b}`)).toBe(a === b);
      }),
    );
  });
});

describe("a number that a spreadsheet has shortened", () => {
  const finds = (shortened: string, whole: string): boolean => {
    const numbers = new ShortenedNumbers<true>();
    numbers.note(shortened, true);
    return numbers.find(whole) === true;
  };

  test.each([
    ["1.23457E+12", "1234567890123"],
    ["1,23457E+12", "1234567890123"],
    ["1.23E+12", "1234567890123"],
    ["1.2345E+12", "1234500890123"],
    ["1E+13", "9999999999999"],
    ["1.00E+13", "9999999999999"],
    ["1.23456789012346E+18", "1234567890123456789"],
    ["5.00001E+11", "500000500000"],
  ])("%s may have been %s", (shortened, whole) => {
    expect(finds(shortened, whole)).toBe(true);
    expect(differencesOf(shortened, whole)).toEqual(["number"]);
  });

  test.each([
    ["1.23457E+12", "1234567890"],
    ["1.23457E+12", "1234467890123"],
    ["1.23457E+12", "1.23457E+12"],
    ["1.2E+3", "1234567890123"],
    ["abc", "1234567890123"],
    ["1.23457E+12", "a1234567890123"],
  ])("%s was not %s", (shortened, whole) => expect(finds(shortened, whole)).toBe(false));

  test("is found by every number that Excel shows so", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 11n, max: 10n ** 15n - 1n }), (id) => {
        const shown = Number(id).toExponential(5).replace(/0+e/, "e").replace(".e", "e").replace("e", "E");
        // What has no more digits than are shown is the same number.
        if (likeness(shown) !== likeness(`${id}`)) expect(finds(shown, `${id}`), shown).toBe(true);
      }),
    );
  });

  test.each([
    ["1.23457E+12", true],
    ["1,23457E+12", true],
    ["1.2e+05", true],
    ["12E3", false],
    ["1E5", false],
    ["1234567890123", false],
    ["A1.2E+12", false],
  ])("%s looks like one: %j", (key, is) => expect(isShortened(key)).toBe(is));
});
