import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../src/model/change.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { RunId } from "../../src/model/record.ts";
import type { StateStore } from "../../src/model/state-store.ts";
import { openMemoryState } from "../../src/state/memory.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { all, applied, change } from "../contract/state/fixtures.ts";
import { runs } from "../support/effort.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RUN = "run-1" as RunId;
const CONTEXT = {
  clock: { now: () => 0, monotonic: () => 0, sleep: async () => {} },
  process: { pid: 41, host: "here", user: "ann" },
  isAlive: () => true,
};

/** Runs of keys, long enough for statements that write many rows at once, and now and then a key again. */
const step = fc.record({
  kind: fc.constantFrom("intend" as const, "settle" as const),
  from: fc.nat({ max: 120 }),
  count: fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 49, max: 130 })),
  again: fc.option(fc.nat({ max: 200 }), { nil: undefined }),
  action: fc.constantFrom("create" as const, "update" as const),
  /** Every so manyth item belongs to another sync. */
  other: fc.constantFrom(0, 0, 7),
  as: fc.constantFrom("applied" as const, "refused" as const, "failed" as const, "notAttempted" as const),
  n: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test("many records at once become what each alone would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const options = { ...CONTEXT, path: `${temporaryFolder()}/state.db`, target: "t" };
      const open = () => openSqliteState({ ...options, redact: (text) => text });
      const [sqlite, memory] = [open(), openMemoryState(CONTEXT)];
      for (const store of [sqlite, memory]) await takeAll(store, steps);
      const expected = await told(memory);
      expect(await told(sqlite)).toEqual(expected);
      await sqlite.close();
      // Opening checks every row and counter.
      const again = open();
      expect(await told(again)).toEqual(expected);
      await again.close();
    }),
    { numRuns: runs(60) },
  );
});

async function takeAll(store: StateStore, steps: readonly Step[]): Promise<void> {
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  for (const one of steps) {
    const changes = changesOf(one);
    if (one.kind === "intend") await store.intend(RUN, answer.lease, changes);
    else {
      const outcomes = changes.map((sent): Outcome => {
        if (one.as === "applied") return applied(sent, "updated", `id-${one.n}`);
        if (one.as === "refused")
          return { kind: one.as, change: sent, rule: "refused", reason: { code: "refused", what: "No." } };
        return one.as === "failed"
          ? { kind: one.as, change: sent, reason: { code: "no-answer", what: "?" } }
          : { kind: one.as, change: sent };
      });
      await store.settle(RUN, answer.lease, outcomes);
    }
  }
}

function changesOf({ from, count, again, action, other, n }: Step) {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  if (again !== undefined) numbers.push(again);
  return numbers.map((number): Change => {
    const sync = other > 0 && number % other === 0 ? "b" : "a";
    const one = { ...change(`k${number}`, { n }), sync };
    return action === "create" ? { ...one, action } : { ...one, action, fields: {} };
  });
}

async function told(store: StateStore): Promise<unknown> {
  return {
    entries: [await all(store, "a"), await all(store, "b")],
    syncs: await store.syncs(),
    counts: [await store.count("a"), await store.count("b")],
  };
}
