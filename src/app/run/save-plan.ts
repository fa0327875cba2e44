import { resolve } from "node:path";
import { VERSION } from "../../cli/version.ts";
import type { PlanItem } from "../../model/change.ts";
import type { PlanFileHeader, SavedItem } from "../../model/plan-file.ts";
import type { Project } from "../../model/project.ts";
import type { StateStore } from "../../model/state-store.ts";
import { writePlanFile } from "../../state/plan-file/write-plan-file.ts";
import type { Context } from "../context.ts";
import { targetIdentity } from "../planhat/connection.ts";
import type { PlannedRun } from "./plan-run.ts";

/** Skipped rows that a plan file lists of each sync; the counts are whole. */
const MOST_SKIPPED = 1000;

/** Writes a plan to a file, for `apply FILE`. `state` is the one that it was made from. */
export async function savePlan(
  { io }: Context,
  project: Project,
  { planned, view }: PlannedRun,
  { file, state }: { readonly file: string; readonly state: StateStore },
): Promise<void> {
  const all = [...planned.values()];
  const { region } = project.settings;
  const [last] = await state.runs(1);
  const header: PlanFileHeader = {
    version: VERSION,
    after: last?.id,
    target: targetIdentity(project),
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
      calls: smoothCalls,
      warnings: view.warnings,
      violations: view.violations ?? [],
      watermark,
    })),
  };
  await writePlanFile(resolve(io.cwd(), file), header, itemsOf(all.map(({ plan }) => plan)));
}

async function* itemsOf(
  plans: readonly { items(): AsyncIterable<readonly PlanItem[]> }[],
): AsyncIterable<readonly SavedItem[]> {
  for (const [sync, plan] of plans.entries()) {
    let skipped = 0;
    for await (const items of plan.items()) {
      yield items.flatMap((item) => {
        if (item.kind === "unchanged") return [];
        if (item.kind === "skip") skipped += 1;
        return item.kind === "skip" && skipped > MOST_SKIPPED ? [] : [{ sync, item }];
      });
    }
  }
}
