import { Option } from "commander";
import { codeOfStop, EXIT, exitCode } from "../../cli/exit-code.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Hiding } from "../../model/plan-view.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import type { RunId } from "../../model/record.ts";
import type { Lease, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { alikeText } from "../../report/plan/alike-text.ts";
import { hidePlan } from "../../report/plan/hiding.ts";
import { planText } from "../../report/plan/plan-text.ts";
import { targetPlace } from "../../report/plan/plan-words.ts";
import { uniformText } from "../../report/plan/uniform-text.ts";
import { checkpoint } from "../checkpoint.ts";
import { type Context, loadForRun, progressFor } from "../context.ts";
import type { Connection } from "../planhat/connection.ts";
import { select } from "../selection.ts";
import { CHEAP, columnsOf } from "../source/source-columns.ts";
import { confirm } from "./confirm.ts";
import { type Interruption, interruptible } from "./interruption.ts";
import { durationOption } from "./plan-options.ts";
import type { PlannedRun, PlanRequest } from "./plan-run.ts";
import { printReport } from "./print-report.ts";

const NOTHING_WRITTEN = "Nothing was written.";

/** What every command that writes takes. */
export interface ApprovalOptions {
  readonly autoApprove?: boolean;
  readonly overrideGuards?: boolean;
  readonly lockTimeout: number;
}

export function approvalOptions(): readonly Option[] {
  return [
    new Option("--auto-approve", "do not ask; needed without a terminal"),
    new Option("--override-guards", "apply although a guard of a definition forbids it"),
    new Option("--lock-timeout <time>", "wait so long for another apply to end, such as 10m")
      .default(0, "0s")
      .argParser(durationOption),
  ];
}

/** What a plan is made with, once the lease is ours. */
export type PlanParts = Pick<
  PlanRequest,
  "project" | "syncs" | "connection" | "state" | "runStart" | "onProgress" | "signal"
>;

export interface ApplySession {
  /** As it is typed, for messages: `apply`. */
  readonly command: string;
  /** Names of syncs; none: all. */
  readonly names: readonly string[];
  readonly options: ApprovalOptions;
  /** What is kept out of what is printed. */
  readonly hiding: Hiding;
  /** Which of the project's syncs take part, where the names alone do not tell. */
  readonly syncsOf?: (project: Project) => readonly CompiledSync[];
  /** The id of the run, by default a new one; asked again under the lease, where it must be the same. */
  readonly runId?: (state: StateStore) => Promise<RunId>;
  /** undefined: there is nothing to plan. */
  plan(parts: PlanParts): Promise<PlannedRun | undefined>;
}

/** One apply from its beginning to its exit code: takes the lease, plans, shows it, asks, writes, reports. */
export function applySession(context: Context, session: ApplySession): Promise<number> {
  return interruptible(context, (interruption) => applyUntil(interruption, context, session));
}

async function applyUntil(
  interruption: Interruption,
  context: Context,
  session: ApplySession,
): Promise<number> {
  const { clock } = context;
  const { command, names, options, syncsOf = (project) => select(project, names) } = session;
  requireAnswerable(context, command, options);
  const started = clock.monotonic();
  const { applyRun, connect, holdLease, newRunId, openState } = await import("../runtime.ts");
  const project = await loadForRun(context, columnsOf(context, { kinds: CHEAP, only: names }));
  const syncs = syncsOf(project);
  // One for planning, one for writing: the plan is printed in between. Calls belong to whichever is on.
  let progress = progressFor(context);
  const onProgress: OnProgress = (event) => progress.on(event);
  const connection = connect(context, project, onProgress, interruption.abandoned);
  const state = await openState(context, project, false);
  const runId = session.runId ?? (async () => newRunId(clock.now()));
  let lease: Lease | undefined;
  let plan: PlannedRun | undefined;
  try {
    await checkpoint(context, "started");
    const run = await runId(state);
    lease = await holdLease(context, state, run, {
      timeout: options.lockTimeout,
      signal: interruption.signal,
      onLost: (reason) => interruption.abort(reason),
    });
    await checkpoint(context, "lease-taken");
    // Asked again under the lease: two applies of one saved plan cannot both find it new.
    if (session.runId !== undefined && (await runId(state)) !== run) throw brokeOff();
    const common = { project, connection, state, onProgress, signal: interruption.signal };
    plan = await session.plan({ ...common, syncs, runStart: clock.now() });
    progress.stop();
    await checkpoint(context, "planned");
    if (plan === undefined) {
      const nothing = {
        run,
        status: "succeeded",
        syncs: [],
        seconds: 0,
        causes: [],
        changedMeanwhile: [],
        overwritten: [],
      } as const;
      if (context.options.format !== "text") await printReport(context, project, nothing, session.hiding);
      return EXIT.done;
    }
    const asked = clock.monotonic();
    const refusal = await approve(context, plan, session, interruption.signal);
    const waited = clock.monotonic() - asked;
    if (interruption.code !== undefined) {
      context.output.remark(NOTHING_WRITTEN);
      return interruption.code;
    }
    if (refusal !== undefined) return refusal;
    await checkpoint(context, "approved");
    progress = progressFor(context);
    const report = await applyRun(context, { ...common, lease, run, plan, started: started + waited });
    progress.stop();
    await printReport(context, project, report, session.hiding);
    await checkpoint(context, "reported");
    return exitCode([
      report.stop === undefined ? EXIT.done : codeOfStop(report.stop.kind),
      report.status === "partial" ? EXIT.rejected : EXIT.done,
    ]);
  } catch (error) {
    progress.stop();
    if (plan === undefined && interruption.code !== undefined) context.output.remark(NOTHING_WRITTEN);
    throw plan === undefined ? beforeWriting(error) : error;
  } finally {
    await tidy(context, plan, lease, state, connection);
  }
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

/** Nobody can answer on a pipe: said before anything is read. */
function requireAnswerable(
  { io, options }: Context,
  command: string,
  { autoApprove }: ApprovalOptions,
): void {
  if (autoApprove === true || (io.stdin.isTTY === true && options.format === "text")) return;
  throw new Stop("no-terminal", `${command} asks before it writes, and there is no terminal to ask on.`, {
    fix: `Look at ${command === "apply" ? "the plan first (planhat-sync plan)" : "them first (planhat-sync rejects)"}, then run: planhat-sync ${command} --auto-approve`,
  });
}

/** undefined: go on. Otherwise the exit code to end with. */
async function approve(
  context: Context,
  plan: PlannedRun,
  { options, hiding }: ApplySession,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { output } = context;
  const text = { colour: output.colour, width: output.width };
  const { format, quiet } = context.options;
  // With JSON and Markdown, stdout belongs to the report alone.
  if ((format === "text" || format === "github") && !quiet) {
    output.show(hidePlan(plan.view, hiding), (view) => planText(view, text));
  } else {
    // Nobody sees the plan, and a second record is easier kept out than merged.
    for (const { name, alikeCount, uniform } of hidePlan(output.clean(plan.view), hiding).syncs) {
      const alike = alikeText(alikeCount);
      if (alike !== undefined) output.remark(`warning: ${name}: ${alike} \`planhat-sync plan\` lists them.`);
      for (const one of uniform) output.remark(`warning: ${name}: ${uniformText(one)}`);
    }
  }
  if (plan.violations.length > 0 && options.overrideGuards !== true) {
    throw new Stop("guard", `${plan.violations.join(" ")} ${NOTHING_WRITTEN}`, {
      fix: "If that is right, apply with --override-guards; otherwise look at the source.",
    });
  }
  const writes = plan.view.syncs.some(({ summary }) => summary.create + summary.update > 0);
  if (!writes || options.autoApprove === true) return undefined;
  const question = `\nWrite this to ${targetPlace(plan.view.target)}? Only yes goes on: `;
  const answer = await confirm(context, question, signal);
  if (answer === true) return undefined;
  // A signal is told by whoever waits for it.
  if (!signal.aborted) output.remark(NOTHING_WRITTEN);
  return answer === undefined ? EXIT.interrupted : EXIT.failure;
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
