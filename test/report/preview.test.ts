import { describe, expect, test } from "vitest";
import type { FieldTrace } from "../../src/model/field-trace.ts";
import { previewJson } from "../../src/report/preview/preview-json.ts";
import { previewText } from "../../src/report/preview/preview-text.ts";
import { displayWidth } from "../../src/report/text/display-width.ts";
import { messageOf } from "../../src/report/text/reason-text.ts";
import { NAMELESS, PLAIN } from "./sample-plan.ts";
import { PREVIEW } from "./sample-preview.ts";

describe("previewText", () => {
  test("shows a row and its record on one line where the terminal is wide enough", () => {
    expect(previewText(PREVIEW, PLAIN)).toBe(`crm-companies → Company

                 account_id  name      mrr   notes             │ externalId  name    mr  custom.Tier
accounts.csv:2   "a1"        " Acme "  "10"                    │ "a1"        "Acme"  10  "Growth"
accounts.csv:12  "a4"                        "a long text tha… │ ! rejected (required-field)
  name is missing. Planhat takes no company without one: map it, or fill it in the source.

2 rows: 1 record, 1 rejected. Nothing is written.
`);
  });

  test("shows a block for each row, side by side, on a narrower one", () => {
    expect(previewText(PREVIEW, { colour: false, width: 88 })).toBe(`crm-companies → Company

accounts.csv:2                             │ → Company a1
  account_id  "a1"                         │   externalId   "a1"
  name        " Acme "                     │   name         "Acme"
  mrr         "10"                         │   mr           10
                                           │   custom.Tier  "Growth"

accounts.csv:12                            │ ! rejected (required-field)
  account_id  "a4"                         │   externalId   "a4"
  notes       "a long text that does not … │   custom.Tier  "Growth"
  name is missing. Planhat takes no company without one: map it, or fill it in the source.

2 rows: 1 record, 1 rejected. Nothing is written.
`);
  });

  test("shows them one above the other on a narrow terminal", () => {
    expect(previewText(PREVIEW, { colour: false, width: 40 })).toBe(`crm-companies → Company

accounts.csv:2
  account_id  "a1"
  name        " Acme "
  mrr         "10"
→ Company a1
  externalId   "a1"
  name         "Acme"
  mr           10
  custom.Tier  "Growth"

accounts.csv:12
  account_id  "a4"
  notes       "a long text that does no…
! rejected (required-field)
  externalId   "a4"
  custom.Tier  "Growth"
  name is missing. Planhat takes no company without one: map it, or fill it in the source.

2 rows: 1 record, 1 rejected. Nothing is written.
`);
  });

  test("shows how each field came about: its expression, what it read, what it gave or why not", () => {
    const [first] = PREVIEW.rows;
    if (first === undefined) throw new Error("The sample has no row.");
    const trace: readonly FieldTrace[] = [
      { field: "phase", line: 9, column: 3, inputs: {}, missing: [], result: "Trial" },
      {
        field: "name",
        line: 10,
        column: 9,
        expression: "$trim(\n  name)",
        inputs: { name: " Acme " },
        missing: ["alias"],
      },
      {
        field: "mr",
        line: 11,
        column: 7,
        expression: "$number(mrr)",
        inputs: { mrr: "ten" },
        missing: [],
        error: {
          rule: "expression-failed",
          reason: { code: "D3030", what: "No number." },
          line: 11,
          column: 8,
        },
      },
    ];
    expect(previewText({ ...PREVIEW, rows: [{ ...first, trace }] }, PLAIN)).toContain(`
  phase  syncs/crm.yaml:9:3
    → "Trial"
  name  syncs/crm.yaml:10:9
    = $trim( name)
      name   " Acme "
      alias  (not in the row)
    → (no value: the field is left as it is)
  mr  syncs/crm.yaml:11:7
    = $number(mrr)
      mrr  "ten"
    ! expression-failed  syncs/crm.yaml:11:8
      No number.
`);
  });

  test.each([40, 60, 61, 80, 100, 120, 200])(
    "fits %i columns, but for sentences, which are never cut",
    (width) => {
      const wide = { ...PREVIEW.rows[0]?.row.data, ["東".repeat(100)]: "東".repeat(100) };
      const rows = PREVIEW.rows.map((entry) => ({ ...entry, row: { ...entry.row, data: wide } }));
      const lines = previewText({ ...PREVIEW, rows }, { colour: false, width }).split("\n");
      for (const line of lines) {
        if (!line.endsWith(".")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    },
  );

  test("no rows and no rejects are told", () => {
    expect(previewText({ ...PREVIEW, rows: [] }, PLAIN)).toBe(
      "crm-companies → Company\n\nNo rows: the source is empty, or no row has the key asked for.\n",
    );
    expect(previewText({ ...PREVIEW, rows: PREVIEW.rows.slice(0, 1) }, PLAIN)).toContain(
      "\n1 row: 1 record, none rejected. Nothing is written.\n",
    );
  });
});

test("the JSON of a preview has a record or a reject for each row", () => {
  expect(JSON.parse(previewJson(PREVIEW))).toStrictEqual({
    formatVersion: 1,
    sync: "crm-companies",
    object: "Company",
    rows: [
      {
        row: 1,
        file: "accounts.csv",
        line: 2,
        data: { account_id: "a1", name: " Acme ", mrr: "10" },
        key: "a1",
        record: { externalId: "a1", name: "Acme", mr: 10, custom: { Tier: "Growth" } },
      },
      {
        row: 4,
        file: "accounts.csv",
        line: 12,
        data: { account_id: "a4", notes: "a long text that does not fit into the column at all" },
        key: "a4",
        reject: {
          rule: "required-field",
          field: "name",
          code: "required-field",
          message: messageOf(NAMELESS.reason),
          hint: NAMELESS.reason.fix,
        },
      },
    ],
  });
});
