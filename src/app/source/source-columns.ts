import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Column } from "../../model/source.ts";
import type { ColumnsCost } from "../../model/source-kind.ts";
import { Stop } from "../../model/stop.ts";
import { openSource, sourceKind } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { sourceContext } from "./source-context.ts";

/** What costs nothing to ask: files. */
export const OFFLINE: readonly ColumnsCost[] = ["nothing"];
/** A database answers without reading; an HTTP source would be asked for a whole page more. */
export const CHEAP: readonly ColumnsCost[] = ["nothing", "little"];
export const ANY: readonly ColumnsCost[] = ["nothing", "little", "a-read"];

/**
 * Asks sources for their columns, where it costs no more than that. A source that cannot be asked is no fault here where it is read
 * afterwards, and says itself what is wrong with it. Where it is not, its Stop is the answer.
 */
export function columnsOf(
  context: Context,
  { costs, only = [] }: { readonly costs: readonly ColumnsCost[]; readonly only?: readonly string[] },
): (
  sync: Pick<CompiledSync, "name" | "source">,
  project: Project,
) => Promise<readonly Column[] | Stop | undefined> {
  return async (sync, project) => {
    const kind = sourceKind(sync.source.kind);
    const { settings } = sync.source;
    if (!costs.includes(kind.columnsCost)) return undefined;
    if (only.length > 0 && !only.includes(sync.name)) return undefined;
    // Standard input is waited for only by a command that reads it anyway.
    if (costs === OFFLINE && kind.readsStdin?.(settings) === true) return undefined;
    // A list of names in the definition is known already, and a file has no types to add.
    if (kind.writtenColumns?.(settings) !== undefined) return undefined;
    context.redaction.hide(project.secrets);
    const late = AbortSignal.timeout(project.settings.limits.readMinutes * 60_000);
    try {
      const source = await openSource(sync.source, sourceContext(context, project));
      return await source.columns?.(late);
    } catch (error) {
      if (!(error instanceof Stop) && !late.aborted) throw error;
      const stop = error instanceof Stop ? error : tooLate(project, error);
      if (costs === OFFLINE) return stop;
      // A command that goes on to read would wait for the same failure again.
      context.failedSources.set(sync.name, stop);
      return undefined;
    }
  };
}

function tooLate({ settings }: Project, cause: unknown): Stop {
  const { readMinutes } = settings.limits;
  return new Stop("source-slow", `The source did not return its columns within ${readMinutes} minutes.`, {
    fix: "Check whether it answers at all; if it is only slow, raise limits.readMinutes in planhat-sync.yaml.",
    cause,
  });
}
