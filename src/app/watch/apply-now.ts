import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Lease } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import type { ApplyOutcome } from "../../model/watch.ts";
import type { Context } from "../context.ts";
import { baselineOption, type PlanOptions } from "../run/plan-options.ts";
import type { PlannedRun } from "../run/plan-run.ts";
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
  try {
    await requireSandbox(project);
    return await apply(context, project, syncs, signal);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { kind: "failed", failure: error.reason };
  }
}

async function apply(
  context: Context,
  project: Project,
  syncs: readonly CompiledSync[],
  signal: AbortSignal,
): Promise<ApplyOutcome> {
  const { clock } = context;
  const started = clock.monotonic();
  const { applyRun, connect, holdLease, newRunId, openState, planRun } = await import("../runtime.ts");
  const onProgress = () => undefined;
  const connection = connect(context, project, onProgress);
  const state = await openState(context, project, false);
  const lost = new AbortController();
  const run = newRunId(clock.now());
  let lease: Lease | undefined;
  let plan: PlannedRun | undefined;
  try {
    lease = await holdLease(context, state, run, {
      timeout: 0,
      signal,
      onLost: (reason) => lost.abort(reason),
    });
    const common = { project, connection, state, onProgress };
    plan = await planRun(context, {
      ...common,
      syncs,
      baseline: baselineOption().defaultValue as PlanOptions["baseline"],
      limit: 1,
      full: false,
      runStart: clock.now(),
      signal: AbortSignal.any([signal, lost.signal]),
    });
    if (plan.violations.length > 0) {
      throw new Stop("guard", `${plan.violations.join(" ")} Nothing was written.`, {
        fix: "Look at the source, or at the guard in the definition.",
      });
    }
    const report = await applyRun(context, { ...common, signal: lost.signal, lease, run, plan, started });
    return { kind: "applied", report };
  } finally {
    await plan?.dispose();
    // A lease that was lost is not ours to give back.
    await lease?.release().catch(() => undefined);
    await state.close();
    await connection.close();
  }
}
