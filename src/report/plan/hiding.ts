import { byAction } from "../../model/action.ts";
import { effectOf } from "../../model/change-risk.ts";
import type { ChangeView, FieldView } from "../../model/change-view.ts";
import { sha256 } from "../../model/fingerprint.ts";
import type { AlikeView, Hiding, PlanView, SyncPlanView } from "../../model/plan-view.ts";
import type { Rejection } from "../../model/record.ts";
import type { RejectCause } from "../../model/reject-causes.ts";
import type { RunReport } from "../../model/run-report.ts";

/**
 * The plan without what must not be shown. Done once, before a report is made of it: what is not there cannot be
 * printed. The value of the key field goes where the keys go; the detail of a reject may quote the row, and goes with
 * either.
 */
export function hidePlan(plan: PlanView, hiding: Hiding): PlanView {
  if (!hiding.values && !hiding.keys) return plan;
  return { ...plan, hidden: hiding, syncs: plan.syncs.map((sync) => hideSync(sync, hiding)) };
}

/** The same for what an apply did. */
export function hideReport(report: RunReport, hiding: Hiding): RunReport {
  if (!hiding.values && !hiding.keys) return report;
  return {
    ...report,
    causes: report.causes.map((cause) => hideCause(cause, hiding)),
    changedMeanwhile: report.changedMeanwhile.map((row) =>
      hiding.keys ? { ...row, key: hiddenKey(row.key) } : row,
    ),
    overwritten: report.overwritten.map((one) => ({
      ...one,
      examples: one.examples.map((row) => (hiding.keys ? { ...row, key: hiddenKey(row.key) } : row)),
    })),
  };
}

/** The same key gives the same text, so that changes of one record can be told to belong together. */
export function hiddenKey(key: string): string {
  return `sha256:${sha256(key).slice(0, 12)}`;
}

function hideSync(sync: SyncPlanView, hiding: Hiding): SyncPlanView {
  const keyOf = (key: string): string => (hiding.keys ? hiddenKey(key) : key);
  const hideChange = (change: ChangeView): ChangeView => ({
    ...change,
    key: keyOf(change.key),
    fields: Object.fromEntries(
      Object.entries(change.fields).map(([name, field]): [string, FieldView] => {
        const hidden = hiding.values || name === sync.key;
        return [name, hidden ? hideField(field, change.action) : field];
      }),
    ),
  });
  return {
    ...sync,
    changes: sync.changes.map(hideChange),
    riskiest: sync.riskiest.map(hideChange),
    skipped: sync.skipped.map((row) => ({ ...row, key: keyOf(row.key) })),
    uniform: hiding.values ? sync.uniform.map(({ value: _, ...told }) => told) : sync.uniform,
    alike: sync.alike.map((one) => hideAlike(one, sync.key, hiding)),
    rejects: sync.rejects.map((rejection) => hideRejection(rejection, hiding)),
    causes: sync.causes.map((cause) => hideCause(cause, hiding)),
  };
}

/** A value that is hidden is left out on both sides: of two hidden keys nobody sees that they are almost one. */
function hideAlike(one: AlikeView, keyField: string | undefined, hiding: Hiding): AlikeView {
  const { value, other, ...about } = one;
  const isKey = one.field === keyField;
  const hidesValue = isKey ? hiding.keys : hiding.values;
  const kept = hidesValue || value === undefined ? {} : { value };
  const key = hiding.keys ? hiddenKey(one.key) : one.key;
  if ("row" in other) {
    return {
      ...about,
      key,
      ...kept,
      other: { row: other.row, key: hiding.keys ? hiddenKey(other.key) : other.key },
    };
  }
  return { ...about, key, ...kept, other: hidesValue ? { id: other.id } : other };
}

function hideField(field: FieldView, action: ChangeView["action"]): FieldView {
  if ("hidden" in field) return field;
  const known = byAction(action, { create: true, update: field.before !== undefined });
  return { hidden: true, effect: effectOf(field, action), known };
}

function hideCause(cause: RejectCause, hiding: Hiding): RejectCause {
  return { ...cause, example: hideRejection(cause.example, hiding) };
}

function hideRejection(rejection: Rejection, { keys }: Hiding): Rejection {
  const { key, reason } = rejection;
  const { detail: _, ...shown } = reason;
  return {
    ...rejection,
    key: keys && key !== null ? hiddenKey(key) : key,
    reason: shown,
    record: {},
  };
}
