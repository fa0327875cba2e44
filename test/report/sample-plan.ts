import type { PlanView, SyncPlanView } from "../../src/model/plan-view.ts";
import type { Rejection } from "../../src/model/record.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";

/** The reject that the contract of the machine output shows. */
export const NAMELESS: Rejection = {
  sync: "crm-companies",
  position: { row: 4, file: "accounts.csv", line: 12 },
  key: "a4",
  rule: "required-field",
  field: "name",
  reason: {
    code: "required-field",
    what: "name is missing.",
    fix: "Planhat takes no company without one: map it, or fill it in the source.",
  },
  record: { externalId: "a4", "custom.Tier": "Growth" },
};

export const COMPANIES: SyncPlanView = {
  name: "crm-companies",
  object: "Company",
  mode: "upsert",
  key: "externalId",
  summary: { read: 9, create: 2, update: 3, unchanged: 3, skip: 0, reject: 1 },
  skips: { exists: 0, missing: 0, repeat: 0, changed: 0 },
  calls: { read: 2, write: 1 },
  seconds: 0.9,
  changes: [
    {
      action: "create",
      key: "a9",
      fields: { externalId: { after: "a9" }, name: { after: "Nine" }, "custom.Tier": { after: "Growth" } },
      position: { row: 9, file: "accounts.csv", line: 17 },
    },
    {
      action: "update",
      key: "a1",
      fields: { phase: { before: "Trial", after: "Customer" }, mr: { before: 10, after: null } },
      position: { row: 1, file: "accounts.csv", line: 9 },
    },
    {
      action: "update",
      key: "a2",
      fields: { name: { after: "Two" } },
      position: { row: 2, file: "accounts.csv", line: 10 },
    },
  ],
  risks: { drift: 0, identity: 0, clears: 1, overwrites: 3, fills: 0, creates: 2 },
  riskiest: [],
  skipped: [],
  drifted: 0,
  alikeCount: 0,
  alike: [],
  rejects: [NAMELESS],
  causes: rejectCauses([NAMELESS]),
  uniform: [],
  warnings: [],
};

export function planOf(sync: Partial<SyncPlanView> = {}, plan: Partial<PlanView> = {}): PlanView {
  return {
    syncs: [{ ...COMPANIES, ...sync }],
    baseline: "live",
    callsPerMinute: 200,
    target: "https://api-us1.planhat.com",
    diagnostics: [],
    ...plan,
  };
}

export const PLAIN = { colour: false } as const;

/** What somebody did in Planhat meanwhile, rows that are left out, and a guard that is broken. */
export const DRIFTED: PlanView = planOf({
  summary: { read: 18, create: 1, update: 1, unchanged: 3, skip: 12, reject: 1 },
  skips: { exists: 11, missing: 0, repeat: 1, changed: 0 },
  drifted: 2,
  risks: { drift: 2, identity: 0, clears: 1, overwrites: 1, fills: 1, creates: 1 },
  changes: [
    {
      action: "create",
      key: "a9",
      fields: { externalId: { after: "a9" }, name: { after: "Nine" } },
      drift: { kind: "deleted" },
      position: { row: 9, file: "accounts.csv", line: 17 },
    },
    {
      action: "update",
      key: "a1",
      fields: {
        phase: { before: "Paused", after: "Customer" },
        mr: { before: 10, after: null },
        owner: { before: null, after: "o1" },
      },
      drift: { kind: "edited", fields: ["phase"] },
      position: { row: 1, file: "accounts.csv", line: 9 },
    },
  ],
  skipped: [
    { key: "s1", reason: "exists", position: { row: 20, file: "accounts.csv", line: 30 } },
    { key: "s2", reason: "repeat", position: { row: 21, file: "accounts.csv", line: 31 } },
  ],
  violations: ["5 of 9 rows are too many."],
});

/** Rows whose keys are almost one, in the source and in Planhat; the list is cut. */
export const ALIKE: PlanView = planOf({
  alikeCount: 4,
  alike: [
    {
      key: "A7",
      position: { row: 2, file: "accounts.csv", line: 3 },
      field: "externalId",
      value: "A7",
      differs: ["case"],
      other: { row: 5, key: "a7 " },
    },
    {
      key: "a7 ",
      position: { row: 5, file: "accounts.csv", line: 6 },
      field: "externalId",
      value: "a7 ",
      differs: ["case", "blanks"],
      other: { row: 2, key: "A7" },
    },
    {
      key: "b\u00a08",
      position: { row: 7, file: "accounts.csv", line: 8 },
      field: "externalId",
      value: "b\u00a08",
      differs: ["blanks"],
      other: { id: "6b0e08295a9db0c5a7000013", value: "b 8" },
    },
    {
      key: "c9",
      position: { row: 9, file: "accounts.csv", line: 10 },
      field: "sourceId",
      value: "crm-9",
      differs: [],
      other: { row: 1, key: "a1" },
    },
  ],
});
