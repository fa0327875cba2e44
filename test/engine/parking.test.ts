import fc from "fast-check";
import { expect, test } from "vitest";
import { parked, Refusals } from "../../src/engine/parking.ts";
import type { Change, PlanItem } from "../../src/model/change.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { RecordKey, Rejection, RunId } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";

function change(key: string, record: JsonObject, row: number): Change {
  const common = { sync: "crm", action: "create", position: { row } } as const;
  return {
    ...common,
    key: key as RecordKey,
    record: RecordJson.of(record),
    fingerprint: fingerprint(record),
  };
}

function refused(key: string, record: JsonObject, more: Partial<Rejection> = {}): Rejection {
  return {
    sync: "crm",
    position: { row: 1 },
    key,
    rule: "refused",
    reason: { code: "refused", what: "Planhat refused the record.", detail: "Planhat says: no" },
    record,
    ...more,
  };
}

const stored = (rejection: Rejection) => ({ rejection, run: "run-1" as RunId, attempts: 9 });

test("whatever was refused: one item a row, in order, and only refused records become rejections", () => {
  const record = fc.record({ name: fc.constantFrom("a", "b") });
  const key = fc.constantFrom("k1", "k2", "k3");
  const before = fc.array(fc.record({ key, record, refusals: fc.option(fc.nat(4), { nil: undefined }) }));
  const now = fc.uniqueArray(fc.record({ key, record }), { selector: (one) => one.key });
  fc.assert(
    fc.property(before, now, fc.integer({ min: 1, max: 4 }), (earlier, rows, limit) => {
      const refusals = new Refusals(
        earlier.map(({ refusals, ...one }) =>
          stored(refused(one.key, one.record, refusals === undefined ? {} : { refusals })),
        ),
      );
      const items = rows.map(
        (row, index): PlanItem => ({ kind: "change", change: change(row.key, row.record, index + 1) }),
      );
      const left = items.map((item) => parked(item, refusals, limit));
      expect(left.length).toBe(items.length);
      for (const [index, item] of left.entries()) {
        const row = rows[index];
        if (row === undefined) throw new Error("no row");
        const last = earlier.filter((one) => one.key === row.key && one.refusals !== undefined).at(-1);
        const isParked = last?.record.name === row.record.name && (last.refusals ?? 0) >= limit;
        expect(item.kind).toBe(isParked ? "reject" : "change");
        if (item.kind === "reject") {
          expect(item.rejection).toMatchObject({
            key: row.key,
            rule: "parked",
            position: { row: index + 1 },
          });
        }
      }
    }),
  );
});

test("refusals of one record on end are counted; another record begins anew", () => {
  const refusals = new Refusals([stored(refused("k1", { name: "a" }, { refusals: 3 }))]);
  expect(refusals.counted(refused("k1", { name: "a" })).refusals).toBe(4);
  expect(refusals.counted(refused("k1", { name: "b" })).refusals).toBe(1);
  expect(refusals.counted(refused("k2", { name: "a" })).refusals).toBe(1);
  expect(
    refusals.counted(refused("k1", { name: "a" }, { reason: { code: "refused-forbidden", what: "No." } })),
  ).not.toHaveProperty("refusals");
});
