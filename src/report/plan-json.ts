import type { Diagnostic } from "../model/diagnostic.ts";
import type { ChangeView, PlanView, SyncPlanView } from "../model/plan-view.ts";
import type { Rejection } from "../model/record.ts";
import { jsonText } from "./json-text.ts";

/** `plan --format json`, as schemas/plan.schema.json describes it. The same plan gives the same bytes. */
export function planJson(plan: PlanView): string {
  return jsonText({
    formatVersion: 1,
    syncs: plan.syncs.map(syncEntry),
    diagnostics: plan.diagnostics.map(diagnosticEntry),
  });
}

function syncEntry(sync: SyncPlanView) {
  const { read, create, update, unchanged, skip, reject } = sync.summary;
  return {
    name: sync.name,
    object: sync.object,
    mode: sync.mode,
    key: sync.key ?? null,
    summary: { read, create, update, unchanged, skip, reject },
    calls: { read: sync.calls.read, write: sync.calls.write },
    changes: sync.changes.map(changeEntry),
    rejects: sync.rejects.map(rejectEntry),
    ...(sync.warnings.length > 0 && { warnings: sync.warnings }),
  };
}

function changeEntry({ action, key, fields }: ChangeView) {
  return {
    action,
    key,
    // fromEntries defines own properties: a field may bear any name, `__proto__` too.
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { before, after }]) => [name, { before, after }]),
    ),
  };
}

function rejectEntry({ position, key, rule, field, message }: Rejection) {
  return { row: position.row, key, rule, field, message };
}

function diagnosticEntry({ rule, severity, sync, file, line, column, message, hint }: Diagnostic) {
  return { rule, severity, sync, file, line, column, message, hint };
}
