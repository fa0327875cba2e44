import type { CompiledSync } from "../../model/compiled-sync.ts";
import { DEFAULT_BASELINE } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import type { PlanOutcome } from "../../model/watch.ts";
import type { Context } from "../context.ts";
import { planProject } from "../run/plan-project.ts";

/** Changes and rejects listed of each sync. */
const LISTED = 10;

/** What an apply would change now; writes nothing. Where it cannot be told, the outcome says why. */
export async function planNow(
  context: Context,
  project: Project,
  syncs: readonly CompiledSync[],
  signal: AbortSignal,
): Promise<PlanOutcome> {
  const onProgress = () => undefined;
  const options = { syncs, baseline: DEFAULT_BASELINE, limit: LISTED, full: false, onProgress, signal };
  try {
    return await planProject(context, project, options, async ({ view, violations }) => ({
      kind: "planned",
      view,
      violations,
    }));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { kind: "failed", failure: error.reason };
  }
}
