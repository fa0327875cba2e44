import { describe, expect, test } from "vitest";
import type { RunId } from "../../../src/model/record.ts";
import { makeRedact } from "../../../src/model/redact.ts";
import { accept, all, type BeginState, beginRun, change, fieldsOf, keys, rejection } from "./fixtures.ts";

/** What holds when a state is opened again, by another process or for another target. */
export function durabilityContract(begin: BeginState): void {
  describe("what outlives the process", () => {
    test("what was saved is there when the state is opened again", async () => {
      const open = await begin();
      const { store, run, lease, options } = await beginRun(open);
      await store.startRun(run, lease);
      await accept(store, run, lease, change("k1"));
      await store.intend(run, lease, [change("k2")]);
      await store.saveRejects(run, lease, "a", [rejection("k3", 3)]);
      await store.close();
      await store.close();
      const again = await open(options);
      expect((await all(again, "a")).map(({ kind }) => kind)).toEqual(["accepted", "pending"]);
      expect(await again.rejects()).toHaveLength(1);
      expect(await again.runs(9)).toHaveLength(1);
      expect(await again.holder()).toHaveProperty("run", "run-1");
    });

    test("[X14] what one target accepted is not known to another", async () => {
      const open = await begin();
      const { store, run, lease, options } = await beginRun(open);
      await store.startRun(run, lease);
      await accept(store, run, lease, change("k1", { n: 1 }));
      await store.saveRejects(run, lease, "a", [rejection("k3", 3)]);
      const other = await open({ ...options, target: "api-us1.planhat.com tenant-2" });
      expect(await other.recall("a", keys("k1"))).toEqual(new Map());
      expect([await other.syncs(), await other.rejects(), await other.runs(9)]).toEqual([[], [], []]);
      expect(await other.run("run-1")).toBeUndefined();
      expect(await other.acquire("run-2" as RunId)).toHaveProperty("heldBy");
      await accept(other, run, lease, change("k1", { n: 2 }));
      expect(await other.forget("a")).toBe(1);
      expect(await fieldsOf(store, "k1")).toEqual({ externalId: "k1", n: 1 });
    });

    test("another process forgets nothing while an apply holds the lease", async () => {
      const open = await begin();
      const { store, run, lease, options } = await beginRun(open);
      await accept(store, run, lease, change("k1"));
      const other = await open({ ...options, process: { pid: 42, host: "here", user: "bob" } });
      await expect(other.forget("a")).rejects.toThrow(/locked by an apply: ann on here, process 41/);
      expect(await store.count("a")).toBe(1);
      await lease.release();
      expect(await other.forget("a")).toBe(1);
    });

    test("no secret is stored with a record or a reject", async () => {
      const open = await begin();
      const { store, run, lease, options } = await beginRun(open, makeRedact(['s3cr3t"token', "4815162342"]));
      const record = { note: 'it is s3cr3t"token!', list: ['s3cr3t"token'], code: 4815162342 };
      await accept(store, run, lease, change("k1", record));
      await store.saveRejects(run, lease, "a", [
        { ...rejection("k2", 2), reason: { code: "refused", what: "No.", detail: 's3cr3t"token' }, record },
      ]);
      await store.close();
      const again = await open(options);
      const redacted = { note: "it is ***!", list: ["***"], code: "***" };
      expect(await fieldsOf(again, "k1")).toEqual({ externalId: "k1", ...redacted });
      expect(await again.rejects()).toMatchObject([
        { rejection: { reason: { detail: "***" }, record: redacted } },
      ]);
      expect(await again.recall("a", keys("k1"))).toHaveProperty("size", 1);
    });
  });
}
