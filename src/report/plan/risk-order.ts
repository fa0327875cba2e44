import { type Risk, risksOf, riskWeight } from "../../model/change-risk.ts";
import type { ChangeView } from "../../model/change-view.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { SyncPlanView } from "../../model/plan-view.ts";

/**
 * The syncs of a plan, the riskiest first: broken guards, then what undoes changes made in Planhat, another identity,
 * emptied fields, keys that are almost one, rejected rows, updates, creates; each by number, equals in the order of the plan.
 */
export function syncsByRisk(syncs: readonly SyncPlanView[]): readonly SyncPlanView[] {
  return [...syncs].sort((a, b) => {
    const [left, right] = [syncRisk(a), syncRisk(b)];
    const index = left.findIndex((count, at) => count !== right[at]);
    return index < 0 ? 0 : (right[index] ?? 0) - (left[index] ?? 0);
  });
}

/** The riskiest first, as many as the view holds: of all changes where it was made for that, else of the first ones. */
export function changesByRisk(sync: SyncPlanView): readonly ChangeView[] {
  if (sync.riskiest.length > 0) return sync.riskiest;
  const type = objectTypeOf(sync);
  return [...sync.changes].sort((a, b) => riskWeight(b, type) - riskWeight(a, type));
}

/** What a reader must know of a change before anything else, the worst first; often nothing. */
export function notableRisks(change: ChangeView, sync: SyncPlanView): readonly NotableRisk[] {
  return risksOf(change, objectTypeOf(sync)).filter((risk): risk is NotableRisk => risk in RISK_WORDS);
}

export type NotableRisk = Extract<Risk, "drift" | "identity" | "clears">;

export const RISK_WORDS: Readonly<Record<NotableRisk, string>> = {
  drift: "undoes a change",
  identity: "new identity",
  clears: "empties a field",
};

function syncRisk({ violations = [], risks, alikeCount, summary }: SyncPlanView): readonly number[] {
  const { drift, identity, clears } = risks;
  return [
    violations.length,
    drift,
    identity,
    clears,
    alikeCount,
    summary.reject,
    summary.update,
    summary.create,
  ];
}

/** undefined for an object that the catalogue does not know. */
export function objectTypeOf({ object }: SyncPlanView): ObjectType | undefined {
  return OBJECT_TYPES.find(({ name }) => name === object);
}
