import { expect, test } from "vitest";
import { planJson } from "../../src/report/plan-json.ts";
import { planOf } from "./sample-plan.ts";

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
          message: "m",
        },
      ],
    },
  );
  expect(planJson(plan)).toBe(
    `${JSON.stringify(
      {
        formatVersion: 1,
        syncs: [
          {
            name: "crm-companies",
            object: "Company",
            mode: "upsert",
            key: "externalId",
            summary: { read: 9, create: 2, update: 3, unchanged: 3, skip: 0, reject: 1 },
            calls: { read: 2, write: 1 },
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
              },
            ],
          },
        ],
        diagnostics: [
          {
            rule: "unlisted-field",
            severity: "warning",
            file: "syncs/crm.yaml",
            line: 3,
            column: 5,
            message: "m",
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
