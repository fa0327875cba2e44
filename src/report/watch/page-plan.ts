import { byAction } from "../../model/action.ts";
import { given } from "../../model/given.ts";
import type { PagePlan } from "../../model/page.ts";
import type { SyncPlanView } from "../../model/plan-view.ts";
import type { Redact } from "../../model/redact.ts";
import type { PlanOutcome } from "../../model/watch.ts";
import { uniformText } from "../plan/uniform-text.ts";
import { pageReason } from "./page-reason.ts";
import { type Clean, cleaner, pageValue } from "./page-value.ts";

/** A plan's counts and its first changes; `time` in milliseconds since the epoch. */
export function pagePlan(outcome: PlanOutcome, time: number, redact: Redact): PagePlan {
  const clean = cleaner(redact);
  if (outcome.kind === "failed") {
    const failure = pageReason(outcome.failure, clean);
    return { time, isOld: false, failure, guards: [], syncs: [] };
  }
  return {
    time,
    isOld: false,
    guards: outcome.violations.map(clean),
    syncs: outcome.view.syncs.map((sync) => syncView(sync, clean)),
  };
}

function syncView(sync: SyncPlanView, clean: Clean): PagePlan["syncs"][number] {
  const { summary, changes } = sync;
  return {
    name: clean(sync.name),
    object: clean(sync.object),
    counts: [
      { name: "to create", count: summary.create },
      { name: "to update", count: summary.update },
      { name: "unchanged", count: summary.unchanged },
      { name: "skipped", count: summary.skip },
      { name: "rejected", count: summary.reject },
      ...(sync.alikeCount > 0
        ? [{ name: "with almost the same key as another record", count: sync.alikeCount }]
        : []),
    ],
    remarks: [...sync.uniform.map((one) => uniformText(one)), ...sync.warnings].map(clean),
    changes: changes.map(({ action, key, fields }) => ({
      action,
      key: clean(key),
      // Nothing hides values on this machine's own page.
      fields: Object.entries(fields).flatMap(([name, field]) => {
        if ("hidden" in field) return [];
        const { before, after, names } = field;
        const shown = byAction(action, { create: undefined, update: before });
        return [
          {
            name: clean(name),
            value: pageValue(after, clean, names),
            ...given({ before: shown === undefined ? undefined : pageValue(shown, clean, names) }),
          },
        ];
      }),
    })),
    more: Math.max(0, summary.create + summary.update - changes.length),
  };
}
