import { Command } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import type { CommandContext } from "../command-context.ts";
import { APPROVAL_READERS, type ApprovalOptions, approvalOptions } from "../options/approval-options.ts";
import {
  HIDING_READERS,
  type HidingOptions,
  hideKeysOption,
  hideValuesOption,
  hidingOf,
} from "../options/hiding-options.ts";
import {
  baselineOption,
  fullOption,
  limitOption,
  PLAN_READERS,
  type PlanOptions,
} from "../options/plan-options.ts";
import { readOptions } from "../options/read-options.ts";

type ApplyOptions = PlanOptions & ApprovalOptions & HidingOptions;

export const applyCommand: RegisterCommand = (wire) => {
  const command = new Command("apply")
    .description("plan, show the plan, ask, and write it to Planhat")
    .argument("[sync...]", "names of syncs, all by default; or the file of a saved plan");
  for (const option of approvalOptions()) command.addOption(option);
  return command
    .addOption(baselineOption())
    .addOption(limitOption())
    .addOption(fullOption())
    .addOption(hideValuesOption())
    .addOption(hideKeysOption())
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync apply\n  $ planhat-sync plan --out monday.plan && planhat-sync apply monday.plan\n  $ planhat-sync apply crm-companies --auto-approve --format json",
    )
    .action(wire(applyAll));
};

const applyAll: Run = async (context, [given], options) => {
  const names = given as readonly string[];
  const { planFileNamed } = await import("../../app/run/plan-file-argument.ts");
  const file = await planFileNamed(names, [context.io.cwd(), context.projectDir]);
  const own = readOptions<ApplyOptions>(options, {
    ...PLAN_READERS,
    ...HIDING_READERS,
    ...APPROVAL_READERS,
  });
  return file === undefined ? applySyncs(context, names, own) : applyFile(context, file, own);
};

async function applySyncs(
  context: CommandContext,
  names: readonly string[],
  options: ApplyOptions,
): Promise<number> {
  const { baseline, limit, full = false } = options;
  const { planRun } = await import("../../app/runtime.ts");
  const { applySession } = await import("../apply-session.ts");
  return applySession(context, {
    command: "apply",
    names,
    options,
    hiding: hidingOf(options, context.options),
    plan: (parts) => planRun(context, { ...parts, baseline, limit, full }),
  });
}

/** A saved plan was looked at and approved when it was made, so nothing is asked. */
async function applyFile(context: CommandContext, file: string, options: ApplyOptions): Promise<number> {
  const { openPlanFile, planKeyOf, savedPlanRun, savedPlanRunId } = await import("../../app/runtime.ts");
  const { load } = await import("../../app/load.ts");
  const { applySession } = await import("../apply-session.ts");
  const saved = await openPlanFile(file, await planKeyOf(context, await load(context)));
  return applySession(context, {
    command: "apply",
    names: saved.header.syncs.map(({ name }) => name),
    options: { ...options, autoApprove: true },
    hiding: hidingOf(options, context.options),
    // A name that the project lost makes the plan stale; it is no mistake on the command line.
    syncsOf: () => [],
    isSaved: true,
    runId: (state) => savedPlanRunId(state, saved),
    plan: (parts) => savedPlanRun(context, saved, { ...parts, limit: options.limit }),
  });
}
