import fc from "fast-check";
import { expect, test } from "vitest";
import { openRowStore } from "../../src/state/row-store.ts";
import { runs } from "../support/effort.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("gives what was put, by row, in the order of putting, whatever order that was", async () => {
  const entry = fc.record({
    row: fc.nat(3000),
    value: fc.dictionary(fc.string(), fc.string({ unit: "binary" })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(entry)), async (puts) => {
      const rowStore = openRowStore({ dir: temporaryFolder() });
      const expected = new Map<number, unknown[]>();
      for (const entries of puts) {
        await rowStore.put(entries);
        for (const { row, value } of entries) {
          expected.set(row, [...(expected.get(row) ?? []), JSON.parse(JSON.stringify(value))]);
        }
      }
      const rows = [...expected.keys(), 4000, 1_000_000];
      expect(new Map(await rowStore.take(rows))).toEqual(expected);
      expect(new Map(await rowStore.take(rows))).toEqual(expected);
      await rowStore.dispose();
      await rowStore.dispose();
    }),
    { numRuns: runs(30) },
  );
});

test("keeps what is larger than one write apart", async () => {
  const rowStore = openRowStore<{ readonly text: string }>({ dir: temporaryFolder() });
  const texts = ["é".repeat(700_000), "b", "🙂".repeat(500_000)];
  await rowStore.put(texts.map((text, row) => ({ row, value: { text } })));
  const taken = await rowStore.take([0, 1, 2]);
  expect([...taken.values()].map(([one]) => one?.text.length)).toEqual(texts.map(({ length }) => length));
  await rowStore.dispose();
});
