import fc from "fast-check";
import { expect, test } from "vitest";
import { PlanLists } from "../../src/engine/plan-lists.ts";
import type { Update } from "../../src/model/change.ts";
import { riskWeight } from "../../src/model/change-risk.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { ObjectType } from "../../src/model/object-type.ts";
import type { Fingerprint, RecordKey, Rejection } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";

const COMPANY = OBJECT_TYPES.find(({ name }) => name === "Company") as ObjectType;

function changeOf(row: number, fields: Update["fields"]): Update {
  const key = `k${row}` as RecordKey;
  const fingerprint = "v1:00" as Fingerprint;
  return {
    sync: "s",
    action: "update",
    key,
    fields,
    record: RecordJson.of({ big: "x" }),
    fingerprint,
    position: { row },
  };
}

const effects = fc.constantFrom(
  { name: { before: "a", after: "b" } },
  { name: { before: "a", after: null } },
  { name: { before: null, after: "b" } },
  { externalId: { before: "a", after: "b" } },
  { name: { before: "a", after: "b" }, phase: { before: "a", after: "b" } },
);

test("the riskiest are those of sorting all, the earlier ones first, for every number that is asked for", () => {
  fc.assert(
    fc.property(fc.array(effects, { maxLength: 40 }), fc.integer({ min: 0, max: 12 }), (all, riskiest) => {
      const lists = new PlanLists({ objectType: COMPANY, limit: 3, riskiest });
      const changes = all.map((fields, index) => changeOf(index + 1, fields));
      for (const change of changes) lists.add({ kind: "change", change });
      const wanted = [...changes]
        .sort((a, b) => riskWeight(b, COMPANY) - riskWeight(a, COMPANY))
        .slice(0, riskiest)
        .map(({ key }) => key);
      expect(lists.lists.riskiest.map(({ key }) => key)).toEqual(wanted);
      expect(lists.lists.changes).toEqual(
        changes.slice(0, 3).map(({ action, key, fields, position }) => ({ action, key, fields, position })),
      );
      const clearing = all.filter(({ name }) => name !== undefined && name.after === null);
      expect(lists.lists.risks.clears).toBe(clearing.length);
    }),
  );
});

test("the riskiest ones do not keep the whole record alive", () => {
  const lists = new PlanLists({ objectType: COMPANY, limit: 0, riskiest: 1 });
  lists.add({ kind: "change", change: changeOf(1, { name: { after: "b" } }) });
  expect(lists.lists.riskiest[0]).not.toHaveProperty("record");
});

test("rejects and skipped rows are listed up to the limit, causes counted over all", () => {
  const lists = new PlanLists({ objectType: COMPANY, limit: 2, riskiest: 0 });
  for (let row = 1; row <= 5; row += 1) {
    const rejection: Rejection = {
      sync: "s",
      position: { row },
      key: null,
      rule: row === 5 ? "refused" : "required-field",
      reason: { code: "refused", what: "No." },
      record: {},
    };
    lists.add({ kind: "reject", rejection });
    lists.add({ kind: "skip", key: `k${row}` as RecordKey, reason: "repeat", position: { row } });
    lists.add({ kind: "unchanged", key: `k${row}` as RecordKey, position: { row } });
  }
  const { rejects, skipped, causes } = lists.lists;
  expect(rejects.map(({ position }) => position.row)).toEqual([1, 2]);
  expect(skipped.map(({ position }) => position.row)).toEqual([1, 2]);
  expect(causes.map(({ rule, count, example }) => [rule, count, example.position.row])).toEqual([
    ["required-field", 4, 1],
    ["refused", 1, 5],
  ]);
});
