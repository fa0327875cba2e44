import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AdaptiveBatchSize } from "../../src/engine/adaptive-batch-size.ts";
import { AdaptiveConcurrency } from "../../src/engine/adaptive-concurrency.ts";
import type { Load } from "../../src/model/outcome.ts";

const FAST: Load = { slowest: 2000, tooMany: 0, trouble: 0 };
const FAIR: Load = { slowest: 20_000, tooMany: 0, trouble: 0 };
const SLOW: Load = { slowest: 30_001, tooMany: 0, trouble: 0 };
const LOST: Load = { slowest: 0, tooMany: 0, trouble: 1 };
const TOO_MANY: Load = { slowest: 2000, tooMany: 1, trouble: 0 };

const times = (count: number, load: Load): readonly Load[] => Array.from({ length: count }, () => load);

describe("bulk writes in flight", () => {
  test.each<[string, number, readonly Load[], number]>([
    ["one to begin with", 8, [], 1],
    ["two after a fast answer", 8, [FAST], 2],
    ["three after a whole round of two", 8, times(3, FAST), 3],
    ["four after a round of three more", 8, times(6, FAST), 4],
    ["never more than the setting", 2, times(50, FAST), 2],
    ["always one where the setting is one", 1, times(50, FAST), 1],
    ["no more when answers are neither fast nor slow", 8, [FAST, ...times(9, FAIR)], 2],
    ["half as many after a 429", 8, [...times(6, FAST), TOO_MANY], 2],
    ["half as many after a slow answer", 8, [...times(6, FAST), SLOW], 2],
    ["half as many after an answer that never came", 8, [...times(6, FAST), LOST], 2],
    ["at least one", 8, times(9, TOO_MANY), 1],
    ["more again afterwards", 8, [...times(6, FAST), SLOW, FAST, FAST], 3],
  ])("%s", (_, most, loads, expected) => {
    const limit = new AdaptiveConcurrency(most);
    for (const load of loads) limit.note(load, 0);
    expect(limit.now).toBe(expected);
  });

  test("halve once for all that were in the air together", () => {
    const limit = new AdaptiveConcurrency(8);
    for (const load of times(28, FAST)) limit.note(load, 7);
    expect(limit.now).toBe(8);
    for (let flying = 7; flying >= 0; flying -= 1) limit.note(TOO_MANY, flying);
    expect(limit.now).toBe(4);
    limit.note(TOO_MANY, 3);
    expect(limit.now).toBe(2);
  });
});

describe("items a batch", () => {
  test.each<[string, readonly Load[], number]>([
    ["as planned to begin with", [], 1000],
    ["half after a slow answer", [SLOW], 500],
    ["a quarter after two", [SLOW, LOST], 250],
    ["no less for a 429, which would only cost more calls", times(5, TOO_MANY), 1000],
    ["not below what is worth a call", times(20, SLOW), 50],
    ["the same after two fast answers", [SLOW, FAST, FAST], 500],
    ["a quarter more after three fast answers", [SLOW, ...times(3, FAST)], 625],
    ["as planned in the end, and never more", [SLOW, ...times(60, FAST)], 1000],
    ["no more while answers are neither fast nor slow", [SLOW, ...times(60, FAIR)], 500],
    ["no more where fast ones are not in a row", [SLOW, FAST, FAST, FAIR, FAST, FAST], 500],
  ])("%s", (_, loads, expected) => {
    const scale = new AdaptiveBatchSize();
    for (const load of loads) scale.note(load);
    expect(scale.items(1000)).toBe(expected);
  });

  test("are between one and the plan, whatever happens", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(FAST, FAIR, SLOW, LOST, TOO_MANY)),
        fc.integer({ min: 1, max: 5000 }),
        (loads, planned) => {
          const scale = new AdaptiveBatchSize();
          for (const load of loads) scale.note(load);
          expect(scale.items(planned)).toBeGreaterThanOrEqual(Math.min(planned, 50));
          expect(scale.items(planned)).toBeLessThanOrEqual(planned);
        },
      ),
    );
  });
});
