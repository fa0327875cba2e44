import type { PlanItem } from "../../model/change.ts";
import type { PlanFileHeader, SavedItem } from "../../model/plan-file.ts";
import type { Project } from "../../model/project.ts";
import type { StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { itemJson } from "../../state/plan-file/item-json.ts";
import { MOST_SKIPPED } from "../../state/plan-file/plan-file-format.ts";
import { writePlanFile } from "../../state/plan-file/write-plan-file.ts";
import type { Context } from "../context.ts";
import { environmentOf, targetIdentity } from "../planhat/target.ts";
import { VERSION } from "../version.ts";
import type { PlannedRun } from "./plan-run.ts";

export interface SavePlanOptions {
  /** Absolute. */
  readonly file: string;
  readonly state: StateStore;
  /** Encrypts it. */
  readonly key: Buffer | undefined;
}

/**
 * Writes a plan to a file, for `apply FILE`. `state` is the one that it was made from. Throws a Stop where the file would show a secret of the project.
 */
export async function savePlan(
  context: Context,
  project: Project,
  { planned, view }: PlannedRun,
  { file, state, key }: SavePlanOptions,
): Promise<void> {
  const { redaction } = context;
  const all = [...planned.values()];
  const { region } = project.settings;
  const [last] = await state.runs(1);
  const header: PlanFileHeader = {
    version: VERSION,
    after: last?.id,
    target: targetIdentity(project),
    ...environmentOf(project),
    region: region.kind === "value" ? region.value : "",
    baseline: view.baseline,
    callsPerMinute: view.callsPerMinute,
    syncs: all.map(({ sync, view, definition, watermark, smoothCalls }) => ({
      name: sync.name,
      file: sync.file,
      object: view.object,
      mode: view.mode,
      key: view.key,
      definition,
      safety: { guards: sync.guards, resend: sync.resend === true },
      summary: view.summary,
      skips: view.skips,
      drifted: view.drifted,
      alike: view.alikeCount,
      ...(view.uniform.length > 0 && { uniform: redaction.clean(view.uniform) }),
      calls: smoothCalls,
      warnings: view.warnings.map(redaction.redact),
      violations: (view.violations ?? []).map(redaction.redact),
      watermark,
    })),
  };
  const items = itemsOf(
    all.map(({ plan }) => plan),
    (item) => (item.kind === "change" ? item : redaction.clean(item)),
    (item) => {
      if (key === undefined && redaction.holdsSecret(itemJson(item))) throw showsSecret(item);
    },
  );
  await writePlanFile(file, header, items, key);
}

/** A change is saved as it is sent, secrets and all; what is only listed is saved without them. */
async function* itemsOf(
  plans: readonly { items(): AsyncIterable<readonly PlanItem[]> }[],
  clean: (item: PlanItem) => PlanItem,
  check: (item: PlanItem) => void,
): AsyncIterable<readonly SavedItem[]> {
  for (const [sync, plan] of plans.entries()) {
    let skipped = 0;
    for await (const items of plan.items()) {
      const saved: SavedItem[] = [];
      for (const item of items) {
        if (item.kind === "unchanged") continue;
        if (item.kind === "skip") skipped += 1;
        if (item.kind === "skip" && skipped > MOST_SKIPPED) continue;
        const one = clean(item);
        check(one);
        saved.push({ sync, item: one });
      }
      yield saved;
    }
  }
}

function showsSecret(item: PlanItem): Stop {
  const what = item.kind === "change" ? `the record ${item.change.key} of ${item.change.sync}` : "a record";
  return new Stop(
    "plan-shows-secret",
    `The plan was not saved: it would show a secret of this project, which is in ${what}.`,
    {
      fix: "Find out why the source returns it. To save such a plan, set PLANHAT_SYNC_PLAN_KEY: plan files are encrypted then.",
    },
  );
}
