import { NO_RISKS, risksOf, riskWeight } from "../../src/model/change-risk.ts";
import type { ChangeView } from "../../src/model/change-view.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import type { PlanView, SyncPlanView } from "../../src/model/plan-view.ts";
import type { Rejection } from "../../src/model/record.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";

/** A plan as a company would have one, for the picture in the README: made up, and the same every time. */
export const SHOWCASE: PlanView = {
  syncs: [companies(), people()],
  baseline: "live",
  callsPerMinute: 200,
  target: "https://api-us1.planhat.com",
  diagnostics: [],
};

function companies(): SyncPlanView {
  const changes: readonly ChangeView[] = [
    {
      action: "update",
      key: "acme-robotics",
      fields: { phase: { before: "At risk", after: "Customer" }, mr: { before: 4200, after: 4650 } },
      drift: { kind: "edited", fields: ["phase"] },
      position: { row: 3, file: "data/accounts.csv", line: 4 },
    },
    {
      action: "update",
      key: "cedar-and-sons",
      fields: {
        name: { before: "Cedar & Sons", after: "Cedar Group" },
        owner: { before: "5f3c2a9be1d04c0012a7f001", after: null },
        "custom.Tier": { before: "Growth", after: "Enterprise" },
      },
      position: { row: 12, file: "data/accounts.csv", line: 13 },
    },
    {
      action: "update",
      key: "northwind",
      fields: {
        phase: { before: "Onboarding", after: "Customer" },
        mr: { before: 1800, after: 2150 },
        "custom.Seats": { before: 25, after: 40 },
      },
      position: { row: 31, file: "data/accounts.csv", line: 32 },
    },
    ...["lumen-labs", "harbor-health", "fjord-freight", "paper-plane", "blue-barn", "tidal-works"].map(
      (key, index): ChangeView => ({
        action: "update",
        key,
        fields: { mr: { before: 900 + 150 * index, after: 1050 + 175 * index } },
        position: { row: 40 + index, file: "data/accounts.csv", line: 41 + index },
      }),
    ),
    ...["quarry-systems", "olive-and-oak", "meridian-media"].map(
      (key, index): ChangeView => ({
        action: "create",
        key,
        fields: {
          externalId: { after: key },
          name: { after: ["Quarry Systems", "Olive & Oak", "Meridian Media"][index] ?? "" },
          phase: { after: "Trial" },
          "custom.Tier": { after: "Growth" },
        },
        position: { row: 1180 + index, file: "data/accounts.csv", line: 1181 + index },
      }),
    ),
  ];
  const rejects = [
    rejection("crm-companies", 88, "atlas-3", "type-mismatch", "mr", 'It is "n/a". Wrap it in $number(…).'),
    rejection("crm-companies", 412, "sable", "type-mismatch", "mr", 'It is "". Wrap it in $number(…).'),
  ];
  return {
    ...planned("Company", changes),
    name: "crm-companies",
    key: "externalId",
    summary: { read: 1208, create: 3, update: 9, unchanged: 1192, skip: 2, reject: 2 },
    skips: { exists: 0, missing: 0, repeat: 2, changed: 0 },
    calls: { read: 1, write: 1 },
    seconds: 0.6,
    skipped: [
      { key: "northwind", reason: "repeat", position: { row: 32, file: "data/accounts.csv", line: 33 } },
      { key: "blue-barn", reason: "repeat", position: { row: 97, file: "data/accounts.csv", line: 98 } },
    ],
    rejects,
    causes: rejectCauses(rejects),
  };
}

function people(): SyncPlanView {
  const names = ["ada", "linus", "grace", "edsger", "barbara", "ken", "radia", "tim", "margaret", "donald"];
  const changes: readonly ChangeView[] = [
    {
      action: "create",
      key: "u-2041",
      fields: {
        email: { after: "mira.osei@harbor-health.example" },
        companyId: { after: "extid-harbor-health" },
        firstName: { after: "Mira" },
        lastName: { after: "Osei" },
      },
      drift: { kind: "deleted" },
      position: { row: 2041, file: "data/contacts.csv", line: 2042 },
    },
    {
      action: "update",
      key: "u-0417",
      fields: {
        companyId: { before: "extid-blue-barn", after: "extid-tidal-works" },
        position: { before: "Head of Support", after: "VP Customer Experience" },
      },
      position: { row: 417, file: "data/contacts.csv", line: 418 },
    },
    ...names.map(
      (name, index): ChangeView => ({
        action: "create",
        key: `u-${2600 + index}`,
        fields: {
          email: { after: `${name}@paper-plane.example` },
          companyId: { after: "extid-paper-plane" },
          firstName: { after: name.slice(0, 1).toUpperCase() + name.slice(1) },
        },
        position: { row: 2600 + index, file: "data/contacts.csv", line: 2601 + index },
      }),
    ),
  ];
  const rejects = [7, 191, 844, 1502, 2213].map((row) =>
    rejection("crm-people", row, `u-${row}`, "required-field", "email", "Fill it in the source."),
  );
  return {
    ...planned("Enduser", changes),
    name: "crm-people",
    key: "externalId",
    summary: { read: 2806, create: 11, update: 1, unchanged: 2789, skip: 0, reject: 5 },
    skips: { exists: 0, missing: 0, repeat: 0, changed: 0 },
    calls: { read: 2, write: 1 },
    seconds: 0.9,
    skipped: [],
    rejects,
    causes: rejectCauses(rejects),
  };
}

function planned(
  object: string,
  changes: readonly ChangeView[],
): Pick<
  SyncPlanView,
  | "object"
  | "mode"
  | "changes"
  | "riskiest"
  | "risks"
  | "drifted"
  | "alikeCount"
  | "alike"
  | "uniform"
  | "warnings"
> {
  const type = OBJECT_TYPES.find(({ name }) => name === object);
  const risks = { ...NO_RISKS };
  for (const risk of changes.flatMap((change) => risksOf(change, type))) risks[risk] += 1;
  const riskiest = [...changes].sort((a, b) => riskWeight(b, type) - riskWeight(a, type));
  const alike = { alikeCount: 0, alike: [] };
  return {
    object,
    mode: "upsert",
    changes,
    riskiest,
    risks,
    drifted: risks.drift,
    ...alike,
    uniform: [],
    warnings: [],
  };
}

function rejection(
  sync: string,
  row: number,
  key: string,
  rule: RuleId,
  field: string,
  rest: string,
): Rejection {
  const what = rule === "type-mismatch" ? "is a text, and a number belongs here" : "needs a value";
  const file = sync === "crm-people" ? "data/contacts.csv" : "data/accounts.csv";
  const position = { row, file, line: row + 1 };
  return {
    sync,
    position,
    key,
    rule,
    field,
    reason: { code: rule, what: `"${field}" ${what}.`, fix: rest },
    record: {},
  };
}
