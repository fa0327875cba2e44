import type { SkipReason } from "../../model/change.ts";
import type { Hiding, PlanView, SyncPlanView, Target } from "../../model/plan-view.ts";
import { amount, plural, roughDuration } from "../text/amounts.ts";
import { alikeText } from "./alike-text.ts";

/** Sentences about a plan that every report for people says alike. They hold no data. */

export const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  exists: "already in Planhat",
  missing: "not in Planhat",
  repeat: "repeated",
  changed: "changed in Planhat since the plan",
};

/** `2 read calls, 1 write call; about 1 s at 200 calls a minute`. */
export function costText(calls: SyncPlanView["calls"], seconds: number, callsPerMinute: number): string {
  if (calls.read + calls.write === 0) return "no calls to Planhat";
  const counts = `${plural(calls.read, "read call")}, ${plural(calls.write, "write call")}`;
  return `${counts}; about ${roughDuration(seconds)} at ${plural(callsPerMinute, "call")} a minute`;
}

/** Of all syncs together. */
export function totalCostText(plan: PlanView): string {
  const calls = {
    read: sumOf(plan, (sync) => sync.calls.read),
    write: sumOf(plan, (sync) => sync.calls.write),
  };
  return costText(
    calls,
    sumOf(plan, (sync) => sync.seconds),
    plan.callsPerMinute,
  );
}

/** Whose records a plan speaks of, and an apply would write. Not escaped. */
export function targetPlace({ target, environment }: Target): string {
  const place = target === "sandbox" ? "the project's own sandbox" : target;
  return environment === undefined ? place : `${environment} (${place})`;
}

/** undefined for a plan that looked into Planhat: any other cannot know what somebody changed there. */
export function baselineText({ baseline }: PlanView): string | undefined {
  switch (baseline) {
    case "live":
      return undefined;
    case "state":
      return "Compared with what Planhat accepted last; changes made in Planhat do not show.";
    case "none":
      return "Compared with nothing: every record counts as a change.";
    default:
      return baseline satisfies never;
  }
}

/** `3 changes undo what was done in Planhat since the last apply.`; undefined where none does. */
export function driftedText(drifted: number): string | undefined {
  if (drifted === 0) return undefined;
  return `${drifted === 1 ? "1 change undoes" : `${amount(drifted)} changes undo`} what was done in Planhat since the last apply.`;
}

/** What a reader must know before anything else; often nothing. */
export function riskSentences(plan: PlanView): readonly string[] {
  const identity = sumOf(plan, ({ risks }) => risks.identity);
  const clears = sumOf(plan, ({ risks }) => risks.clears);
  const drifted = driftedText(sumOf(plan, (sync) => sync.drifted));
  const alike = alikeText(sumOf(plan, ({ alikeCount }) => alikeCount));
  return [
    ...(drifted === undefined ? [] : [drifted]),
    ...(alike === undefined ? [] : [alike]),
    ...(identity > 0
      ? [`${plural(identity, "change gives", "changes give")} a record another key or another company.`]
      : []),
    ...(clears > 0 ? [`${plural(clears, "change empties", "changes empty")} a field.`] : []),
  ];
}

/** Whoever reads the report did not give the option. */
export function hiddenText(hidden: Hiding | undefined): string | undefined {
  if (hidden === undefined) return undefined;
  if (hidden.values && hidden.keys) return "Values and keys are hidden.";
  return hidden.values ? "Values are hidden." : "Keys are hidden.";
}

/** `Plan: 2 to create, 3 to update.`, or why there is nothing to do. */
export function headlineText(plan: PlanView): string {
  const create = sumOf(plan, (sync) => sync.summary.create);
  const update = sumOf(plan, (sync) => sync.summary.update);
  if (create + update > 0) return `Plan: ${amount(create)} to create, ${amount(update)} to update.`;
  const missing = sumOf(plan, (sync) => sync.skips.missing);
  if (missing > 0)
    return `Nothing to do: ${plural(missing, "row")} skipped, because Planhat does not hold ${missing === 1 ? "it" : "them"}.`;
  if (sumOf(plan, (sync) => sync.summary.reject) > 0) return "Nothing to do.";
  if (sumOf(plan, (sync) => sync.summary.read) === 0) return "Nothing to do: no rows were read.";
  return "Nothing to do: Planhat already holds all of it.";
}

export function sumOf(plan: PlanView, of: (sync: SyncPlanView) => number): number {
  return plan.syncs.reduce((total, sync) => total + of(sync), 0);
}
