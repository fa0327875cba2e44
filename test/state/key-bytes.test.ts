import fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordKey } from "../../src/model/record.ts";
import { keyFromBytes, keyToBytes } from "../../src/state/key-bytes.ts";

const key = fc
  .string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })
  .map((text) => text as RecordKey);

test("[X12] every key comes back from its bytes", () => {
  fc.assert(fc.property(key, (one) => keyFromBytes(keyToBytes(one)) === one));
});

test("[X12] no two keys have the same bytes", () => {
  fc.assert(
    fc.property(
      key,
      key,
      (one, other) => (Buffer.compare(keyToBytes(one), keyToBytes(other)) === 0) === (one === other),
    ),
  );
  expect(keyToBytes("\ud800" as RecordKey)).not.toEqual(keyToBytes("\ufffd" as RecordKey));
});
