import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findInvalidUtf8 } from "../../../src/sources/formats/utf8.ts";
import { runs } from "../../support/effort.ts";

test.each([
  ["a byte that begins nothing", [0x61, 0xff], 1],
  ["a character cut off", [0x61, 0xc3, 0x22], 1],
  ["a character cut off at the end", [0xe2, 0x82], 0],
  ["an overlong form", [0x61, 0x62, 0xc0, 0xaf], 2],
  ["a surrogate", [0xed, 0xa0, 0x80], 0],
  ["a byte behind a U+FFFD that is really there", [0xef, 0xbf, 0xbd, 0x80], 3],
])("the first invalid byte is found: %s", (_name, bytes, index) => {
  expect(findInvalidUtf8(Buffer.from(bytes))).toBe(index);
});

test("bytes without an invalid one are what the platform calls UTF-8, and the others are valid up to it", () => {
  const bytes = fc.array(
    fc.constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xff),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      const buffer = Buffer.from(some);
      const index = findInvalidUtf8(buffer);
      expect(index === -1).toBe(isUtf8(buffer));
      if (index !== -1) expect(isUtf8(buffer.subarray(0, index))).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
});
