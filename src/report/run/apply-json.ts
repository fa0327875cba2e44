import type { Reason } from "../../model/reason.ts";
import type { RunReport } from "../../model/run-report.ts";
import type { SyncRun } from "../../model/state-store.ts";
import { jsonText } from "../json-text.ts";
import { statementOf } from "../text/reason-text.ts";

/** `apply --format json`, as schemas/report.schema.json describes it. */
export function applyJson(report: RunReport): string {
  return jsonText({
    formatVersion: 1,
    target: report.target,
    environment: report.environment,
    run: report.run,
    status: report.status,
    syncs: report.syncs.map(syncRunEntry),
    ...(report.changedMeanwhile.length > 0 && {
      changedMeanwhile: report.changedMeanwhile.map(({ sync, position, key, fields }) => ({
        sync,
        row: position.row,
        key,
        fields: fields ?? [],
      })),
    }),
    ...(report.overwritten.length > 0 && {
      overwritten: report.overwritten.map(({ sync, count, examples }) => ({
        sync,
        count,
        records: examples.map(({ key, position }) => ({ row: position.row, key })),
      })),
    }),
    ...(report.stop !== undefined && { stop: stopEntry(report.stop.reason) }),
  });
}

function stopEntry(reason: Reason) {
  return { message: statementOf(reason), hint: reason.fix, code: reason.code };
}

/** One sync of a run; seconds to the millisecond. */
export function syncRunEntry({ sync, summary, calls, seconds }: SyncRun) {
  const { read, created, updated, unchanged, skipped, rejected, failed, notAttempted } = summary;
  return {
    name: sync,
    summary: { read, created, updated, unchanged, skipped, rejected, failed, notAttempted },
    calls: { read: calls.read, write: calls.write, retried: calls.retried },
    seconds: Math.round(seconds * 1000) / 1000,
  };
}
