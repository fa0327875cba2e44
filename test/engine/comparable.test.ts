import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable } from "../../src/engine/comparable.ts";
import type { Json } from "../../src/model/json.ts";
import type { FieldSpec } from "../../src/model/object-type.ts";

const spec = (type: FieldSpec["type"], items?: FieldSpec["type"]): FieldSpec => ({
  type,
  description: "A field.",
  ...(items === undefined ? {} : { items }),
});

describe("[T17] what means the same in Planhat compares as the same", () => {
  test.each<[string, Json | undefined, Json | undefined, FieldSpec | undefined]>([
    ["an id written as a number comes back as text", 1234, "1234", spec("string")],
    ["a number may come back as text", 10, "10.0", spec("number")],
    ["a day is midnight UTC", "2026-03-01", "2026-03-01T00:00:00.000Z", spec("date")],
    ["an instant in another zone", "2026-03-01T01:00:00+01:00", "2026-03-01T00:00:00Z", spec("date")],
    ["a time without a zone is UTC's", "2026-03-01T10:00:00", "2026-03-01T10:00:00.000Z", spec("date")],
    ["Planhat keeps milliseconds", "2026-03-01T10:00:00.123456Z", "2026-03-01T10:00:00.123Z", spec("date")],
    ["a day counted from 1970", 20513, "2026-03-01T00:00:00.000Z", spec("epochDays")],
    ["the order of tags", ["b", "a", "b"], ["a", "b"], spec("array", "string")],
    ["no tags", [], undefined, spec("array", "string")],
    ["cleared and absent", null, undefined, spec("string")],
    ["an empty text and absent", "", undefined, spec("string")],
    ["a custom number that is stored as text", 10, "10", undefined],
    ["a custom day that comes back as an instant", "2026-03-01", "2026-03-01T00:00:00.000Z", undefined],
    ["the order of an object's keys", { a: 1, b: 2 }, { b: 2, a: 1 }, spec("object")],
  ])("%s", (_, a, b, spec) => {
    expect(comparable(a, spec)).toBe(comparable(b, spec));
  });
});

describe("what does not mean the same differs", () => {
  test.each<[string, Json | undefined, Json | undefined, FieldSpec | undefined]>([
    ["leading zeros of an id", "007", "7", spec("string")],
    ["a date in a field of text", "2026-03-01", "2026-03-01T00:00:00.000Z", spec("string")],
    ["case", "Acme", "ACME", spec("string")],
    ["false and absent", false, undefined, spec("boolean")],
    ["zero and absent", 0, undefined, spec("number")],
    ["no date at all", "2026-13-41", "2026-13-42", spec("date")],
    ["NFC and NFD", "\u00e9", "e\u0301", spec("string")],
    ["the order of objects in an array", [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }], spec("array", "object")],
    ["one tag that looks like two", ["a,b"], ["a", "b"], spec("array", "string")],
  ])("%s", (_, a, b, spec) => {
    expect(comparable(a, spec)).not.toBe(comparable(b, spec));
  });
});

test("[T17] a value compares as itself after a journey through JSON, whatever its field", () => {
  const types = fc.constantFrom(
    undefined,
    ...(["string", "number", "date", "epochDays", "array", "object"] as const),
  );
  fc.assert(
    fc.property(fc.jsonValue(), types, (value, type) => {
      const own = type === undefined ? undefined : spec(type);
      expect(comparable(JSON.parse(JSON.stringify(value)), own)).toBe(comparable(value as Json, own));
    }),
  );
});
