import { PARKED, Refusals } from "../../engine/parking.ts";
import type { PlanPorts } from "../../engine/plan.ts";
import type { PlanSummary } from "../../model/change.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { SyncPlanView } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import type { StateStore } from "../../model/state-store.ts";
import { plural } from "../../report/text/amounts.ts";

/** The records that Planhat has refused too often; undefined where there are none. */
export async function parkingOf(
  { name }: CompiledSync,
  { state, project }: { readonly state: StateStore; readonly project: Project },
): Promise<PlanPorts["parking"]> {
  const refusals = new Refusals(await state.rejects(name));
  return refusals.size === 0 ? undefined : { refusals, limit: project.settings.limits.refusals };
}

type Counted = Pick<SyncPlanView, "causes">;

function parkedOf({ causes }: Counted): number {
  return causes.filter(({ rule }) => rule === PARKED).reduce((sum, { count }) => sum + count, 0);
}

/** A guard measures the source: records that Planhat refuses passed it before they were parked. */
export function guardedCounts(view: Counted & Pick<SyncPlanView, "summary">): PlanSummary {
  return { ...view.summary, reject: view.summary.reject - parkedOf(view) };
}

export function parkedWarning(view: Counted): readonly string[] {
  const records = parkedOf(view);
  if (records === 0) return [];
  const [are, them] = records === 1 ? ["is", "it"] : ["are", "them"];
  return [
    `${plural(records, "record")} ${are} parked, because Planhat keeps refusing ${them}: \`planhat-sync rejects\` says why, \`planhat-sync rejects retry\` sends ${them} again.`,
  ];
}
