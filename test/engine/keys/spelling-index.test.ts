import fc from "fast-check";
import { expect, test } from "vitest";
import { likeness } from "../../../src/engine/keys/likeness.ts";
import { SpellingIndex } from "../../../src/engine/keys/spelling-index.ts";
import { textHash } from "../../../src/engine/keys/text-hash.ts";

test("it finds what a list of all texts would find: each spelling once, its first two records, the exact one marked", () => {
  const text = fc.constantFrom("a", "A", "a ", "b", "B", "1", "01", "é", "e\u0301", "x1", "X1", "y");
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.array(text, { maxLength: 5 }), (texts, asked) => {
      const index = new SpellingIndex();
      for (const [number, one] of texts.entries()) index.add(one, number);
      for (const wanted of asked) {
        const spellings = [...new Set(texts.filter((one) => likeness(one) === likeness(wanted)))];
        expect(index.find(wanted)).toEqual(
          spellings.map((spelling) => ({
            number: texts.indexOf(spelling),
            second: texts.flatMap((one, at) => (one === spelling ? [at] : []))[1],
            isSame: spelling === wanted,
          })),
        );
      }
    }),
  );
});

test("it grows, and takes no two of 200,000 texts for one", () => {
  const index = new SpellingIndex();
  const count = 200_000;
  for (let number = 0; number < count; number++) index.add(`customer-${number}@example.org`, number);
  for (let number = 0; number < count; number += 97) {
    expect(index.find(`Customer-${number}@example.org`)).toEqual([
      { number, second: undefined, isSame: false },
    ]);
  }
  expect(index.find(`customer-${count}@example.org`)).toEqual([]);
});

test("of very many spellings of one text it keeps a few, so that nobody waits for it", () => {
  const index = new SpellingIndex();
  const word = "abcdefghijklmnop";
  for (let bits = 0; bits < 1 << word.length; bits++) {
    index.add(
      word.replace(/./g, (letter, at) => ((bits >> at) & 1 ? letter.toUpperCase() : letter)),
      bits,
    );
  }
  expect(index.find(word)).toHaveLength(8);
});

test("two seeds give two hashes, and neither of them the same one for texts that differ in one place", () => {
  const seen = [new Set<number>(), new Set<number>()];
  for (let number = 0; number < 100_000; number++) {
    seen[0]?.add(textHash(`${number}`, 1));
    seen[1]?.add(textHash(`${number}`, 0x5bd1e995));
  }
  // Of 100,000 numbers of 32 bits about one pair is the same by chance.
  for (const hashes of seen) expect(hashes.size).toBeGreaterThan(99_990);
});
