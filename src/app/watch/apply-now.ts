import type { CompiledSync } from "../../model/compiled-sync.ts";
import { DEFAULT_BASELINE } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import type { ApplyOutcome } from "../../model/watch.ts";
import type { Context } from "../context.ts";
import { applyProject, requireUnguarded } from "../run/apply-project.ts";
import { requireSandbox } from "./sandbox-only.ts";

/**
 * Applies to a sandbox on this machine, without asking. Guards hold, and whatever stops it is told by the outcome.
 * Once it writes, it is not broken off by a new save.
 */
export async function applyNow(
  context: Context,
  project: Project,
  syncs: readonly CompiledSync[],
  signal: AbortSignal,
): Promise<ApplyOutcome> {
  const { planRun } = await import("../runtime.ts");
  try {
    await requireSandbox(project);
    const applied = await applyProject(
      context,
      project,
      {
        ...{ syncs, signal, lockTimeout: 0, writesToTheEnd: true, onProgress: () => undefined },
        plan: (parts) => planRun(context, { ...parts, baseline: DEFAULT_BASELINE, limit: 1, full: false }),
        approve: async (plan) => {
          requireUnguarded(plan, "Look at the source, or at the guard in the definition.");
          return true;
        },
      },
      async (report): Promise<ApplyOutcome> => ({ kind: "applied", report }),
    );
    if (applied === undefined) throw new Stop("interrupted", "Something newer is waiting.");
    return applied;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { kind: "failed", failure: error.reason };
  }
}
