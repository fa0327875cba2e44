import { createInterface } from "node:readline/promises";
import { Command, Option } from "commander";
import type { Lease, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { hidePlan } from "../../report/hiding.ts";
import { planText } from "../../report/plan-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import type { Connection } from "../connection.ts";
import { type Context, loadForRun, progressFor } from "../context.ts";
import { codeOfStop, EXIT, exitCode } from "../exit-code.ts";
import { type HidingOptions, hideKeysOption, hideValuesOption, hidingOf } from "../hiding-options.ts";
import { Interruption } from "../interruption.ts";
import { baselineOption, durationOption, fullOption, type PlanOptions } from "../plan-options.ts";
import type { PlannedRun } from "../plan-run.ts";
import { printReport } from "../print-report.ts";
import { select } from "../selection.ts";
import { CHEAP, columnsOf } from "../source-columns.ts";
import { limitOption } from "./plan.ts";

interface ApplyOptions extends PlanOptions, HidingOptions {
  readonly autoApprove?: boolean;
  readonly overrideGuards?: boolean;
  readonly lockTimeout: number;
}

export const applyCommand: RegisterCommand = (wire) =>
  new Command("apply")
    .description("plan, show the plan, ask, and write it to Planhat")
    .argument("[sync...]", "names of syncs; all by default")
    .option("--auto-approve", "do not ask; needed without a terminal")
    .option("--override-guards", "apply although a guard of a definition forbids it")
    .addOption(baselineOption())
    .addOption(limitOption())
    .addOption(fullOption())
    .addOption(hideValuesOption())
    .addOption(hideKeysOption())
    .addOption(
      new Option("--lock-timeout <time>", "wait so long for another apply to end, such as 10m")
        .default(0, "0s")
        .argParser(durationOption),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync apply\n  $ planhat-sync apply crm-companies --auto-approve --format json",
    )
    .action(wire(applyAll));

const applyAll: Run = async (context, [names], given) => {
  const options = given as unknown as ApplyOptions;
  const { output, clock, io } = context;
  requireAnswerable(context, options);
  const hiding = hidingOf(options, context.options);
  const started = clock.monotonic();
  const { applyRun, connect, holdLease, newRunId, openState, planRun } = await import("../runtime.ts");
  const only = names as readonly string[];
  const project = await loadForRun(context, columnsOf(context, { kinds: CHEAP, only }));
  const syncs = select(project, only);
  const progress = progressFor(context);
  const interruption = new Interruption(
    io,
    () => clock.monotonic(),
    (text) => output.remark(text),
  );
  const connection = connect(context, project, progress.on);
  const state = openState(context, project, false);
  const run = newRunId(clock.now());
  let lease: Lease | undefined;
  let plan: PlannedRun | undefined;
  try {
    lease = await holdLease(context, state, run, {
      timeout: options.lockTimeout,
      signal: interruption.signal,
      onLost: (reason) => interruption.abort(reason),
    });
    const common = { project, connection, state, onProgress: progress.on, signal: interruption.signal };
    const { baseline, limit, full = false } = options;
    plan = await planRun(context, { ...common, syncs, baseline, limit, full, runStart: clock.now() });
    progress.stop();
    const refusal = await approve(context, plan, options, interruption.signal);
    if (interruption.code !== undefined) return interruption.code;
    if (refusal !== undefined) return refusal;
    const writing = progressFor(context);
    const report = await applyRun(context, {
      ...common,
      onProgress: writing.on,
      lease,
      run,
      plan,
      started,
    }).finally(() => writing.stop());
    await printReport(context, project, report, hiding);
    if (interruption.code !== undefined) return interruption.code;
    return exitCode([
      report.stop === undefined ? EXIT.done : codeOfStop(report.stop.kind),
      report.status === "partial" ? EXIT.rejected : EXIT.done,
    ]);
  } catch (error) {
    progress.stop();
    if (interruption.code !== undefined && error instanceof Stop && error.kind === "interrupted") {
      return interruption.code;
    }
    throw plan === undefined ? beforeWriting(error) : error;
  } finally {
    interruption.dispose();
    await tidy(plan, lease, state, connection);
  }
};

/** What broke off a plan says that this is all it did. */
function beforeWriting(error: unknown): unknown {
  if (!(error instanceof Stop) || error.kind !== "environment") return error;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  return new Stop(error.kind, `${error.message} Nothing was written.`, { ...hint, cause: error });
}

/** Nobody can answer on a pipe: said before anything is read. */
function requireAnswerable({ io, options }: Context, { autoApprove }: ApplyOptions): void {
  if (autoApprove === true || (io.stdin.isTTY === true && options.format === "text")) return;
  throw new Stop("usage", "apply asks before it writes, and there is no terminal to ask on.", {
    hint: "Look at the plan first (planhat-sync plan), then run: planhat-sync apply --auto-approve",
  });
}

/** undefined: go on. Otherwise the exit code to end with. */
async function approve(
  context: Context,
  plan: PlannedRun,
  options: ApplyOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { output, io } = context;
  const text = { colour: output.colour, width: output.width };
  const { format, quiet } = context.options;
  // With JSON and Markdown, stdout belongs to the report alone.
  if ((format === "text" || format === "github") && !quiet) {
    output.result(planText(hidePlan(plan.view, hidingOf(options, context.options)), text));
  }
  if (plan.violations.length > 0 && options.overrideGuards !== true) {
    throw new Stop("guard", `${plan.violations.join(" ")} Nothing was written.`, {
      hint: "If that is right, apply with --override-guards; otherwise look at the source.",
    });
  }
  const writes = plan.view.syncs.some(({ summary }) => summary.create + summary.update > 0);
  if (!writes || options.autoApprove === true) return undefined;
  const reader = createInterface({ input: io.stdin, output: io.stdout as NodeJS.WritableStream });
  try {
    const answer = await reader.question("\nWrite this to Planhat? Only yes goes on: ", { signal });
    if (answer.trim() === "yes") return undefined;
    output.remark("Nothing was written.");
    return EXIT.failure;
  } catch {
    return EXIT.interrupted;
  } finally {
    reader.close();
  }
}

/** Each of these is wanted even where another one fails. */
async function tidy(
  plan: PlannedRun | undefined,
  lease: Lease | undefined,
  state: StateStore,
  connection: Connection,
): Promise<void> {
  await plan?.dispose();
  // A lease that was lost is not ours to give back, and its loss was reported where it hurt.
  await lease?.release().catch(() => undefined);
  await state.close();
  await connection.close();
}
