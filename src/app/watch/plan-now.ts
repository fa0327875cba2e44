import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import type { PlanOutcome } from "../../model/watch.ts";
import type { Context } from "../context.ts";
import { baselineOption, type PlanOptions } from "../run/plan-options.ts";

/** Changes and rejects listed of each sync. */
const LISTED = 10;

/** What an apply would change now; writes nothing. Where it cannot be told, the outcome says why. */
export async function planNow(
  context: Context,
  project: Project,
  syncs: readonly CompiledSync[],
  signal: AbortSignal,
): Promise<PlanOutcome> {
  const { connect, openState, planRun } = await import("../runtime.ts");
  try {
    const connection = connect(context, project, () => undefined);
    const state = await openState(context, project, true);
    try {
      const planned = await planRun(context, {
        project,
        syncs,
        connection,
        state,
        baseline: baselineOption().defaultValue as PlanOptions["baseline"],
        limit: LISTED,
        full: false,
        runStart: context.clock.now(),
        onProgress: () => undefined,
        signal,
      });
      await planned.dispose();
      return { kind: "planned", view: planned.view, violations: planned.violations };
    } finally {
      await state.close();
      await connection.close();
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { kind: "failed", failure: error.reason };
  }
}
