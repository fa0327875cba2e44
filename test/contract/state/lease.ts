import { describe, expect, test } from "vitest";
import type { RunId } from "../../../src/model/record.ts";
import {
  accept,
  all,
  applied,
  type BeginState,
  beginRun,
  change,
  expectLost,
  rejection,
  take,
} from "./fixtures.ts";

/** Who may write to a store. */
export function leaseContract(begin: BeginState): void {
  describe("the lease", () => {
    test("is held by one run, which the others are told of", async () => {
      const { store, clock } = await beginRun(await begin());
      const heldBy = {
        run: "run-1",
        pid: 41,
        host: "here",
        user: "ann",
        since: clock.now(),
        heartbeat: clock.now(),
      };
      expect(await store.acquire("run-2" as RunId)).toEqual({ heldBy });
      expect(await store.holder()).toEqual(heldBy);
    });

    test("is free after its release, which may come twice", async () => {
      const { store, lease } = await beginRun(await begin());
      await lease.release();
      await lease.release();
      expect(await store.holder()).toBeUndefined();
      expect(await take(store, "run-2")).toBeDefined();
    });

    test("stays with its holder for 15 s after the last heartbeat", async () => {
      const { store, lease, clock } = await beginRun(await begin());
      clock.time += 14_000;
      await lease.heartbeat();
      clock.time += 15_000;
      expect(await store.acquire("run-2" as RunId)).toHaveProperty("heldBy.run", "run-1");
      clock.time += 1;
      expect(await store.holder()).toBeUndefined();
      expect(await take(store, "run-2")).toBeDefined();
    });

    test("is renewed by a look at it once its time is getting on", async () => {
      const { store, lease, clock } = await beginRun(await begin());
      clock.time += 4_000;
      await lease.verify();
      expect(await store.holder()).toHaveProperty("heartbeat", clock.now() - 4_000);
      clock.time += 10_000;
      await lease.verify();
      expect(await store.holder()).toHaveProperty("heartbeat", clock.now());
    });

    test("counts every write as a heartbeat", async () => {
      const { store, run, lease, clock } = await beginRun(await begin());
      clock.time += 14_000;
      await store.intend(run, lease, [change("k1")]);
      clock.time += 14_000;
      expect(await store.acquire("run-2" as RunId)).toHaveProperty("heldBy.run", "run-1");
    });

    test("runs out for a heartbeat that a clock set back has left in the future", async () => {
      const { store, clock } = await beginRun(await begin());
      clock.time -= 86_400_000;
      expect(await take(store, "run-2")).toBeDefined();
    });

    test("[X3] passes on at once when its process is known to be gone", async () => {
      const { store, gone } = await beginRun(await begin());
      gone.add(41);
      expect(await store.holder()).toBeUndefined();
      expect(await take(store, "run-2")).toBeDefined();
    });

    test("[X3] has a fence that rises whenever it changes hands", async () => {
      const { store, lease, gone } = await beginRun(await begin());
      gone.add(41);
      const fences = [lease.fence];
      for (const run of ["run-2", "run-3"]) {
        const next = await take(store, run);
        fences.push(next.fence);
        await next.release();
      }
      expect(fences).toEqual([...new Set(fences)].sort((a, b) => a - b));
    });

    test("[X4] once lost, every write is refused, and its release takes it from nobody", async () => {
      const { store, run, lease, clock } = await beginRun(await begin());
      clock.time += 15_001;
      await take(store, "run-2");
      await expectLost(lease.heartbeat());
      await expectLost(lease.verify());
      await expectLost(store.startRun(run, lease));
      await expectLost(store.intend(run, lease, [change("k1")]));
      await expectLost(store.settle(run, lease, [applied(change("k1"), "created")]));
      await expectLost(store.saveRejects(run, lease, "a", [rejection("k1", 1)]));
      await expectLost(store.finishRun(run, lease, "failed", []));
      await lease.release();
      expect(await store.holder()).toHaveProperty("run", "run-2");
      expect(await all(store, "a")).toEqual([]);
      expect(await store.rejects()).toEqual([]);
    });

    test("once broken, is free and its run cannot write", async () => {
      const { store, lease } = await beginRun(await begin());
      expect(await store.breakLease()).toBe(true);
      expect(await store.holder()).toBeUndefined();
      await expectLost(lease.heartbeat());
      expect(await store.breakLease()).toBe(false);
    });

    test("is not broken for a run that has it no more", async () => {
      const { store, lease } = await beginRun(await begin());
      await lease.release();
      const next = await take(store, "run-2");
      expect(await store.breakLease("run-1" as RunId)).toBe(false);
      await next.heartbeat();
      expect(await store.breakLease("run-2" as RunId)).toBe(true);
      await expectLost(next.heartbeat());
    });

    test("tells the CI job of its holder", async () => {
      const open = await begin();
      const { store, lease, options } = await beginRun(open);
      await lease.release();
      await store.close();
      const job = "https://ci.example/runs/7";
      const other = await open({ ...options, process: { ...options.process, job } });
      await take(other, "run-2");
      expect(await other.holder()).toHaveProperty("job", job);
    });

    test("outlives its time while nobody takes it over", async () => {
      const { store, run, lease, clock } = await beginRun(await begin());
      clock.time += 60_000;
      await accept(store, run, lease, change("k1"));
      expect(await store.count("a")).toBe(1);
    });
  });
}
