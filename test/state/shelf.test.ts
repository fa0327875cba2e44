import fc from "fast-check";
import { expect, test } from "vitest";
import { openShelf } from "../../src/state/shelf.ts";
import { runs } from "../support/effort.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("gives what was put, by row, in the order of putting, whatever order that was", async () => {
  const entry = fc.record({
    row: fc.nat(3000),
    value: fc.dictionary(fc.string(), fc.string({ unit: "binary" })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(entry)), async (puts) => {
      const shelf = openShelf({ dir: temporaryFolder() });
      const expected = new Map<number, unknown[]>();
      for (const entries of puts) {
        await shelf.put(entries);
        for (const { row, value } of entries) {
          expected.set(row, [...(expected.get(row) ?? []), JSON.parse(JSON.stringify(value))]);
        }
      }
      const rows = [...expected.keys(), 4000, 1_000_000];
      expect(new Map(await shelf.take(rows))).toEqual(expected);
      expect(new Map(await shelf.take(rows))).toEqual(expected);
      await shelf.dispose();
      await shelf.dispose();
    }),
    { numRuns: runs(30) },
  );
});

test("keeps what is larger than one write apart", async () => {
  const shelf = openShelf<{ readonly text: string }>({ dir: temporaryFolder() });
  const texts = ["é".repeat(700_000), "b", "🙂".repeat(500_000)];
  await shelf.put(texts.map((text, row) => ({ row, value: { text } })));
  const taken = await shelf.take([0, 1, 2]);
  expect([...taken.values()].map(([one]) => one?.text.length)).toEqual(texts.map(({ length }) => length));
  await shelf.dispose();
});
