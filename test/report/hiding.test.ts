import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/model/json.ts";
import type { PlanView } from "../../src/model/plan-view.ts";
import type { Rejection } from "../../src/model/record.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { hidePlan, hideReport } from "../../src/report/plan/hiding.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { planText } from "../../src/report/plan/plan-text.ts";
import { DRIFTED, NAMELESS, PLAIN, planOf } from "./sample-plan.ts";
import { reportOf } from "./sample-run.ts";

const CANARY = "canary-7f3a";

/** A plan whose every value and key holds the canary. */
function planWith(before: Json, after: Json): PlanView {
  const key = `key-${CANARY}`;
  const change = {
    action: "update",
    key,
    fields: { externalId: { after: key }, name: { before, after } },
    position: { row: 1 },
  } as const;
  const reject: Rejection = {
    ...NAMELESS,
    key,
    reason: {
      code: "value-type",
      what: '"name" is not a number.',
      detail: `It is "${CANARY}".`,
      fix: "Wrap it.",
    },
    record: { name: CANARY },
  };
  const refused: Rejection = {
    ...reject,
    rule: "refused",
    reason: { code: "refused", what: "Planhat refused the record.", detail: `${CANARY} is taken` },
  };
  const rejects = [reject, refused];
  return planOf({
    changes: [change],
    riskiest: [change],
    skipped: [{ key, reason: "exists", position: { row: 2 } }],
    rejects,
    causes: rejectCauses(rejects),
  });
}

describe("[C18] hidden values", () => {
  test("are nowhere in the plan that reports are made of, whatever they are", () => {
    const value = fc.oneof(
      fc.constant(CANARY),
      fc.array(fc.constant(CANARY), { minLength: 1 }),
      fc.dictionary(fc.string(), fc.constant(CANARY), { minKeys: 1 }),
    );
    fc.assert(
      fc.property(value, value, (before, after) => {
        const hidden = hidePlan(planWith(before, after), { values: true, keys: true });
        expect(JSON.stringify(hidden)).not.toContain(CANARY);
      }),
    );
  });

  test("leave the keys, unless those are hidden too", () => {
    const hidden = hidePlan(planWith(1, CANARY), { values: true, keys: false });
    expect(planText(hidden, PLAIN)).toContain(`~ update  key-${CANARY}`);
    expect(planText(hidden, PLAIN)).not.toContain(`"${CANARY}"`);
  });
});

test("a value that is not known is not said to be hidden", () => {
  const text = planText(hidePlan(planOf(), { values: true, keys: false }), PLAIN);
  expect(text).toContain("  ~ update  a2\n      name: (not known) → (hidden)\n");
});

test("hidden keys take the value of the key field with them and leave the other values", () => {
  const text = planText(hidePlan(DRIFTED, { values: false, keys: true }), PLAIN);
  expect(text).toContain("externalId: (hidden)\n");
  expect(text).toContain('name:       "Nine"\n');
  expect(text).not.toMatch(/\ba[149]\b/);
});

test("[C18] a key that is hidden is the same text everywhere, and another key another one", () => {
  const plan = hidePlan(planOf(), { values: false, keys: true });
  const keys = plan.syncs.flatMap(({ changes }) => changes.map(({ key }) => key));
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^sha256:[0-9a-f]{12}$/);
});

test("what a refusal says is Planhat's own text, and goes with the values", () => {
  const text = planText(hidePlan(planWith(1, 2), { values: true, keys: false }), PLAIN);
  expect(text).toContain("Planhat refused the record (refused)");
});

test("without a wish to hide, plan and report are what they were", () => {
  const plan = planOf();
  const nothing = { values: false, keys: false };
  expect(hidePlan(plan, nothing)).toBe(plan);
  expect(planJson(hidePlan(plan, nothing))).not.toContain("hidden");
  const report = reportOf();
  expect(hideReport(report, nothing)).toBe(report);
});

test("the report of an apply keeps its counts, and loses what its example of a cause says of the row", () => {
  const [cause] = hideReport(reportOf(), { values: true, keys: true }).causes;
  expect(cause).toMatchObject({
    count: 5,
    rule: "required-field",
    example: { reason: NAMELESS.reason, key: "sha256:4539e4b48890", record: {} },
  });
});
