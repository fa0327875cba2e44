import { expect, test } from "vitest";
import { firstInvalidByte } from "../../../src/sources/http/invalid-byte.ts";

test.each([
  ["a byte that begins nothing", [0x61, 0xff], 1],
  ["a character cut off", [0x61, 0xc3, 0x22], 1],
  ["a character cut off at the end", [0xe2, 0x82], 0],
  ["an overlong form", [0x61, 0x62, 0xc0, 0xaf], 2],
  ["a surrogate", [0xed, 0xa0, 0x80], 0],
  ["a byte behind a U+FFFD that is really there", [0xef, 0xbf, 0xbd, 0x80], 3],
])("the first invalid byte is found: %s", (_name, bytes, index) => {
  expect(firstInvalidByte(Buffer.from(bytes))).toBe(index);
});
