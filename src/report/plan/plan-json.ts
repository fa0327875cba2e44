import { RISKS } from "../../model/change-risk.ts";
import type { ChangeView, FieldView } from "../../model/change-view.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { AlikeView, PlanView, SkippedRow, SyncPlanView } from "../../model/plan-view.ts";
import type { Rejection } from "../../model/record.ts";
import type { UniformField } from "../../model/uniform-field.ts";
import { jsonText } from "../json-text.ts";
import { messageOf, statementOf } from "../text/reason-text.ts";

/** `plan --format json`, as schemas/plan.schema.json describes it. The same plan gives the same bytes. */
export function planJson(plan: PlanView): string {
  return jsonText({
    formatVersion: 1,
    target: plan.target,
    environment: plan.environment,
    baseline: plan.baseline,
    hidden: plan.hidden && { values: plan.hidden.values, keys: plan.hidden.keys },
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
    skips: {
      exists: sync.skips.exists,
      missing: sync.skips.missing,
      repeat: sync.skips.repeat,
      changed: sync.skips.changed,
    },
    drifted: sync.drifted,
    risks: Object.fromEntries(RISKS.map((risk) => [risk, sync.risks[risk]])),
    calls: { read: sync.calls.read, write: sync.calls.write },
    seconds: Math.round(sync.seconds * 1000) / 1000,
    changes: sync.changes.map(changeEntry),
    rejects: sync.rejects.map(rejectEntry),
    skipped: sync.skipped.map(skippedEntry),
    alikeCount: sync.alikeCount,
    alike: sync.alike.map(alikeEntry),
    uniform: sync.uniform.map(uniformEntry),
    violations: sync.violations,
    ...(sync.warnings.length > 0 && { warnings: sync.warnings }),
  };
}

function changeEntry({ action, key, fields, drift }: ChangeView) {
  return {
    action,
    key,
    drift:
      drift && (drift.kind === "edited" ? { kind: drift.kind, fields: drift.fields } : { kind: drift.kind }),
    // fromEntries defines own properties: a field may bear any name, `__proto__` too.
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldEntry(field)])),
  };
}

/** A hidden field has no `after`: nothing in its place could be taken for a value. */
function fieldEntry(field: FieldView) {
  if ("hidden" in field) return { hidden: true, effect: field.effect, known: field.known };
  return { before: field.before, after: field.after, names: field.names };
}

function skippedEntry({ position, key, reason, fields }: SkippedRow) {
  return { row: position.row, key, reason, fields };
}

function alikeEntry({ position, key, field, value, differs, other }: AlikeView) {
  const record =
    "row" in other
      ? { row: other.row, key: other.key }
      : { id: other.id, value: "value" in other ? other.value : undefined };
  return { row: position.row, key, field, value, differs, other: record };
}

function uniformEntry({ field, kind, value, records, columns }: UniformField) {
  return { field, kind, value, records, columns };
}

function rejectEntry({ position, key, rule, field, reason }: Rejection) {
  const { code, fix } = reason;
  return { row: position.row, key, rule, field, message: messageOf(reason), code, hint: fix };
}

function diagnosticEntry({ rule, severity, sync, file, line, column, reason }: Diagnostic) {
  const message = statementOf(reason);
  return { rule, severity, sync, file, line, column, message, hint: reason.fix };
}
