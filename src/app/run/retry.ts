import { RetrySelection } from "../../engine/retry-selection.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { StoredReject } from "../../model/state-store.ts";
import type { Context } from "../context.ts";
import type { PlanParts } from "./apply-project.ts";
import type { PlannedRun } from "./plan-run.ts";

/** The rejects of a project that are tried again. */
export interface Retry {
  /** Plans them alone; undefined where there are none. */
  plan(parts: PlanParts): Promise<PlannedRun | undefined>;
  /** How many of them have no row in the source now. */
  unmet(): number;
}

interface Retried {
  readonly rejects: readonly StoredReject[];
  readonly selection: RetrySelection;
}

/**
 * Plans the rejected records alone, of one sync or of all: the whole source is read, whatever its watermark, and every row
 * is left out that is not among the rejects.
 */
export function retryOf(
  context: Context,
  { sync: name, limit }: { readonly sync: string | undefined; readonly limit: number },
): Retry {
  const retried = new Map<CompiledSync, Retried>();
  return {
    plan: async (parts) => {
      const { planRun } = await import("../runtime.ts");
      const stored = await parts.state.rejects(name);
      for (const sync of parts.syncs) {
        const rejects = stored.filter(({ rejection }) => rejection.sync === sync.name);
        if (rejects.length > 0) retried.set(sync, { rejects, selection: new RetrySelection(sync, rejects) });
      }
      tellOrphans(context, parts, stored);
      if (retried.size === 0) return undefined;
      return planRun(context, {
        ...parts,
        limit,
        syncs: [...retried.keys()],
        only: new Map([...retried].map(([sync, { selection }]) => [sync, selection])),
        baseline: "live",
        full: true,
      });
    },
    unmet: () =>
      [...retried.values()].reduce(
        (sum, { rejects, selection }) => sum + rejects.filter((reject) => selection.isUnmet(reject)).length,
        0,
      ),
  };
}

/** A reject whose definition is gone has no source that it could be read from. */
function tellOrphans({ tell }: Context, { project }: PlanParts, stored: readonly StoredReject[]): void {
  const defined = new Set(project.syncs.map(({ name }) => name));
  const orphans = new Set(stored.map(({ rejection }) => rejection.sync).filter((sync) => !defined.has(sync)));
  for (const sync of orphans) {
    tell({
      kind: "warning",
      text: `${sync} has rejects and no definition any more; \`planhat-sync state forget ${sync}\` removes them.`,
    });
  }
}
