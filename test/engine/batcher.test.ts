import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { autoBatchSize, Batcher } from "../../src/engine/batcher.ts";
import type { Change } from "../../src/model/change.ts";
import type { Batch, BatchTarget } from "../../src/model/outcome.ts";
import { change } from "../support/engine-fixtures.ts";

const TARGET: BatchTarget = { objectType: "Company", keyField: "externalId" };
const text = (one: Change): string => JSON.stringify(one.record);
const bytesOf = (one: Change): number => Buffer.byteLength(text(one));
const body = (batch: Batch): string => `[${batch.changes.map(text).join(",")}]`;

function batchesOf(changes: readonly Change[], limits: { items: number; bytes: number }): readonly Batch[] {
  const batcher = new Batcher(bytesOf, limits);
  const full = changes.flatMap((one) => batcher.add(one, TARGET) ?? []);
  const last = batcher.flush();
  return last === undefined ? full : [...full, last];
}

describe("batches", () => {
  test("[A24] keep the order, lose nothing, and stay within items and UTF-8 bytes", () => {
    const names = fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 80, max: 400 }),
        (names, items, bytes) => {
          const changes = names.map((name, index) => change(`k${index}`, { name }));
          const batches = batchesOf(changes, { items, bytes });
          expect(batches.flatMap((batch) => batch.changes)).toEqual(changes);
          for (const batch of batches) {
            expect(batch.changes.length).toBeLessThanOrEqual(items);
            if (batch.changes.length > 1) expect(Buffer.byteLength(body(batch))).toBeLessThanOrEqual(bytes);
          }
        },
      ),
    );
  });

  test("[A24] are as full as the bytes allow, to the byte", () => {
    const [a, b] = [change("a", { name: "é€😀" }), change("b", { name: "é€😀" })];
    const both = Buffer.byteLength(`[${text(a)},${text(b)}]`);
    expect(batchesOf([a, b], { items: 10, bytes: both })).toHaveLength(1);
    expect(batchesOf([a, b], { items: 10, bytes: both - 1 })).toHaveLength(2);
  });

  test("[A24] hold 5,000 items, and the 5,001st goes into the next", () => {
    const changes = Array.from({ length: 5001 }, (_, index) => change(`k${index}`));
    expect(batchesOf(changes, { items: 5000, bytes: 1e9 }).map((batch) => batch.changes.length)).toEqual([
      5000, 1,
    ]);
  });

  test("never hold a key twice", () => {
    const batches = batchesOf([change("a"), change("b"), change("a")], { items: 10, bytes: 1e6 });
    expect(batches.map((batch) => batch.changes.map(({ key }) => key))).toEqual([["a", "b"], ["a"]]);
  });

  test("do not mix key fields", () => {
    const batcher = new Batcher(bytesOf, { items: 10, bytes: 1e6 });
    batcher.add(change("a"), TARGET);
    const full = batcher.add(change("b"), { ...TARGET, keyField: "sourceId" });
    expect(full?.changes.map(({ key }) => key)).toEqual(["a"]);
  });
});

test.each([
  [1, 1000],
  [200_000, 1000],
  [200_001, 1001],
  [600_000, 3000],
  [5_000_000, 5000],
])("auto takes batches for %i changes of %i items at 200 calls a minute", (changes, size) => {
  expect(autoBatchSize(changes, 200)).toBe(size);
});

describe("keys that are almost one", () => {
  const create = (key: string, extra: Partial<Change> = {}): Change => change(key, { name: key }, extra);
  const update = (key: string): Change => change(key, { name: key }, { action: "update", id: `id-${key}` });
  const almost = (field: string, value: string, row: number, key: string): Partial<Change> => ({
    alike: [{ field, value, other: { row, key }, differs: [] }],
  });

  test.each<[string, readonly Change[], readonly string[][]]>([
    ["two creates", [create("a7"), create("b"), create("A7")], [["a7", "b"], ["A7"]]],
    ["creates of two syncs", [create("a7"), create("A7 ", { sync: "other" })], [["a7"], ["A7 "]]],
    ["an update and a create share one", [update("a7"), create("A7")], [["a7", "A7"]]],
    ["two updates share one", [update("a7"), update("A7")], [["a7", "A7"]]],
    [
      "a number and its rounding",
      [
        create("1.23457E+12", almost("externalId", "1.23457E+12", 2, "1234567890123")),
        create("1234567890123", almost("externalId", "1234567890123", 1, "1.23457E+12")),
      ],
      [["1.23457E+12"], ["1234567890123"]],
    ],
    [
      "two creates whose addresses are almost one",
      [
        create("1", almost("email", "ann@x.example", 2, "2")),
        create("2", almost("email", "Ann@x.example", 1, "1")),
      ],
      [["1"], ["2"]],
    ],
  ])("%s", (_, changes, batches) => {
    const all = batchesOf(changes, { items: 100, bytes: 10_000 });
    expect(all.map((batch) => batch.changes.map(({ key }) => key))).toEqual(batches);
  });
});
