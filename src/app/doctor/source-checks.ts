import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import { plural } from "../../report/text/amounts.ts";
import { openSource, sourceKind } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { requireVariables } from "../settings.ts";
import { sourceContext } from "../source/source-context.ts";
import { failedCheck } from "./failed-check.ts";

const DEADLINE_MS = 20_000;

/** Opens the source of each sync and asks for its columns; stdin is left alone. */
export function sourceChecks(
  context: Context,
  project: Project,
  signal: AbortSignal,
): Promise<readonly HealthCheck[]> {
  return Promise.all(project.syncs.map((sync) => sourceCheck(context, project, sync, signal)));
}

async function sourceCheck(
  context: Context,
  project: Project,
  sync: CompiledSync,
  signal: AbortSignal,
): Promise<HealthCheck> {
  const name = `source ${sync.name}`;
  if (sourceKind(sync.source.kind).readsStdin?.(sync.source.settings) === true)
    return { name, status: "ok", found: "standard input, not read" };
  const late = AbortSignal.timeout(DEADLINE_MS);
  try {
    requireVariables(sync, project.settings);
    const source = await openSource(sync.source, sourceContext(context, project));
    const columns = await source.columns?.(AbortSignal.any([signal, late]));
    const found = columns === undefined ? "opened" : plural(columns.length, "column");
    return { name, status: "ok", found: `${sync.source.kind}: ${found}` };
  } catch (error) {
    if (late.aborted && !signal.aborted) {
      const found = `no answer within ${DEADLINE_MS / 1000} s`;
      return {
        name,
        status: "failed",
        found,
        fix: "See whether it can be reached from this machine, and is not overloaded.",
      };
    }
    return failedCheck(name, error);
  }
}
