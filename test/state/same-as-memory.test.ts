import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import type { RunId } from "../../src/model/record.ts";
import type { Lease, Remembered, StateStore } from "../../src/model/state-store.ts";
import { openMemoryState } from "../../src/state/memory.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { applied, change, rejection } from "../contract/state/fixtures.ts";
import { runs } from "../support/effort.ts";
import { type StateServer, startStateServer } from "./state-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RUN = "run-1" as RunId;
const CONTEXT = {
  clock: { now: () => 0, monotonic: () => 0, sleep: async () => {} },
  process: { pid: 41, host: "here", user: "ann" },
  isAlive: () => true,
};

const item = fc.record({
  sync: fc.constantFrom("a", "b"),
  key: fc.constantFrom("k1", "k2", "k3"),
  n: fc.nat(3),
});
const items = fc.array(item, { maxLength: 4 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("intend" as const), items }),
  fc.record({
    kind: fc.constant("settle" as const),
    items,
    as: fc.constantFrom("applied" as const, "refused" as const, "failed" as const, "notAttempted" as const),
  }),
  fc.record({ kind: fc.constant("saveRejects" as const), items }),
  fc.record({ kind: fc.constant("forget" as const), items }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Item = Step["items"][number];

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(() => server.stop());

test("every store tells the same as memory after any steps, and so does one that is opened again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const path = `${temporaryFolder()}/state.db`;
      const openFile = () => openSqliteState({ ...CONTEXT, path, target: "t", redact: (text) => text });
      const url = server.newState();
      const openDatabase = () => server.open(url, { ...CONTEXT, target: "t", redact: (text) => text });
      const stores = [openFile(), openMemoryState(CONTEXT), openDatabase()] as const;
      for (const store of stores) {
        const answer = await store.acquire(RUN);
        if ("heldBy" in answer) throw new Error("the lease is held");
        for (const one of steps) await take(store, answer.lease, one);
      }
      const inMemory = await told(stores[1]);
      for (const [store, again] of [
        [stores[0], openFile],
        [stores[2], openDatabase],
      ] as const) {
        expect(await told(store)).toEqual(inMemory);
        await store.close();
        const reopened = again();
        expect(await told(reopened)).toEqual(inMemory);
        await reopened.close();
      }
    }),
    { numRuns: runs(25) },
  );
});

async function take(store: StateStore, lease: Lease, one: Step): Promise<void> {
  switch (one.kind) {
    case "intend":
      return store.intend(RUN, lease, one.items.map(changeOf));
    case "settle":
      return store.settle(
        RUN,
        lease,
        one.items.map((part) => outcome(part, one.as)),
      );
    case "saveRejects":
      return store.saveRejects(
        RUN,
        lease,
        "a",
        one.items.map(({ key, n }) => rejection(n === 0 ? null : key, n)),
      );
    case "forget":
      for (const { sync, key, n } of one.items)
        await store.forget(sync, n === 0 ? undefined : changeOf({ sync, key, n }).key);
      return;
    default:
      return one satisfies never;
  }
}

async function told(store: StateStore): Promise<unknown> {
  const entries: Remembered[] = [];
  for (const sync of ["a", "b"]) for await (const entry of store.entries(sync)) entries.push(entry);
  return {
    entries,
    syncs: await store.syncs(),
    counts: [await store.count("a"), await store.count("b")],
    rejects: await store.rejects(),
  };
}

function changeOf({ sync, key, n }: Item) {
  return { ...change(key, { n }), sync };
}

function outcome(part: Item, as: "applied" | "refused" | "failed" | "notAttempted"): Outcome {
  const sent = changeOf(part);
  if (as === "applied") return applied(sent, "updated", `id-${part.n}`);
  if (as === "refused")
    return { kind: as, change: sent, rule: "refused", reason: { code: "refused", what: "No." } };
  return as === "failed"
    ? { kind: as, change: sent, reason: { code: "no-answer", what: "?" } }
    : { kind: as, change: sent };
}
