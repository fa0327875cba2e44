import { EXIT } from "../../cli/exit-code.ts";
import { RetrySelection } from "../../engine/retry-selection.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { StoredReject } from "../../model/state-store.ts";
import { amount } from "../../report/text/amounts.ts";
import type { Context } from "../context.ts";
import { type ApprovalOptions, applySession, type PlanParts } from "./apply-session.ts";
import type { PlannedRun } from "./plan-run.ts";

export interface RetryOptions extends ApprovalOptions {
  /** Changes and rejects listed of each sync. */
  readonly limit: number;
}

interface Retried {
  readonly rejects: readonly StoredReject[];
  readonly selection: RetrySelection;
}

/**
 * Plans and applies the rejected records alone: the whole source is read, whatever its watermark, and every row is left out that is
 * not among the rejects. Answers the exit code.
 */
export async function retryRejects(
  context: Context,
  name: string | undefined,
  options: RetryOptions,
): Promise<number> {
  const retried = new Map<CompiledSync, Retried>();
  const code = await applySession(context, {
    command: name === undefined ? "rejects retry" : `rejects retry ${name}`,
    names: name === undefined ? [] : [name],
    options,
    hiding: { values: false, keys: false },
    plan: (parts) => plan(context, { ...parts, limit: options.limit }, name, retried),
  });
  if (code === EXIT.done || code === EXIT.rejected) tellUnmet(context, retried.values());
  return code;
}

async function plan(
  context: Context,
  parts: PlanParts & Pick<RetryOptions, "limit">,
  name: string | undefined,
  retried: Map<CompiledSync, Retried>,
): Promise<PlannedRun | undefined> {
  const { planRun } = await import("../runtime.ts");
  const stored = await parts.state.rejects(name);
  for (const sync of parts.syncs) {
    const rejects = stored.filter(({ rejection }) => rejection.sync === sync.name);
    if (rejects.length > 0) retried.set(sync, { rejects, selection: new RetrySelection(sync, rejects) });
  }
  tellOrphans(context, parts, stored);
  if (retried.size === 0) {
    if (context.options.format === "text")
      context.output.result("No rejects: there is nothing to try again.");
    return undefined;
  }
  return planRun(context, {
    ...parts,
    syncs: [...retried.keys()],
    only: new Map([...retried].map(([sync, { selection }]) => [sync, selection])),
    baseline: "live",
    full: true,
  });
}

/** A reject whose definition is gone has no source that it could be read from. */
function tellOrphans({ output }: Context, { project }: PlanParts, stored: readonly StoredReject[]): void {
  const defined = new Set(project.syncs.map(({ name }) => name));
  const orphans = new Set(stored.map(({ rejection }) => rejection.sync).filter((sync) => !defined.has(sync)));
  for (const sync of orphans) {
    output.remark(
      `warning: ${sync} has rejects and no definition any more; \`planhat-sync state forget ${sync}\` removes them.`,
    );
  }
}

function tellUnmet({ output }: Context, retried: Iterable<Retried>): void {
  let unmet = 0;
  for (const { rejects, selection } of retried) {
    unmet += rejects.filter((reject) => selection.isUnmet(reject)).length;
  }
  if (unmet === 0) return;
  output.remark(
    unmet === 1
      ? "1 reject has no row in the source now: it stays listed until the next apply of its sync."
      : `${amount(unmet)} rejects have no row in the source now: they stay listed until the next apply of their syncs.`,
  );
}
