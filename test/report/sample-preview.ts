import type { Fingerprint, RecordKey } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { PreviewView } from "../../src/report/preview/preview-view.ts";
import { NAMELESS } from "./sample-plan.ts";

const FIRST = { row: 1, file: "accounts.csv", line: 2 };

const ACME = { externalId: "a1", name: "Acme", mr: 10, "custom.Tier": "Growth" };

export const PREVIEW: PreviewView = {
  sync: "crm-companies",
  object: "Company",
  file: "syncs/crm.yaml",
  rows: [
    {
      row: { position: FIRST, data: { account_id: "a1", name: " Acme ", mrr: "10" } },
      result: {
        kind: "record",
        record: {
          key: "a1" as RecordKey,
          fields: ACME,
          whole: RecordJson.of(ACME),
          fingerprint: "v1:00" as Fingerprint,
          position: FIRST,
        },
      },
    },
    {
      row: {
        position: NAMELESS.position,
        data: { account_id: "a4", notes: "a long text that does not fit into the column at all" },
      },
      result: { kind: "reject", rejection: NAMELESS },
    },
  ],
};
