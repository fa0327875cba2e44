import { loadForRun } from "../app/load.ts";
import {
  applyProject,
  hasChanges,
  NOTHING_WRITTEN,
  type PlanParts,
  requireUnguarded,
} from "../app/run/apply-project.ts";
import type { PlannedRun } from "../app/run/plan-run.ts";
import { select } from "../app/selection.ts";
import { CHEAP, columnsOf } from "../app/source/source-columns.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import { given } from "../model/given.ts";
import type { Hiding } from "../model/plan-view.ts";
import type { Project } from "../model/project.ts";
import type { RunId } from "../model/record.ts";
import type { RunReport } from "../model/run-report.ts";
import type { StateStore } from "../model/state-store.ts";
import { Stop } from "../model/stop.ts";
import { alikeText } from "../report/plan/alike-text.ts";
import { hidePlan } from "../report/plan/hiding.ts";
import { planText } from "../report/plan/plan-text.ts";
import { targetPlace } from "../report/plan/plan-words.ts";
import { uniformText } from "../report/plan/uniform-text.ts";
import type { CommandContext } from "./command-context.ts";
import { confirm } from "./confirm.ts";
import { codeOfStop, EXIT, exitCode } from "./exit-code.ts";
import { type Interruption, interruptible } from "./interruption.ts";
import type { ApprovalOptions } from "./options/approval-options.ts";
import { printReport } from "./printing/print-report.ts";
import { progressFor } from "./progress.ts";

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
  /** The id of the run, by default a new one. */
  readonly runId?: (state: StateStore) => Promise<RunId>;
  /** The plan was saved, and looked at. */
  readonly isSaved?: boolean;
  /** undefined: there is nothing to plan. */
  plan(parts: PlanParts): Promise<PlannedRun | undefined>;
}

/** One apply from its beginning to its exit code: shows the plan, asks, writes and reports. */
export function applySession(context: CommandContext, session: ApplySession): Promise<number> {
  return interruptible(context, (interruption) => applyUntil(interruption, context, session));
}

async function applyUntil(
  interruption: Interruption,
  context: CommandContext,
  session: ApplySession,
): Promise<number> {
  const { command, names, options, hiding, syncsOf = (project) => select(project, names) } = session;
  requireAnswerable(context, command, options);
  const started = context.clock.monotonic();
  const project = await loadForRun(context, columnsOf(context, { costs: CHEAP, only: names }));
  // One for planning, one for writing: the plan is printed in between. Calls belong to whichever is on.
  let progress = progressFor(context);
  let isPlanned = false;
  let isEmpty = false;
  let refusal: number = EXIT.failure;
  try {
    const code = await applyProject(
      context,
      project,
      {
        syncs: syncsOf(project),
        ...given({ runId: session.runId, isSaved: session.isSaved }),
        ...{ lockTimeout: options.lockTimeout, started },
        ...{ signal: interruption.signal, abandoned: interruption.abandoned },
        onProgress: (event) => progress.on(event),
        plan: async (parts) => {
          const plan = await session.plan(parts);
          progress.stop();
          isPlanned = plan !== undefined;
          isEmpty = plan === undefined;
          return plan;
        },
        approve: async (plan, signal) => {
          const answer = await approve(context, plan, session, signal);
          if (answer !== undefined) refusal = answer;
          progress = progressFor(context);
          return answer === undefined;
        },
      },
      async (report) => {
        progress.stop();
        if (!isEmpty || context.options.format !== "text") {
          await printReport(context, project, report, hiding);
        }
        return codeOf(report);
      },
    );
    if (code !== undefined) return code;
    if (interruption.code !== undefined) context.output.remark(NOTHING_WRITTEN);
    return interruption.code ?? refusal;
  } catch (error) {
    if (!isPlanned && interruption.code !== undefined) context.output.remark(NOTHING_WRITTEN);
    throw error;
  } finally {
    progress.stop();
  }
}

function codeOf({ stop, status }: RunReport): number {
  return exitCode([
    stop === undefined ? EXIT.done : codeOfStop(stop.kind),
    status === "partial" ? EXIT.rejected : EXIT.done,
  ]);
}

/** Nobody can answer on a pipe: said before anything is read. */
function requireAnswerable(
  { io, options }: CommandContext,
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
  context: CommandContext,
  plan: PlannedRun,
  { options, hiding }: ApplySession,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { output } = context;
  showPlan(context, plan, hiding);
  if (options.overrideGuards !== true) {
    requireUnguarded(plan, "If that is right, apply with --override-guards; otherwise look at the source.");
  }
  if (!hasChanges(plan) || options.autoApprove === true) return undefined;
  const question = `\nWrite this to ${targetPlace(plan.view)}? Type "yes" to continue: `;
  const answer = await confirm(context, question, signal);
  if (answer === true) return undefined;
  // A signal is told by whoever waits for it.
  if (!signal.aborted) output.remark(NOTHING_WRITTEN);
  return answer === undefined ? EXIT.interrupted : EXIT.failure;
}

function showPlan({ output, options }: CommandContext, { view }: PlannedRun, hiding: Hiding): void {
  const { format, quiet } = options;
  // With JSON and Markdown, stdout belongs to the report alone.
  if ((format === "text" || format === "github") && !quiet) {
    const text = { colour: output.colour, width: output.width };
    output.result(planText(output.clean(hidePlan(view, hiding)), text));
    return;
  }
  // Nobody sees the plan, and a second record is easier kept out than merged.
  for (const { name, alikeCount, uniform } of hidePlan(output.clean(view), hiding).syncs) {
    const alike = alikeText(alikeCount);
    if (alike !== undefined) output.remark(`warning: ${name}: ${alike} \`planhat-sync plan\` lists them.`);
    for (const one of uniform) output.remark(`warning: ${name}: ${uniformText(one)}`);
  }
}
