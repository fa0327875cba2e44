import type { Fingerprint, RecordKey } from "../../src/model/record.ts";
import type { StateView } from "../../src/report/state/state-view.ts";
import { RUN } from "./sample-run.ts";

export const STATE: StateView = {
  location: ".planhat-sync/state.db",
  syncs: [{ sync: "crm-companies", records: 4000, pending: 2 }],
  holder: {
    run: RUN,
    pid: 12,
    host: "ci-1",
    user: "me",
    since: Date.UTC(2026, 2, 1, 9, 30),
    heartbeat: Date.UTC(2026, 2, 1, 9, 31, 5),
  },
  entries: {
    sync: "crm-companies",
    total: 4000,
    shown: [
      {
        kind: "accepted",
        accepted: {
          key: "a1" as RecordKey,
          fingerprint: "v1:00" as Fingerprint,
          fields: { externalId: "a1", "custom.Tier": "Growth" },
          id: "5f1e",
        },
      },
      { kind: "pending", key: "a2" as RecordKey },
    ],
  },
};
