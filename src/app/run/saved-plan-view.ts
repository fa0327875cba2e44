import { PlanLists, type PlanListsOptions } from "../../engine/plan-lists.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { given } from "../../model/given.ts";
import type { PlannedSyncHeader, SavedPlan } from "../../model/plan-file.ts";
import { type PlanView, secondsAtRate } from "../../model/plan-view.ts";
import { targetName } from "../planhat/target.ts";

/** How much is listed of each sync: see PlanListsOptions. */
type ListSizes = Omit<PlanListsOptions, "objectType">;

/** A saved plan as it was, for reading. */
export async function savedPlanView({ header, items }: SavedPlan, sizes: ListSizes): Promise<PlanView> {
  const lists = header.syncs.map(({ object }) => listsOf(object, sizes));
  for await (const some of items()) {
    for (const { sync, item } of some) lists[sync]?.add(item);
  }
  return {
    syncs: header.syncs.map((sync, place) => ({
      ...viewOf(sync, header.callsPerMinute),
      ...(lists[place] ?? listsOf(sync.object, sizes)).lists,
    })),
    target: targetName(header.target),
    ...given({ environment: header.environment }),
    baseline: header.baseline,
    callsPerMinute: header.callsPerMinute,
    diagnostics: [],
  };
}

function viewOf(sync: PlannedSyncHeader, callsPerMinute: number) {
  const { name, object, mode, key, summary, skips, drifted, calls, warnings, violations } = sync;
  const { alike: alikeCount = 0, uniform = [] } = sync;
  return {
    name,
    object,
    mode,
    key,
    summary,
    skips,
    drifted,
    alikeCount,
    uniform,
    calls,
    seconds: secondsAtRate(calls, callsPerMinute),
    warnings,
    ...(violations.length > 0 && { violations }),
  };
}

function listsOf(object: string, sizes: ListSizes): PlanLists {
  const objectType = OBJECT_TYPES.find(({ name }) => name === object);
  return new PlanLists({ ...sizes, objectType });
}
