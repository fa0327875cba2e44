import { describe, expect, test } from "vitest";
import type { RecordKey } from "../../../src/model/record.ts";
import {
  accept,
  all,
  applied,
  type BeginState,
  beginRun,
  change,
  expectLost,
  fieldsOf,
  idsOf,
  keyOf,
  keys,
  outcome,
  pending,
  WILD_TEXTS,
} from "./fixtures.ts";

/** What a store remembers of records. */
export function recordsContract(begin: BeginState): void {
  describe("what Planhat accepted", () => {
    test("an empty state knows nothing", async () => {
      const { store } = await beginRun(await begin());
      expect(await store.recall("a", keys("k1"))).toEqual(new Map());
      expect(await store.count("a")).toBe(0);
      expect(await store.syncs()).toEqual([]);
      expect(await all(store, "a")).toEqual([]);
      expect(await store.rejects()).toEqual([]);
    });

    test("a record that is about to be sent is pending", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.intend(run, lease, [change("k1")]);
      expect(await store.recall("a", keys("k1", "k2"))).toEqual(new Map([pending("k1")]));
      expect(await store.count("a")).toBe(0);
      expect(await store.syncs()).toEqual([{ sync: "a", records: 0, pending: 1 }]);
    });

    test("a record that was applied is accepted with its fields, fingerprint and id", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const sent = change("k1", { name: "Acme", "custom.Tags": ["a", null, { b: 1 }], owner: null });
      await store.intend(run, lease, [sent]);
      await store.settle(run, lease, [applied(sent, "created", "5f0000000000000000000001")]);
      const accepted = {
        key: "k1",
        fingerprint: sent.fingerprint,
        fields: sent.record.fields,
        id: "5f0000000000000000000001",
      };
      expect(await store.recall("a", keys("k1"))).toEqual(new Map([["k1", { kind: "accepted", accepted }]]));
      expect(await store.count("a")).toBe(1);
      expect(await all(store, "a")).toEqual([{ kind: "accepted", accepted }]);
    });

    test("of a record that is accepted just as it is no more is told; of any other what is remembered", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const sent = Array.from({ length: 230 }, (_, index) => change(`k${index}`, { n: 1 }));
      await store.settle(
        run,
        lease,
        sent.map((one) => applied(one, "created")),
      );
      const same = sent.map(({ key }) => [key, { kind: "same", key }] as const);
      expect(await store.compare("a", sent)).toEqual(new Map(same));
      const other = change("k7", { n: 2 });
      await store.intend(run, lease, [change("k9", { n: 3 })]);
      const wanted = [...sent.filter(({ key }) => key !== other.key), other, change("new")];
      const known = await store.compare("a", wanted);
      const all = await store.recall("a", keys("k7", "k9"));
      expect(known.get(other.key)).toEqual(all.get(other.key));
      expect(known.get("k9" as RecordKey)).toEqual({ kind: "pending", key: "k9" });
      expect(known.size).toBe(230);
      expect([...known.values()].filter(({ kind }) => kind === "same")).toHaveLength(228);
      expect(await store.compare("b", sent)).toEqual(new Map());
    });

    test("a record whose outcome is told twice at once counts once", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.intend(run, lease, [change("k1")]);
      await store.settle(run, lease, [applied(change("k1"), "created"), applied(change("k1"), "unchanged")]);
      expect(await store.syncs()).toEqual([{ sync: "a", records: 1, pending: 0 }]);
    });

    test("a record that was applied without having been announced is accepted", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.settle(run, lease, [applied(change("k1"), "unchanged")]);
      expect(await fieldsOf(store, "k1")).toEqual({ externalId: "k1" });
    });

    test("the id stays with an update, comes from the change, and goes with a new creation", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.settle(run, lease, [
        applied(change("k1"), "created", "id1"),
        applied(change("k2"), "updated"),
      ]);
      await store.settle(run, lease, [
        applied(change("k1", { n: 2 }), "updated"),
        applied({ ...change("k2"), id: "id2" }, "unchanged"),
      ]);
      expect(await idsOf(store)).toEqual(["id1", "id2"]);
      await store.settle(run, lease, [applied({ ...change("k1"), id: "id1" }, "created")]);
      expect(await idsOf(store)).toEqual([undefined, "id2"]);
    });

    test.each(["refused", "notAttempted"] as const)(
      "a %s record is what it was before it was announced",
      async (kind) => {
        const { store, run, lease } = await beginRun(await begin());
        await accept(store, run, lease, change("k1", { n: 1 }));
        await store.intend(run, lease, [change("k1", { n: 2 }), change("k2")]);
        expect(await all(store, "a")).toEqual([pending("k1")[1], pending("k2")[1]]);
        expect(await store.count("a")).toBe(1);
        await store.settle(run, lease, [outcome(change("k1", { n: 2 }), kind), outcome(change("k2"), kind)]);
        expect(await fieldsOf(store, "k1")).toEqual({ externalId: "k1", n: 1 });
        expect(await store.recall("a", keys("k2"))).toEqual(new Map());
        expect(await store.syncs()).toEqual([{ sync: "a", records: 1, pending: 0 }]);
      },
    );

    test("a failed record stays pending, and is accepted once it was applied", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.intend(run, lease, [change("k1")]);
      await store.settle(run, lease, [outcome(change("k1"), "failed")]);
      expect(await all(store, "a")).toEqual([pending("k1")[1]]);
      await accept(store, run, lease, change("k1"));
      expect(await fieldsOf(store, "k1")).toEqual({ externalId: "k1" });
      expect(await store.syncs()).toEqual([{ sync: "a", records: 1, pending: 0 }]);
    });

    test.each(["refused", "notAttempted"] as const)(
      "a %s record whose earlier send has no known end stays pending: Planhat may hold that one",
      async (kind) => {
        const { store, run, lease } = await beginRun(await begin());
        await accept(store, run, lease, change("k1", { n: 1 }));
        await store.intend(run, lease, [change("k1", { n: 2 })]);
        await store.settle(run, lease, [outcome(change("k1", { n: 2 }), "failed")]);
        await store.intend(run, lease, [change("k1", { n: 3 })]);
        await store.settle(run, lease, [outcome(change("k1", { n: 3 }), kind)]);
        expect(await all(store, "a")).toEqual([pending("k1")[1]]);
        expect(await store.count("a")).toBe(1);
      },
    );

    test("[X14] syncs are apart, in one batch too", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const b = { ...change("k1", { n: 2 }), sync: "b" };
      await store.intend(run, lease, [change("k1"), b]);
      await store.settle(run, lease, [applied(b, "created"), outcome(change("k1"), "refused")]);
      expect(await store.recall("a", keys("k1"))).toEqual(new Map());
      expect(await store.syncs()).toEqual([{ sync: "b", records: 1, pending: 0 }]);
    });

    test("[X12] keys and values come back as they were, to the code unit", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const changes = WILD_TEXTS.map((text) => change(text, { name: text, [`custom.${text}`]: text }));
      await store.intend(run, lease, changes);
      await store.settle(
        run,
        lease,
        changes.map((sent) => applied(sent, "created")),
      );
      const known = await store.recall("a", keys(...WILD_TEXTS));
      expect(known.size).toBe(WILD_TEXTS.length);
      for (const sent of changes) {
        expect(known.get(sent.key)).toEqual({
          kind: "accepted",
          accepted: { key: sent.key, fingerprint: sent.fingerprint, fields: sent.record.fields },
        });
      }
      expect(new Set((await all(store, "a")).map(keyOf))).toEqual(new Set(WILD_TEXTS));
    });

    test("[X13, C15] numbers keep every digit that JSON gave them", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const record = { max: 2 ** 53, big: 1e308, small: 5e-324, sum: 0.1 + 0.2, text: "9007199254740993" };
      await accept(store, run, lease, change("k1", record));
      expect(await fieldsOf(store, "k1")).toEqual({ externalId: "k1", ...record });
    });

    test("entries come in the order of their keys, past the size of any page", async () => {
      const { store, run, lease } = await beginRun(await begin());
      const changes = Array.from({ length: 2500 }, (_, index) =>
        change(`k${String((index * 7) % 2500).padStart(4, "0")}`),
      );
      await store.intend(run, lease, changes);
      await store.settle(
        run,
        lease,
        changes.map((sent) => applied(sent, "created")),
      );
      const found = (await all(store, "a")).map(keyOf);
      expect(found).toEqual(changes.map((sent) => sent.key).sort());
      expect((await store.recall("a", found)).size).toBe(2500);
      expect(await store.count("a")).toBe(2500);
    });

    test("forgetting one key or a whole sync answers how many, and leaves the others", async () => {
      const { store, run, lease } = await beginRun(await begin());
      for (const key of ["k1", "k2", "k3"]) await accept(store, run, lease, change(key));
      await store.intend(run, lease, [change("k4")]);
      await accept(store, run, lease, { ...change("k1"), sync: "b" });
      expect(await store.forget("a", "k1" as RecordKey)).toBe(1);
      expect(await store.forget("a", "k1" as RecordKey)).toBe(0);
      expect(await store.count("a")).toBe(2);
      expect(await store.forget("a")).toBe(3);
      expect(await store.forget("nothing")).toBe(0);
      expect(await store.syncs()).toEqual([{ sync: "b", records: 1, pending: 0 }]);
    });

    test("a batch whose lease is lost changes nothing", async () => {
      const { store, run, lease } = await beginRun(await begin());
      await store.breakLease();
      await expectLost(store.intend(run, lease, [change("k1")]));
      expect(await all(store, "a")).toEqual([]);
    });
  });
}
