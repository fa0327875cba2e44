import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable } from "../../src/engine/comparable.ts";
import { plan } from "../../src/engine/plan.ts";
import { fieldsOf } from "../../src/model/change.ts";
import type { CompiledSync } from "../../src/model/compiled-sync.ts";
import type { CurrentRecord } from "../../src/model/current-record.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { RecordKey } from "../../src/model/record.ts";
import type { Recalled } from "../../src/model/state-store.ts";
import type { TargetReader } from "../../src/model/target-reader.ts";
import {
  COMPANY,
  ENDUSER,
  everyItem,
  fakeSync,
  memoryRowStore,
  memorySpool,
  rowsOf,
  streamOf,
} from "../support/engine-fixtures.ts";

interface World {
  readonly rows: readonly JsonObject[];
  /** Planhat's records; `_id` and the key among their fields. */
  readonly held?: readonly JsonObject[];
  readonly accepted?: Readonly<Record<string, JsonObject>>;
  /** Companies by reference; undefined: the token may not read them. */
  readonly companies?: Readonly<Record<string, string>> | undefined;
  readonly arriving?: readonly string[];
  /** What becomes of the source behind its rows. */
  readonly fails?: Error;
  readonly begin?: TargetReader["prefetch"];
}

async function* failing<T>(rows: readonly T[], error: Error): AsyncIterable<readonly T[]> {
  yield rows;
  throw error;
}

async function planOf(sync: CompiledSync, world: World) {
  const { rows, held = [], accepted = {}, arriving = [], begin = () => true, fails } = world;
  const target: TargetReader = {
    prefetch: begin,
    async *records({ keyField, keys }) {
      const found = held.flatMap((fields): CurrentRecord[] => {
        const key = String(fields[keyField]) as RecordKey;
        return keys.has(key) ? [{ key, id: String(fields["_id"]), fields }] : [];
      });
      yield found;
    },
    idsOfReferences: async () => {
      if ("companies" in world && world.companies === undefined) return undefined;
      return new Map(Object.entries(world.companies ?? {}));
    },
    find: async () => new Map(),
    idsOfKeys: async ({ records }) =>
      new Map(
        records.flatMap(({ key }) => {
          const ids = held.filter(({ externalId }) => externalId === key).map(({ _id }) => String(_id));
          return ids.length === 0 ? [] : [[key, ids] as const];
        }),
      ),
  };
  const planned = await plan(sync, {
    rows: fails === undefined ? streamOf(rowsOf(rows)) : failing(rowsOf(rows), fails),
    runStart: 0,
    compare: async (_, records) =>
      new Map(
        records.flatMap(({ key, fingerprint: print }): [RecordKey, Recalled][] => {
          const fields = accepted[key];
          if (fields === undefined) return [];
          if (fingerprint(fields) === print) return [[key, { kind: "same", key }]];
          return [[key, { kind: "accepted", accepted: { key, fields, fingerprint: fingerprint(fields) } }]];
        }),
      ),
    target,
    live: {
      atLeast: 1,
      willBeCreated: (_, reference) => arriving.includes(reference),
    },
    spool: memorySpool(),
    decided: memorySpool(),
    lists: { limit: 0, riskiest: 0 },
    rowStore: memoryRowStore<CurrentRecord>(),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  return {
    items: await everyItem(planned, sync, rows),
    again: await everyItem(planned, sync, rows),
    planned,
  };
}

const A = { externalId: "a", name: "Acme", phase: "Trial" };

describe("compared with what Planhat holds now", () => {
  test("a record that is there as it should be is unchanged, though the state has never heard of it", async () => {
    const { items } = await planOf(fakeSync({}), { rows: [A], held: [{ _id: "1", ...A, owner: "x" }] });
    expect(items).toMatchObject([{ kind: "unchanged", key: "a" }]);
  });

  test("[T5] a change shows what is there before, and what is absent there as null", async () => {
    const { items } = await planOf(fakeSync({}), {
      rows: [A],
      held: [{ _id: "1", externalId: "a", name: "Old" }],
    });
    expect(items).toMatchObject([
      {
        change: {
          action: "update",
          id: "1",
          fields: { name: { before: "Old", after: "Acme" }, phase: { before: null, after: "Trial" } },
        },
      },
    ]);
  });

  test("what somebody changed in Planhat since is drift; what only we change is none", async () => {
    const { items } = await planOf(fakeSync({}), {
      rows: [{ ...A, name: "Acme Ltd" }],
      accepted: { a: A },
      held: [{ _id: "1", ...A, phase: "Churned" }],
    });
    expect(items).toMatchObject([
      {
        change: {
          drift: { kind: "edited", fields: ["phase"] },
          fields: {
            name: { before: "Acme", after: "Acme Ltd" },
            phase: { before: "Churned", after: "Trial" },
          },
        },
      },
    ]);
  });

  test("a record that was deleted in Planhat is created again, and said to be", async () => {
    const { items } = await planOf(fakeSync({}), { rows: [A], accepted: { a: A } });
    expect(items).toMatchObject([{ change: { action: "create", drift: { kind: "deleted" } } }]);
    const update = await planOf(fakeSync({ mode: "update" }), { rows: [A], accepted: { a: A } });
    expect(update.items).toMatchObject([{ kind: "skip", reason: "missing" }]);
    const insert = await planOf(fakeSync({ mode: "insert" }), { rows: [A], accepted: { a: A } });
    expect(insert.items).toMatchObject([{ change: { action: "create" } }]);
  });

  test("insert leaves alone what is there, however it differs", async () => {
    const { items } = await planOf(fakeSync({ mode: "insert" }), {
      rows: [A],
      held: [{ _id: "1", externalId: "a" }],
    });
    expect(items).toMatchObject([{ kind: "skip", reason: "exists" }]);
  });

  test("two records with the key are ambiguous; a record that comes twice is one", async () => {
    const twins = [
      { _id: "1", ...A },
      { _id: "2", ...A },
    ];
    expect((await planOf(fakeSync({}), { rows: [A], held: twins })).items).toMatchObject([
      { rejection: { rule: "ambiguous-key" } },
    ]);
    const same = [
      { _id: "1", ...A },
      { _id: "1", ...A },
    ];
    expect((await planOf(fakeSync({}), { rows: [A], held: same })).items).toMatchObject([
      { kind: "unchanged" },
    ]);
  });

  test("a field that Planhat computes is not sent again and again once it was accepted", async () => {
    const fields = {
      ...COMPANY.fields,
      mr: { type: "number", computed: true, description: "MRR." },
    } as const;
    const sync = fakeSync({ objectType: { ...COMPANY, fields } });
    const row = { externalId: "a", mr: 10 };
    const held = [{ _id: "1", externalId: "a", mr: 0 }];
    expect((await planOf(sync, { rows: [row], held })).items).toMatchObject([{ kind: "change" }]);
    expect((await planOf(sync, { rows: [row], held, accepted: { a: row } })).items).toMatchObject([
      { kind: "unchanged" },
    ]);
  });
});

describe("references", () => {
  const sync = fakeSync({ objectType: ENDUSER });
  const row = { externalId: "u", companyId: "extid-c1" };

  test("extid- and the _id of the company it means are the same", async () => {
    const companies = { "extid-c1": "id-c1" };
    const held = [{ _id: "1", externalId: "u", companyId: "id-c1" }];
    expect((await planOf(sync, { rows: [row], held, companies })).items).toMatchObject([
      { kind: "unchanged" },
    ]);
  });

  test("one that means nothing rejects the record before the call, unless this run creates what it means", async () => {
    const { items } = await planOf(sync, { rows: [row], companies: {} });
    expect(items).toMatchObject([
      { rejection: { rule: "reference-not-found", field: "companyId", key: "u" } },
    ]);
    const arriving = await planOf(sync, { rows: [row], companies: {}, arriving: ["extid-c1"] });
    expect(arriving.items).toMatchObject([{ change: { action: "create" } }]);
  });

  test("an insert checks them too", async () => {
    const insert = fakeSync({ objectType: ENDUSER, mode: "insert" });
    expect((await planOf(insert, { rows: [row], companies: {} })).items).toMatchObject([{ kind: "reject" }]);
    const keyless = fakeSync({ objectType: ENDUSER, mode: "insert", key: undefined });
    expect((await planOf(keyless, { rows: [row], companies: {} })).items).toMatchObject([{ kind: "reject" }]);
  });

  test("are not checked where the token may not read companies, and that is said", async () => {
    const held = [{ _id: "1", externalId: "u", companyId: "id-c1" }];
    const { items, planned } = await planOf(sync, {
      rows: [row],
      companies: undefined,
      held,
      accepted: { u: row },
    });
    expect(items).toMatchObject([{ kind: "unchanged" }]);
    expect(planned.warnings).toEqual([expect.stringContaining("may not read Company records")]);
  });

  test("of two contacts with one externalId the one of the record's own company is meant", async () => {
    const held = [
      { _id: "1", externalId: "u", companyId: "id-c2" },
      { _id: "2", externalId: "u", companyId: "id-c1", email: "old" },
    ];
    const { items } = await planOf(sync, {
      rows: [{ ...row, email: "new" }],
      held,
      companies: { "extid-c1": "id-c1" },
    });
    expect(items).toMatchObject([
      { change: { id: "2", fields: { email: { before: "old", after: "new" } } } },
    ]);
  });
});

test("Planhat is asked while the source is read, once, and not any more where the source fails", async () => {
  const signals: AbortSignal[] = [];
  const begin: TargetReader["prefetch"] = (_, signal) => signals.push(signal) > 0;
  await planOf(fakeSync({}), { rows: [{ externalId: "a" }, { externalId: "b" }], begin });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  const fails = new Error("the source broke off");
  await expect(planOf(fakeSync({}), { rows: [{ externalId: "a" }], begin, fails })).rejects.toBe(fails);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
});

test("a plan says the same on each reading, and applying what it says leaves nothing to do", async () => {
  const value = fc.constantFrom<Json>("x", "y", "", null, 1, "1", "2026-01-01", "2026-01-01T00:00:00.000Z");
  const record = fc.record(
    { externalId: fc.constantFrom("a", "b", "c"), name: value, phase: value },
    { requiredKeys: ["externalId"] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(record, { selector: ({ externalId }) => externalId }),
      fc.uniqueArray(record, { selector: ({ externalId }) => externalId }),
      async (rows, held) => {
        const inPlanhat = held.map((fields) => ({ _id: `id-${fields.externalId}`, ...fields }));
        const { items, again } = await planOf(fakeSync({}), { rows, held: inPlanhat });
        expect(again).toEqual(items);
        const after = new Map<string, Record<string, Json>>(
          inPlanhat.map((one) => [one.externalId, { ...one }]),
        );
        for (const item of items) {
          if (item.kind !== "change") continue;
          const { key } = item.change;
          const fields = fieldsOf(item.change);
          const old = after.get(key) ?? { _id: `id-${key}` };
          for (const [name, { after: value }] of Object.entries(fields)) old[name] = value;
          after.set(key, old);
        }
        const second = await planOf(fakeSync({}), { rows, held: [...after.values()] });
        expect(second.items.map(({ kind }) => kind)).toEqual(rows.map(() => "unchanged"));
        for (const row of rows) {
          const now = after.get(row.externalId);
          for (const [name, wanted] of Object.entries(row)) {
            expect(comparable(now?.[name], COMPANY.fields[name])).toBe(
              comparable(wanted, COMPANY.fields[name]),
            );
          }
        }
      },
    ),
  );
});
