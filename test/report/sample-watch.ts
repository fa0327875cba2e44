import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { SampleRow, WatchedSync, WatchReport } from "../../src/model/watch.ts";
import { NAMELESS } from "./sample-plan.ts";
import { PREVIEW } from "./sample-preview.ts";
import { RESULTS } from "./sample-tests.ts";

const FILE = "syncs/crm.yaml";

export const DEFINITION = `name: crm-companies # of the CRM
source:
  csv: { path: accounts.csv }
fields:
  name: $trim(
`;

const BROKEN: Diagnostic = {
  rule: "expression-syntax",
  severity: "error",
  sync: "crm-companies",
  file: FILE,
  line: 5,
  column: 14,
  endColumn: 15,
  reason: { code: "expression-syntax", what: "A bracket is not closed.", fix: "check the brackets" },
};

const SYNC: WatchedSync = {
  name: "crm-companies",
  file: FILE,
  object: "Company",
  mode: "upsert",
  key: "externalId",
  source: "csv",
  isStale: true,
  tests: RESULTS,
  sample: { kind: "read", rows: PREVIEW.rows as readonly SampleRow[] },
};

/** A run in which everything happens: a broken definition, changed and rejected rows, tests that fail. */
export function watchReportOf(more: Partial<WatchReport> = {}): WatchReport {
  const [first] = PREVIEW.rows;
  if (first === undefined) throw new Error("the sample has no rows");
  const [passing, failing] = RESULTS;
  const about = { key: "a1", position: first.row.position };
  return {
    snapshot: {
      run: 7,
      syncs: [SYNC],
      diagnostics: [BROKEN],
      texts: new Map([[FILE, DEFINITION]]),
    },
    difference: {
      diagnostics: { added: [BROKEN], gone: [] },
      tests: {
        broken: failing === undefined ? [] : [failing],
        mended: passing === undefined ? [] : [passing],
        added: 0,
        gone: 0,
      },
      syncs: [
        {
          sync: "crm-companies",
          rows: [
            {
              kind: "changed",
              ...about,
              fields: [
                { field: "name", before: "ACME", after: "Acme" },
                { field: "custom.Tier", after: "Growth" },
                { field: "phase", before: "Trial" },
              ],
            },
            { kind: "rejected", key: "a4", position: NAMELESS.position, rejection: NAMELESS },
            { kind: "gone", key: "a5", position: { row: 5, file: "accounts.csv", line: 13 } },
          ],
        },
      ],
    },
    cause: { kind: "saved", files: [FILE] },
    touched: ["crm-companies"],
    reading: [],
    milliseconds: 12.4,
    time: Date.UTC(2026, 2, 1),
    ...more,
  };
}
