import { byAction } from "../../model/action.ts";
import type { Change, PlanItem } from "../../model/change.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import { fieldCheck } from "../../model/fit/field-check.ts";
import type { PlannedSyncHeader } from "../../model/plan-file.ts";
import { Stop } from "../../model/stop.ts";

/** Whether the definition could have made an item of a saved plan: says why not. */
export type SavedItemCheck = (item: PlanItem) => void;

/**
 * The check of the items of one sync: a plan file may have been made by anybody, and what its definition does not map is
 * not written. Throws a Stop of kind `stale`, the check too.
 */
export function savedItemCheck(sync: CompiledSync, header: PlannedSyncHeader): SavedItemCheck {
  if (header.object !== sync.objectType.name || header.mode !== sync.mode || header.key !== sync.key) {
    throw foreign(`The plan writes ${sync.name} to another object, in another mode or by another key`);
  }
  const checks = new Map(sync.fields.map(({ name, spec }) => [name, fieldCheck(name, spec)]));
  return (item) => {
    if (item.kind !== "change") return;
    requireMode(sync, item.change);
    for (const [name, value] of Object.entries(item.change.record.fields)) {
      const check = checks.get(name);
      if (check === undefined) throw foreign(`The plan writes a field that ${sync.name} does not map`);
      if (check(value) !== undefined)
        throw foreign(`The plan writes a value that a field of ${sync.name} does not take`);
    }
  };
}

function requireMode({ name, mode, resend }: CompiledSync, { action }: Change): void {
  if (mode === "upsert") return;
  // A point that was sent before is sent again as an update.
  const isOfMode = byAction(action, {
    create: mode === "insert",
    update: mode === "update" || resend === true,
  });
  if (isOfMode) return;
  throw foreign(`The plan ${action}s records, and the mode of ${name} is ${mode}`);
}

function foreign(why: string): Stop {
  return new Stop("plan-foreign", `${why}: the file was not made by this definition. Nothing was written.`, {
    fix: "Make a new plan and look at it: planhat-sync plan --out FILE. With PLANHAT_SYNC_PLAN_KEY set, nobody else can make one.",
  });
}
