import { expect, test } from "vitest";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { DRIFTED, planOf } from "./sample-plan.ts";

test("the JSON of a plan has the members of the format, in their order", () => {
  const plan = planOf(
    { changes: planOf().syncs[0]?.changes.slice(1, 2) ?? [] },
    {
      diagnostics: [
        {
          rule: "unlisted-field",
          severity: "warning",
          file: "syncs/crm.yaml",
          line: 3,
          column: 5,
          endColumn: 9,
          reason: { code: "unknown-field", what: "m." },
        },
      ],
    },
  );
  expect(planJson(plan)).toBe(
    `${JSON.stringify(
      {
        formatVersion: 1,
        target: "https://api-us1.planhat.com",
        baseline: "live",
        syncs: [
          {
            name: "crm-companies",
            object: "Company",
            mode: "upsert",
            key: "externalId",
            summary: { read: 9, create: 2, update: 3, unchanged: 3, skip: 0, reject: 1 },
            skips: { exists: 0, missing: 0, repeat: 0, changed: 0 },
            drifted: 0,
            risks: { drift: 0, identity: 0, clears: 1, overwrites: 3, fills: 0, creates: 2 },
            calls: { read: 2, write: 1 },
            seconds: 0.9,
            changes: [
              {
                action: "update",
                key: "a1",
                fields: { phase: { before: "Trial", after: "Customer" }, mr: { before: 10, after: null } },
              },
            ],
            rejects: [
              {
                row: 4,
                key: "a4",
                rule: "required-field",
                field: "name",
                message:
                  "name is missing. Planhat takes no company without one: map it, or fill it in the source.",
                code: "required-field",
                hint: "Planhat takes no company without one: map it, or fill it in the source.",
              },
            ],
            skipped: [],
            alikeCount: 0,
            alike: [],
            uniform: [],
          },
        ],
        diagnostics: [
          {
            rule: "unlisted-field",
            severity: "warning",
            file: "syncs/crm.yaml",
            line: 3,
            column: 5,
            message: "m.",
          },
        ],
      },
      null,
      2,
    )}\n`,
  );
});

test("a value that is not known before is left out, and a field may bear any name", () => {
  const fields = JSON.parse('{ "__proto__": { "after": 1 }, "name": { "after": null } }');
  const changes = [{ action: "create", key: "a1", fields, position: { row: 1 } }] as const;
  const json = planJson(planOf({ key: undefined, changes, warnings: ["Mind this."] }));
  expect(json).toContain(
    '"fields": {\n            "__proto__": {\n              "after": 1\n            },\n            "name": {\n              "after": null',
  );
  expect(JSON.parse(json).syncs[0]).toMatchObject({ key: null, warnings: ["Mind this."] });
});

test("drift, skipped rows, broken guards and what is hidden are members of their own", () => {
  const { syncs, hidden } = JSON.parse(planJson(hidePlan(DRIFTED, { values: true, keys: false })));
  expect(hidden).toEqual({ values: true, keys: false });
  expect(syncs[0]).toMatchObject({
    skips: { exists: 11, missing: 0, repeat: 1, changed: 0 },
    drifted: 2,
    skipped: [
      { row: 20, key: "s1", reason: "exists" },
      { row: 21, key: "s2", reason: "repeat" },
    ],
    violations: ["5 of 9 rows are too many."],
  });
  expect(syncs[0].changes).toEqual([
    {
      action: "create",
      key: "a9",
      drift: { kind: "deleted" },
      fields: {
        externalId: { hidden: true, effect: "fills", known: true },
        name: { hidden: true, effect: "fills", known: true },
      },
    },
    {
      action: "update",
      key: "a1",
      drift: { kind: "edited", fields: ["phase"] },
      fields: {
        phase: { hidden: true, effect: "overwrites", known: true },
        mr: { hidden: true, effect: "clears", known: true },
        owner: { hidden: true, effect: "fills", known: true },
      },
    },
  ]);
});
