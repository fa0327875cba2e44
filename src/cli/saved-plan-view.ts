import { PlanLists } from "../engine/plan-lists.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import type { PlannedSyncHeader, SavedPlan } from "../model/plan-file.ts";
import { type PlanView, secondsAtRate } from "../model/plan-view.ts";

/** A saved plan as it was, for reading. `limit`: changes, rejects and skipped rows listed of each sync. */
export async function savedPlanView({ header, items }: SavedPlan, limit: number): Promise<PlanView> {
  const lists = header.syncs.map(({ object }) => listsOf(object, limit));
  for await (const some of items()) {
    for (const { sync, item } of some) lists[sync]?.add(item);
  }
  return {
    syncs: header.syncs.map((sync, place) => ({
      ...viewOf(sync, header.callsPerMinute),
      ...(lists[place] ?? listsOf(sync.object, limit)).lists,
    })),
    baseline: header.baseline,
    callsPerMinute: header.callsPerMinute,
    diagnostics: [],
  };
}

function viewOf(sync: PlannedSyncHeader, callsPerMinute: number) {
  const { name, object, mode, key, summary, skips, drifted, calls, warnings, violations } = sync;
  return {
    name,
    object,
    mode,
    key,
    summary,
    skips,
    drifted,
    calls,
    seconds: secondsAtRate(calls, callsPerMinute),
    warnings,
    ...(violations.length > 0 && { violations }),
  };
}

function listsOf(object: string, limit: number): PlanLists {
  const objectType = OBJECT_TYPES.find(({ name }) => name === object);
  return new PlanLists({ objectType, limit, riskiest: 0 });
}
