import type { Project } from "../../model/project.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import type { Context } from "../context.ts";
import { requireEnvironment } from "../settings.ts";
import { localChecks } from "./local-checks.ts";
import { planhatChecks } from "./planhat-checks.ts";
import { sourceChecks } from "./source-checks.ts";
import { stateChecks } from "./state-checks.ts";

/**
 * Every check, at the same time, and always in this order. Writes nothing anywhere, its calls in the ledger aside. Throws
 * a Stop where the project has environments and none is chosen.
 */
export async function allChecks(
  context: Context,
  project: Project,
  signal: AbortSignal,
): Promise<readonly HealthCheck[]> {
  requireEnvironment(project.settings);
  const checks = await Promise.all([
    localChecks(context, project),
    planhatChecks(context, project, signal),
    sourceChecks(context, project, signal),
    stateChecks(context, project),
  ]);
  return checks.flat();
}
