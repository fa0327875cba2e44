import type { CompiledSync } from "../model/compiled-sync.ts";
import type { Project } from "../model/project.ts";
import { Stop } from "../model/stop.ts";
import { openSource } from "../sources/index.ts";
import { type Context, sourceContext } from "./context.ts";

/**
 * Asks sources for their columns: files only, or also those that need the network. A source that cannot be asked is
 * no fault here: whoever reads it says what is wrong with it.
 */
export function columnsOf(
  context: Context,
  { online, only = [] }: { readonly online: boolean; readonly only?: readonly string[] },
): (sync: CompiledSync, project: Project) => Promise<readonly string[] | undefined> {
  return async (sync, project) => {
    if (!online && sync.source.kind !== "csv") return undefined;
    if (only.length > 0 && !only.includes(sync.name)) return undefined;
    context.output.hide(project.secrets);
    try {
      const source = await openSource(sync.source, sourceContext(context, project));
      const columns = await source.columns?.(new AbortController().signal);
      return columns?.map(({ name }) => name);
    } catch (error) {
      if (error instanceof Stop) return undefined;
      throw error;
    }
  };
}
