import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project, ProjectSettings } from "../../model/project.ts";
import type { RunId } from "../../model/record.ts";
import type { RunReport } from "../../model/run-report.ts";
import type { Lease, StateStore } from "../../model/state-store.ts";
import { Stop, stopOf } from "../../model/stop.ts";
import { checkpoint } from "../checkpoint.ts";
import type { Context } from "../context.ts";
import type { Connection } from "../planhat/connection.ts";
import { namedTarget } from "../planhat/target.ts";
import { requireEnvironment } from "../settings.ts";
import type { PlannedRun, PlanRequest } from "./plan-run.ts";

export const NOTHING_WRITTEN = "Nothing was written.";

/** What a plan is made with, once the lease is ours. */
export type PlanParts = Pick<
  PlanRequest,
  "project" | "syncs" | "connection" | "state" | "runStart" | "onProgress" | "signal"
>;

export interface ApplyProjectOptions {
  readonly syncs: readonly CompiledSync[];
  /** Milliseconds to wait for another apply to end. */
  readonly lockTimeout: number;
  /** The id of the run, by default a new one; asked again under the lease, where it must be the same. */
  readonly runId?: ((state: StateStore) => Promise<RunId>) | undefined;
  readonly onProgress: OnProgress;
  /** Nothing new is begun once it fires. */
  readonly signal: AbortSignal;
  /** What is written was planned before, saved, and looked at. */
  readonly isSaved?: boolean | undefined;
  /** Leaves `signal` unheard once it writes: whoever starts the next apply waits for this one. */
  readonly writesToTheEnd?: boolean | undefined;
  /** Requests that are in flight when it fires are waited for no longer. */
  readonly abandoned?: AbortSignal | undefined;
  /** Monotonic milliseconds at which the run started, where that was before; the wait for an answer is left out. */
  readonly started?: number | undefined;
  /** undefined: there is nothing to plan. */
  plan(parts: PlanParts): Promise<PlannedRun | undefined>;
  /** Whether the plan is written; no answer is waited for once `signal` fires. */
  approve(plan: PlannedRun, signal: AbortSignal): Promise<boolean>;
}

/**
 * One apply from its beginning to its end: takes the lease, plans, asks, writes, and hands the report to `use` while the
 * state is still its own. Answers undefined where the plan was not approved. Until it writes, a Stop says that nothing was
 * written.
 */
export async function applyProject<T>(
  context: Context,
  project: Project,
  options: ApplyProjectOptions,
  use: (report: RunReport) => Promise<T>,
): Promise<T | undefined> {
  const { clock } = context;
  const { syncs, onProgress } = options;
  const started = options.started ?? clock.monotonic();
  requireEnvironment(project.settings);
  if (options.isSaved !== true) requireUnprotected(project.settings);
  const { applyRun, connect, holdLease, newRunId, openState } = await import("../runtime.ts");
  const connection = connect(context, project, onProgress, options.abandoned);
  const state = await openState(context, project, { readOnly: false });
  const runId = options.runId ?? (async () => newRunId(clock.now()));
  const lost = new AbortController();
  const signal = AbortSignal.any([options.signal, lost.signal]);
  let lease: Lease | undefined;
  let plan: PlannedRun | undefined;
  try {
    await checkpoint(context, "started");
    const run = await runId(state);
    lease = await holdLease(context, state, run, {
      timeout: options.lockTimeout,
      signal: options.signal,
      onLost: (reason) => lost.abort(reason),
    });
    await checkpoint(context, "lease-taken");
    // Asked again under the lease: two applies of one saved plan cannot both find it new.
    if (options.runId !== undefined && (await runId(state)) !== run) throw brokeOff();
    const common = { project, connection, state, onProgress, signal };
    plan = await options.plan({ ...common, syncs, runStart: clock.now() });
    await checkpoint(context, "planned");
    if (plan === undefined) return await use({ ...nothingDone(run), ...namedTarget(project) });
    const asked = clock.monotonic();
    const isApproved = await options.approve(plan, signal);
    const waited = clock.monotonic() - asked;
    if (lost.signal.aborted) throw stopOf(lost.signal);
    if (!isApproved || options.signal.aborted) return undefined;
    await checkpoint(context, "approved");
    const report = await applyRun(context, {
      ...common,
      signal: options.writesToTheEnd === true ? lost.signal : signal,
      ...{ lease, run, plan },
      started: started + waited,
    });
    const result = await use(report);
    await checkpoint(context, "reported");
    return result;
  } catch (error) {
    throw plan === undefined ? beforeWriting(error) : error;
  } finally {
    await tidy(context, plan, lease, state, connection);
  }
}

/** Throws a Stop where the guards of a definition forbid the plan. */
export function requireUnguarded({ violations }: PlannedRun, fix: string): void {
  if (violations.length > 0) throw new Stop("guard", `${violations.join(" ")} ${NOTHING_WRITTEN}`, { fix });
}

/** Whether a plan has anything to write. */
export function hasChanges({ view }: PlannedRun): boolean {
  return view.syncs.some(({ summary }) => summary.create + summary.update > 0);
}

/** A protected environment takes what somebody approved, and nothing that is planned on the spot. */
function requireUnprotected({ environment }: ProjectSettings): void {
  if (environment?.kind !== "chosen" || !environment.isProtected) return;
  const { name } = environment;
  throw new Stop(
    "environment-protected",
    `The environment "${name}" is protected: it takes saved plans only. ${NOTHING_WRITTEN}`,
    {
      fix: `Save a plan and have it approved: planhat-sync plan --env ${name} --out FILE. Then apply it: planhat-sync apply FILE --env ${name}`,
    },
  );
}

function nothingDone(run: RunId): RunReport {
  return {
    run,
    status: "succeeded",
    syncs: [],
    seconds: 0,
    causes: [],
    changedMeanwhile: [],
    overwritten: [],
  };
}

function brokeOff(): Stop {
  return new Stop("state-locked", "Another apply of this plan has just stopped.", {
    fix: "Start again: it continues where the other one stopped.",
  });
}

/** What broke off a plan says that this is all it did. */
function beforeWriting(error: unknown): unknown {
  if (!(error instanceof Stop) || (error.kind !== "environment" && error.kind !== "definition")) return error;
  return new Stop(error.reason.code, `${error.reason.what} ${NOTHING_WRITTEN}`, {
    ...error.reason,
    cause: error,
  });
}

/** Each of these is wanted even where another one fails. */
async function tidy(
  context: Context,
  plan: PlannedRun | undefined,
  lease: Lease | undefined,
  state: StateStore,
  connection: Connection,
): Promise<void> {
  await plan?.dispose();
  // A lease that was lost is not ours to give back, and its loss was reported where it hurt.
  await lease?.release().catch(() => undefined);
  await checkpoint(context, "lease-released");
  await state.close();
  await connection.close();
  await checkpoint(context, "closed");
}
