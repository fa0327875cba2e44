import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "../../src/engine/plan.ts";
import { PlanTally } from "../../src/engine/plan-tally.ts";
import type { PlanItem } from "../../src/model/change.ts";
import type { CompiledSync } from "../../src/model/compiled-sync.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { RecordKey } from "../../src/model/record.ts";
import type { Remembered } from "../../src/model/state-store.ts";
import {
  everyItem,
  fakeSync,
  memoryRowStore,
  memorySpool,
  rowsOf,
  streamOf,
} from "../support/engine-fixtures.ts";
import { targetOf } from "../support/target-of.ts";

interface World {
  readonly rows: readonly JsonObject[];
  /** What the state remembers, by key; null is pending. */
  readonly accepted?: Readonly<Record<string, JsonObject | null>>;
  /** Planhat's `_id`s, by key. */
  readonly existing?: Readonly<Record<string, readonly string[]>>;
  readonly baseline?: "state" | "none";
}

async function planOf(sync: CompiledSync, world: World) {
  const asked: string[] = [];
  const planned = await plan(sync, {
    rows: streamOf(rowsOf(world.rows)),
    runStart: 0,
    compare:
      world.baseline === "none"
        ? undefined
        : async (_, records) =>
            remembered(
              world,
              records.map(({ key }) => key),
            ),
    target: targetOf({
      idsOfKeys: async ({ records }) => {
        asked.push(...records.map(({ key }) => key));
        const found = records.flatMap(({ key }) => {
          const ids = world.existing?.[key];
          return ids === undefined ? [] : [[key, ids] as const];
        });
        return new Map(found);
      },
    }),
    spool: memorySpool(),
    decided: memorySpool(),
    lists: { limit: 0, riskiest: 0 },
    rowStore: memoryRowStore(),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const items = await everyItem(planned, sync, world.rows);
  return { items, asked };
}

function remembered(
  { accepted = {} }: World,
  keys: readonly RecordKey[],
): ReadonlyMap<RecordKey, Remembered> {
  return new Map(
    keys.flatMap((key): [RecordKey, Remembered][] => {
      const fields = accepted[key];
      if (fields === undefined) return [];
      if (fields === null) return [[key, { kind: "pending", key }]];
      return [[key, { kind: "accepted", accepted: { key, fields, fingerprint: fingerprint(fields) } }]];
    }),
  );
}

/** `create a1`, `skip:exists a1`: what a plan says, in short. */
function brief(items: readonly PlanItem[]): readonly string[] {
  return items.map((item) => {
    switch (item.kind) {
      case "change":
        return `${item.change.action} ${item.change.key}`;
      case "skip":
        return `skip:${item.reason} ${item.key}`;
      case "unchanged":
        return `unchanged ${item.key}`;
      case "reject":
        return `reject:${item.rejection.rule} ${item.rejection.position.row}`;
      default:
        return item satisfies never;
    }
  });
}

const A = { externalId: "a", name: "Acme" };
const A2 = { externalId: "a", name: "Acme Ltd" };

describe("what becomes of one record", () => {
  test.each([
    { mode: "upsert", knows: "nothing", accepted: {}, existing: {}, says: "create a" },
    { mode: "upsert", knows: "it exists", accepted: {}, existing: { a: ["1"] }, says: "update a" },
    { mode: "upsert", knows: "the same", accepted: { a: A2 }, existing: { a: ["1"] }, says: "unchanged a" },
    { mode: "upsert", knows: "other values", accepted: { a: A }, existing: {}, says: "update a" },
    {
      mode: "upsert",
      knows: "a pending one",
      accepted: { a: null },
      existing: { a: ["1"] },
      says: "update a",
    },
    { mode: "insert", knows: "nothing", accepted: {}, existing: {}, says: "create a" },
    { mode: "insert", knows: "it exists", accepted: {}, existing: { a: ["1"] }, says: "skip:exists a" },
    { mode: "insert", knows: "other values", accepted: { a: A }, existing: {}, says: "skip:exists a" },
    {
      mode: "insert",
      knows: "a pending one that came through",
      accepted: { a: null },
      existing: { a: ["1"] },
      says: "skip:exists a",
    },
    { mode: "insert", knows: "twins", accepted: {}, existing: { a: ["1", "2"] }, says: "skip:exists a" },
    { mode: "update", knows: "nothing", accepted: {}, existing: {}, says: "skip:missing a" },
    { mode: "update", knows: "it exists", accepted: {}, existing: { a: ["1"] }, says: "update a" },
    { mode: "update", knows: "the same", accepted: { a: A2 }, existing: {}, says: "unchanged a" },
    {
      mode: "update",
      knows: "other values, but it was deleted",
      accepted: { a: A },
      existing: {},
      says: "skip:missing a",
    },
    {
      mode: "update",
      knows: "twins",
      accepted: {},
      existing: { a: ["1", "2"] },
      says: "reject:ambiguous-key 1",
    },
  ] as const)("$mode, when $knows: $says", async ({ mode, accepted, existing, says }) => {
    const { items } = await planOf(fakeSync({ mode }), { rows: [A2], accepted, existing });
    expect(brief(items)).toEqual([says]);
  });

  test("an update carries the id that was read back, and the value before where it is known", async () => {
    const { items } = await planOf(fakeSync({ mode: "update" }), {
      rows: [A2],
      accepted: { a: A },
      existing: { a: ["id1"] },
    });
    expect(items[0]).toMatchObject({
      change: { id: "id1", fields: { name: { before: "Acme", after: "Acme Ltd" } } },
    });
  });

  test("[D18] a field that the definition no longer maps is left alone", async () => {
    const { items } = await planOf(fakeSync({}), { rows: [A], accepted: { a: { ...A, phase: "Trial" } } });
    expect(brief(items)).toEqual(["unchanged a"]);
  });

  test("Planhat is asked only for what the state does not answer", async () => {
    const { asked } = await planOf(fakeSync({}), {
      rows: [A, { externalId: "b", name: "B" }],
      accepted: { a: A },
    });
    expect(asked).toEqual(["b"]);
  });

  test("without a baseline every record is sent, and the modes hold all the same", async () => {
    const world = { rows: [A], accepted: { a: A }, existing: { a: ["1"] }, baseline: "none" } as const;
    expect(brief((await planOf(fakeSync({}), world)).items)).toEqual(["update a"]);
    expect(brief((await planOf(fakeSync({ mode: "insert" }), world)).items)).toEqual(["skip:exists a"]);
  });
});

describe("records without a key", () => {
  const sync = fakeSync({ mode: "insert", key: undefined });

  test("are created, the second of two equal rows is a repeat", async () => {
    const { items, asked } = await planOf(sync, { rows: [{ name: "A" }, { name: "A" }, { name: "B" }] });
    expect(brief(items).map((text) => text.split(" ")[0])).toEqual(["create", "skip:repeat", "create"]);
    expect(asked).toEqual([]);
  });

  test("are looked for by content only when nobody knows whether they arrived", async () => {
    const key = `~${fingerprint({ name: "A" })}`;
    const world = { rows: [{ name: "A" }], accepted: { [key]: null } };
    expect(brief((await planOf(sync, world)).items)).toEqual([`create ${key}`]);
    expect(brief((await planOf(sync, { ...world, existing: { [key]: ["1"] } })).items)).toEqual([
      `skip:exists ${key}`,
    ]);
  });
});

describe("[S8] two rows with one key", () => {
  test("the same content is a repeat", async () => {
    expect(brief((await planOf(fakeSync({}), { rows: [A, A] })).items)).toEqual([
      "create a",
      "skip:repeat a",
    ]);
  });

  test("different content rejects every one of them, and each names another's row", async () => {
    const { items } = await planOf(fakeSync({}), { rows: [A, { externalId: "b", name: "B" }, A2, A] });
    expect(brief(items)).toEqual([
      "reject:duplicate-key 1",
      "create b",
      "reject:duplicate-key 3",
      "reject:duplicate-key 4",
    ]);
    const named = items.flatMap((item) =>
      item.kind === "reject" ? (/row \d+/.exec(item.rejection.reason.detail ?? "") ?? []) : [],
    );
    expect(named).toEqual(["row 3", "row 1", "row 3"]);
  });

  test("also where the first one is unchanged: nothing of it is sent, nothing of it counts as done", async () => {
    const { items } = await planOf(fakeSync({}), { rows: [A, A2], accepted: { a: A } });
    expect(brief(items)).toEqual(["reject:duplicate-key 1", "reject:duplicate-key 2"]);
  });
});

test("every row is counted exactly once, whatever the rows, the state and Planhat hold", async () => {
  const row = fc.record({
    externalId: fc.constantFrom("a", "b", "c", "d"),
    name: fc.constantFrom("x", "y"),
    ...{},
  });
  const rows = fc.array(fc.oneof(row, fc.constant({ bad: true })), { maxLength: 30 });
  const mode = fc.constantFrom("insert" as const, "update" as const, "upsert" as const);
  const state = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(row, fc.constant(null)));
  const existing = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom(["1"], ["1", "2"]));
  await fc.assert(
    fc.asyncProperty(rows, mode, state, existing, async (rows, mode, accepted, existing) => {
      const { items } = await planOf(fakeSync({ mode }), { rows, accepted, existing });
      const tally = new PlanTally();
      for (const item of items) tally.count(item);
      expect(items).toHaveLength(rows.length);
      expect(tally.summary.read).toBe(rows.length);
      const sent = items.flatMap((item) => (item.kind === "change" ? [item.change.key] : []));
      expect(new Set(sent).size).toBe(sent.length);
      if (mode === "insert") expect(tally.summary.update).toBe(0);
      if (mode === "update") expect(tally.summary.create).toBe(0);
    }),
  );
});

test("a source that breaks midway breaks the plan: what came before is not taken for the whole", async () => {
  async function* broken() {
    yield rowsOf([A]);
    throw new Error("connection lost");
  }
  const planned = plan(fakeSync({}), {
    rows: broken(),
    runStart: 0,
    compare: undefined,
    target: targetOf({ idsOfKeys: async () => new Map() }),
    spool: memorySpool(),
    decided: memorySpool(),
    lists: { limit: 0, riskiest: 0 },
    rowStore: memoryRowStore(),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  await expect(planned).rejects.toThrow("connection lost");
});
