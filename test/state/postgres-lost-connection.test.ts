import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import type { Remembered, StateStore } from "../../src/model/state-store.ts";
import { openMemoryState } from "../../src/state/memory.ts";
import { applied, change, outcome, rejection, SYNC_RUN } from "../contract/state/fixtures.ts";
import { type CuttingProxy, startCuttingProxy } from "./cutting-proxy.ts";
import { OPTIONS, type StateServer, startStateServer } from "./state-server.ts";

const RUN = "run-1" as RunId;
let server: StateServer;
let proxy: CuttingProxy;
beforeAll(async () => {
  server = await startStateServer();
  proxy = await startCuttingProxy(Number(new URL(server.url).port));
});
afterAll(async () => {
  await proxy.close();
  await server.stop();
});

// What the server never got is simply asked again: some of those do. What it did and could not tell is the hard part.
test.each([
  ["asked", 5],
  ["answered", 1],
] as const)(
  "[X5] a connection that is lost when any one query is %s: everything is done, and nothing twice",
  async (at, step) => {
    const expected = await wholeRun(openMemoryState(OPTIONS));
    let nth = 1;
    for (; ; nth += step) {
      const store = server.open(proxy.through(server.newState()), OPTIONS);
      proxy.cut(nth, at);
      expect(await wholeRun(store), `query ${nth}`).toEqual(expected);
      await store.close();
      if (!proxy.hasCut) break;
    }
    // Making the schema, and every step of a run.
    expect(nth).toBeGreaterThan(60);
  },
);

test("[X5] a session that the server ends between two works is opened again, and the lease survives it", async () => {
  const store = server.open(server.newState(), OPTIONS);
  const { lease } = (await store.acquire(RUN)) as { lease: never };
  await store.startRun(RUN, lease);
  for (const key of ["k1", "k2", "k3"]) {
    await server.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'state_writer' and pid <> pg_backend_pid()",
    );
    await store.intend(RUN, lease, [change(key)]);
  }
  expect(await store.syncs()).toEqual([{ sync: "a", records: 0, pending: 3 }]);
  expect(await store.holder()).toHaveProperty("run", RUN);
});

test("a database that stays away ends the work with what it was, after six attempts", async () => {
  const sleeps: number[] = [];
  const clock = {
    ...OPTIONS.clock,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds);
    },
  };
  const away = await startCuttingProxy(Number(new URL(server.url).port));
  const store = server.open(away.through(server.newState()), { ...OPTIONS, clock });
  const { lease } = (await store.acquire(RUN)) as { lease: never };
  await away.close();
  await expect(store.intend(RUN, lease, [change("k1")])).rejects.toMatchObject({
    kind: "environment",
    message: expect.stringMatching(
      /PostgreSQL cannot be reached with the state's connection: nothing listens/,
    ),
  });
  expect(sleeps).toEqual([500, 1000, 2000, 4000, 8000]);
});

/** One run with every kind of write, and what the store tells of it afterwards. */
async function wholeRun(store: StateStore): Promise<unknown> {
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  const { lease } = answer;
  await store.startRun(RUN, lease);
  await store.saveRejects(RUN, lease, "a", [rejection("k9", 9)]);
  const sent = ["k1", "k2", "k3", "k4"].map((key) => change(key));
  const [first, second, third, fourth] = sent as [
    (typeof sent)[0],
    (typeof sent)[0],
    (typeof sent)[0],
    (typeof sent)[0],
  ];
  await store.intend(RUN, lease, sent);
  await store.settle(RUN, lease, [applied(first, "created", "id-1"), outcome(second, "refused")]);
  await store.settle(RUN, lease, [outcome(third, "failed")]);
  await lease.heartbeat();
  await lease.verify();
  await store.intend(RUN, lease, [first]);
  await store.settle(RUN, lease, [outcome(first, "notAttempted"), outcome(fourth, "notAttempted")]);
  await store.saveRejects(RUN, lease, "a", [rejection("k9", 9), rejection("k2", 2)]);
  await store.saveWatermark(RUN, lease, "a", { value: "2026\0\ud83d", definition: "d" });
  await store.finishRun(RUN, lease, "partial", [SYNC_RUN]);
  await lease.release();
  const entries: Remembered[] = [];
  for await (const entry of store.entries("a")) entries.push(entry);
  return {
    entries,
    fence: lease.fence,
    syncs: await store.syncs(),
    runs: await store.runs(9),
    rejects: await store.rejects(),
    watermark: await store.watermark("a"),
    holder: await store.holder(),
  };
}
