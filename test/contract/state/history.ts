import { describe, expect, test } from "vitest";
import type { RecordKey, RunId } from "../../../src/model/record.ts";
import {
  applied,
  type BeginState,
  beginRun,
  change,
  manyRejections,
  rejection,
  SYNC_RUN,
  take,
} from "./fixtures.ts";

/** Runs and rejects. */
export function historyContract(begin: BeginState): void {
  describe("runs and rejects", () => {
    test("a run is running until it is finished", async () => {
      const { store, run, lease, clock } = await beginRun(await begin());
      await store.startRun(run, lease);
      const started = { id: "run-1", startedAt: clock.now(), status: "running", syncs: [] };
      expect(await store.runs(10)).toEqual([started]);
      clock.time += 1200;
      await store.finishRun(run, lease, "partial", [SYNC_RUN]);
      const finished = { ...started, finishedAt: clock.now(), status: "partial", syncs: [SYNC_RUN] };
      expect(await store.run("run-1")).toEqual(finished);
      expect(await store.run("run-9")).toBeUndefined();
    });

    test("a run has the counts of what was settled so far, and is interrupted once its process is gone", async () => {
      const { store, run, lease, gone } = await beginRun(await begin());
      const planned = { ...SYNC_RUN, calls: { read: 1, write: 0, retried: 0 } };
      await store.startRun(run, lease, [planned]);
      expect(await store.runs(1)).toMatchObject([{ status: "running", syncs: [planned] }]);
      const sent = change("a1");
      await store.intend(run, lease, [sent]);
      await store.settle(run, lease, [applied(sent, "created")], [SYNC_RUN]);
      expect(await store.run("run-1")).toMatchObject({ status: "running", syncs: [SYNC_RUN] });
      gone.add(41);
      expect(await store.runs(1)).toMatchObject([{ status: "interrupted", syncs: [SYNC_RUN] }]);
      expect(await store.run("run-1")).not.toHaveProperty("finishedAt");
    });

    test("runs are listed newest first, whatever the clock says", async () => {
      const { store, lease, clock } = await beginRun(await begin());
      await lease.release();
      for (const id of ["r1", "r2", "r3"]) {
        clock.time -= 1000;
        const own = await take(store, id);
        await store.startRun(id as RunId, own);
        await store.finishRun(id as RunId, own, "succeeded", []);
        await own.release();
      }
      expect((await store.runs(2)).map((run) => run.id)).toEqual(["r3", "r2"]);
      expect(await store.runs(0)).toEqual([]);
    });

    test("a run that was killed counts as interrupted once the next one starts", async () => {
      const { store, run, lease, gone } = await beginRun(await begin());
      await store.startRun(run, lease);
      gone.add(41);
      await store.startRun("run-2" as RunId, await take(store, "run-2"));
      // In these tests every process has the same id.
      gone.delete(41);
      expect((await store.runs(5)).map(({ id, status }) => [id, status])).toEqual([
        ["run-2", "running"],
        ["run-1", "interrupted"],
      ]);
    });

    test("[X15] the last 1,000 runs are kept", async () => {
      const { store, lease } = await beginRun(await begin());
      await lease.release();
      const own = await take(store, "r0");
      for (let index = 0; index < 1003; index++) await store.startRun("r0" as RunId, own);
      expect(await store.runs(2000)).toHaveLength(1000);
    });

    test("a watermark is kept for its sync, replaced, and forgotten with the sync", async () => {
      const { store, run, lease } = await beginRun(await begin());
      expect(await store.watermark("a")).toBeUndefined();
      await store.saveWatermark(run, lease, "a", { value: "2026-01-01T00:00:00.000001Z", definition: "d1" });
      await store.saveWatermark(run, lease, "a", { value: "2026-01-02", definition: "d2" });
      expect(await store.watermark("a")).toEqual({ value: "2026-01-02", definition: "d2" });
      expect(await store.watermark("b")).toBeUndefined();
      await store.forget("a");
      expect(await store.watermark("a")).toBeUndefined();
    });

    test("rejects are replaced sync by sync, in their order", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.saveRejects(run, lease, "a", [rejection("k2", 2), rejection("k1", 1)]);
      await store.saveRejects(run, lease, "b", [{ ...rejection(null, 7), sync: "b" }]);
      expect(await store.rejects("a")).toEqual([
        { rejection: rejection("k2", 2), run: "run-1", attempts: 1 },
        { rejection: rejection("k1", 1), run: "run-1", attempts: 1 },
      ]);
      await store.saveRejects(run, lease, "a", []);
      expect((await store.rejects()).map((reject) => reject.rejection.sync)).toEqual(["b"]);
    });

    test("attempts go on for the same key, or for the same row where there is none", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.saveRejects(run, lease, "a", [
        rejection("k1", 1),
        rejection(null, 2),
        rejection("row 2", 3),
      ]);
      await store.saveRejects(run, lease, "a", [rejection("k1", 9), rejection(null, 2), rejection(null, 3)]);
      await store.saveRejects(run, lease, "b", [rejection("k1", 1)]);
      expect((await store.rejects("a")).map((reject) => reject.attempts)).toEqual([2, 2, 1]);
      expect((await store.rejects("b")).map((reject) => reject.attempts)).toEqual([1]);
    });

    test("a reject keeps how often Planhat has refused it", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const refused = { ...rejection("k1", 1), rule: "refused", refusals: 4 } as const;
      await store.saveRejects(run, lease, "a", [refused]);
      expect(await store.rejects("a")).toEqual([{ rejection: refused, run: "run-1", attempts: 1 }]);
    });

    test("rejects are forgotten with their whole sync, and not with one of its keys", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.saveRejects(run, lease, "a", [rejection("k1", 1)]);
      await lease.release();
      await store.forget("a", "k1" as RecordKey);
      expect(await store.rejects("a")).toHaveLength(1);
      await store.forget("a");
      expect(await store.rejects("a")).toEqual([]);
    });

    test("a run that did not get to all earlier rejects leaves those as they are, in front of its own", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.saveRejects(run, lease, "a", [rejection("k1", 1), rejection(null, 2), rejection("k3", 3)]);
      await lease.release();
      const next = "run-2" as RunId;
      await store.saveRejects(
        next,
        await take(store, next),
        "a",
        [rejection("k1", 9)],
        ({ rejection: { key } }) => key !== "k1",
      );
      expect(await store.rejects("a")).toEqual([
        { rejection: rejection(null, 2), run: "run-1", attempts: 1 },
        { rejection: rejection("k3", 3), run: "run-1", attempts: 1 },
        { rejection: rejection("k1", 9), run: "run-2", attempts: 2 },
      ]);
    });

    test("[X15] at most 100,000 rejects of a sync are kept, and the others are counted", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.saveRejects(run, lease, "a", manyRejections(100_007));
      await store.saveRejects(run, lease, "b", [rejection("k1", 1)]);
      expect(await store.rejectsLeftOut("a")).toBe(7);
      expect(await store.rejectsLeftOut("b")).toBe(0);
      expect(await store.rejectsLeftOut()).toBe(7);
      expect(await store.rejects("a")).toHaveLength(100_000);
      await store.saveRejects(
        run,
        lease,
        "a",
        [rejection("k1", 1)],
        (reject) => reject.rejection.key !== "k1",
      );
      expect(await store.rejectsLeftOut("a")).toBe(7);
      expect((await store.rejects("a")).at(-1)).toMatchObject({ attempts: 2 });
    });
  });
}
