import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, parseDocument, visit } from "yaml";
import { RULES } from "../../src/lint/rules/index.ts";
import { runs } from "../support/effort.ts";
import { loadSync } from "./load-text.ts";
import { WHOLE } from "./whole.ts";

/** Names that the user chooses: any other text is as good. */
const FREE = /^(?:externalId|name|mr|custom\..*|account_id|mrr)$/;

test("[D3] a valid definition with one key changed is always rejected", () => {
  const keys: number[] = [];
  visit(parseDocument(WHOLE), {
    Pair(_, { key }, path) {
      const isFree = isScalar(key) && FREE.test(String(key.value));
      const isInTests = path.filter(isMap).length > 2;
      if (isScalar(key) && key.range && !isFree && !isInTests) keys.push(key.range[0]);
    },
  });
  expect(keys.length).toBeGreaterThan(15);
  const letter = fc.constantFrom(..."abcxyzABC_1-");
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.nat(20),
      letter,
      fc.boolean(),
      (start, at, changed, replaces) => {
        const end = WHOLE.indexOf(":", start);
        const place = start + (at % (end - start));
        const text = WHOLE.slice(0, place) + changed + WHOLE.slice(place + (replaces ? 1 : 0));
        fc.pre(text !== WHOLE);
        const { syncs, diagnostics } = loadSync(text);
        expect(syncs).toEqual([]);
        expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      },
    ),
    { numRuns: runs(300) },
  );
});

test("[D6, C10] no key of a file reaches the prototype of objects", () => {
  const names = fc.constantFrom(
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "polluted",
  );
  const before = Object.getOwnPropertyNames(Object.prototype);
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 4 }), (path) => {
      const nested = path.reduceRight((inner, name) => `{ ${name}: ${inner} }`, "{ polluted: yes }");
      loadSync(`${WHOLE}x: ${nested}\n`);
      loadSync(WHOLE.replace("row: { account_id: a2 }", `row: ${nested}`));
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(({} as { readonly polluted?: string }).polluted).toBeUndefined();
    }),
  );
});

test("[D1] every cut of a valid file is told to be broken, or is a whole definition", () => {
  for (let length = 0; length < WHOLE.length; length += 3) {
    const { syncs, diagnostics } = loadSync(WHOLE.slice(0, length), { rules: RULES });
    expect(syncs.length === 1 || diagnostics.length > 0).toBe(true);
  }
});
