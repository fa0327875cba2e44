import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/model/fingerprint.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { nestCustom, nestedJson } from "../../src/model/record-body.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import { runs } from "../support/effort.ts";

test("canonical JSON is put into Planhat's shape as the record itself is", () => {
  const name = fc.oneof(
    fc.constantFrom(
      "externalId",
      "name",
      "custom",
      "custom.",
      'custom.A"b',
      "custom.\\",
      "customer",
      "zip",
      "Custom.x",
    ),
    fc.string().map((text) => `custom.${text}`),
    fc.string(),
  );
  const record = fc.dictionary(name, fc.jsonValue()) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(record, (fields) => {
      const plain = JSON.parse(JSON.stringify(fields)) as JsonObject;
      const nested = nestedJson(canonicalJson(plain));
      // A field that is called `custom` itself is left to the other way.
      expect(nested === undefined).toBe(Object.hasOwn(plain, "custom"));
      if (nested !== undefined) expect(JSON.parse(nested)).toEqual(nestCustom(plain));
    }),
    { numRuns: runs(1000) },
  );
});

test("one field of canonical JSON is what it is in the record, whatever stands beside it", () => {
  const name = fc.constantFrom("externalId", "name", 'a"b', "a\\", "zip", "");
  const text = fc.constantFrom('"externalId":"x"', '\\"name":1', "{", "plain");
  const value = fc.oneof(text, fc.jsonValue(), fc.record({ externalId: text }));
  fc.assert(
    fc.property(fc.dictionary(name, value), name, (fields, wanted) => {
      const plain = JSON.parse(JSON.stringify(fields)) as JsonObject;
      expect(new RecordJson(canonicalJson(plain)).get(wanted)).toEqual(plain[wanted]);
    }),
    { numRuns: runs(1000) },
  );
});
