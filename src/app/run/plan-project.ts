import type { Project } from "../../model/project.ts";
import type { StateStore } from "../../model/state-store.ts";
import type { Context } from "../context.ts";
import type { PlannedRun, PlanRequest } from "./plan-run.ts";

export interface PlanProjectOptions
  extends Pick<PlanRequest, "syncs" | "baseline" | "limit" | "riskiest" | "full" | "onProgress" | "signal"> {
  /** Requests that are in flight when it fires are waited for no longer. */
  readonly abandoned?: AbortSignal | undefined;
}

/** Plans syncs and hands the plan to `use`, before what it keeps in temporary files is gone. Writes nothing. */
export async function planProject<T>(
  context: Context,
  project: Project,
  { abandoned, ...options }: PlanProjectOptions,
  use: (planned: PlannedRun, state: StateStore) => Promise<T>,
): Promise<T> {
  const { connect, openState, planRun } = await import("../runtime.ts");
  const connection = connect(context, project, options.onProgress, abandoned);
  try {
    const state = await openState(context, project, { readOnly: true });
    try {
      const runStart = context.clock.now();
      const planned = await planRun(context, { ...options, project, connection, state, runStart });
      try {
        return await use(planned, state);
      } finally {
        await planned.dispose();
      }
    } finally {
      await state.close();
    }
  } finally {
    await connection.close();
  }
}
