import type { RunId } from "../../src/model/record.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import type { RunReport } from "../../src/model/run-report.ts";
import type { RunRecord, StoredReject, SyncRun, SyncSummary } from "../../src/model/state-store.ts";
import { NAMELESS } from "./sample-plan.ts";

export const RUN = "20260301-093000-k3f9" as RunId;

export function summaryOf(counts: Partial<SyncSummary>): SyncSummary {
  return {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    rejected: 0,
    failed: 0,
    notAttempted: 0,
    ...counts,
  };
}

export const COMPANIES_RUN: SyncRun = {
  sync: "crm-companies",
  object: "Company",
  summary: summaryOf({ read: 4000, created: 2, updated: 3, unchanged: 3990, rejected: 5 }),
  calls: { read: 2, write: 1, retried: 0 },
  seconds: 1.2004,
};

export function reportOf(report: Partial<RunReport> = {}): RunReport {
  const others = [2, 3, 4, 5].map((row) => ({ ...NAMELESS, key: `b${row}`, position: { row } }));
  return {
    run: RUN,
    status: "partial",
    syncs: [COMPANIES_RUN],
    seconds: 1.234,
    causes: rejectCauses([NAMELESS, ...others]),
    changedMeanwhile: [],
    overwritten: [],
    ...report,
  };
}

export const REJECTS: readonly StoredReject[] = [
  { rejection: NAMELESS, run: RUN, attempts: 3 },
  {
    rejection: {
      sync: "crm-endusers",
      position: { row: 7, page: 2, index: 0 },
      key: null,
      rule: "key-missing",
      reason: { code: "key-missing", what: "The key is empty." },
      record: {},
    },
    run: RUN,
    attempts: 1,
  },
];

export const PAST_RUN: RunRecord = {
  id: RUN,
  startedAt: Date.UTC(2026, 2, 1, 9, 30),
  finishedAt: Date.UTC(2026, 2, 1, 9, 32, 5),
  status: "partial",
  syncs: [COMPANIES_RUN],
};
