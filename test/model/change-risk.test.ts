import { expect, test } from "vitest";
import { effectOf, type Risk, risksOf, riskWeight } from "../../src/model/change-risk.ts";
import type { ChangeView } from "../../src/model/change-view.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";

const ENDUSER = OBJECT_TYPES.find(({ name }) => name === "Enduser");

const update = (fields: ChangeView["fields"], more: Partial<ChangeView> = {}): ChangeView => ({
  action: "update",
  key: "k",
  fields,
  position: { row: 1 },
  ...more,
});

const CREATE = update({ firstName: { after: "A" } }, { action: "create" });
const FILLS = update({ firstName: { before: null, after: "A" } });
const OVERWRITES = update({ firstName: { before: "A", after: "B" } });
const CLEARS = update({ firstName: { before: "A", after: null } });
const REKEYS = update({ email: { before: "a@x", after: "b@x" } });
const MOVES = update({ companyId: { before: "c1", after: "c2" } });
const UNDOES = update(
  { firstName: { before: "A", after: "B" } },
  { drift: { kind: "edited", fields: ["firstName"] } },
);
const REVIVES: ChangeView = { ...CREATE, drift: { kind: "deleted" } };

test.each<[string, ChangeView, readonly Risk[]]>([
  ["a new record", CREATE, ["creates"]],
  ["a value where there was none", FILLS, ["fills"]],
  ["another value", OVERWRITES, ["overwrites"]],
  ["a value where it is not known what stands there", update({ firstName: { after: "B" } }), ["overwrites"]],
  ["an emptied field", CLEARS, ["clears"]],
  ["another key", REKEYS, ["identity", "overwrites"]],
  ["another company", MOVES, ["identity", "overwrites"]],
  ["a first key", update({ externalId: { before: null, after: "e1" } }), ["fills"]],
  ["what somebody changed in Planhat", UNDOES, ["drift", "overwrites"]],
  ["what somebody deleted in Planhat", REVIVES, ["drift", "creates"]],
  ["a hidden field", update({ name: { hidden: true, effect: "clears", known: true } }), ["clears"]],
])("%s is at stake as it should be", (_, change, risks) => {
  expect(risksOf(change, ENDUSER)).toEqual(risks);
});

test("the order is: what undoes others' work, identity, emptied, overwritten and filled fields, new records", () => {
  const more = update({ firstName: { before: "A", after: "B" }, lastName: { before: "A", after: "B" } });
  const order = [UNDOES, REKEYS, CLEARS, more, OVERWRITES, FILLS, CREATE];
  expect([...order].reverse().sort((a, b) => riskWeight(b, ENDUSER) - riskWeight(a, ENDUSER))).toEqual(order);
});

test("a field of no known object is no identity, whatever it is called", () => {
  expect(risksOf(REKEYS, undefined)).toEqual(["overwrites"]);
});

test("on a create every field is filled, also with null", () => {
  expect(effectOf({ after: null }, "create")).toBe("fills");
});
