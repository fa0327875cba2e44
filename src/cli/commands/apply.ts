import { Command } from "commander";
import { type ApprovalOptions, applySession, approvalOptions } from "../apply-session.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { baselineOption, fullOption, type PlanOptions } from "../plan-options.ts";
import { limitOption } from "./plan.ts";

export const applyCommand: RegisterCommand = (wire) => {
  const command = new Command("apply")
    .description("plan, show the plan, ask, and write it to Planhat")
    .argument("[sync...]", "names of syncs; all by default");
  for (const option of approvalOptions()) command.addOption(option);
  return command
    .addOption(baselineOption())
    .addOption(limitOption())
    .addOption(fullOption())
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync apply\n  $ planhat-sync apply crm-companies --auto-approve --format json",
    )
    .action(wire(applyAll));
};

const applyAll: Run = async (context, [names], given) => {
  const options = given as unknown as PlanOptions & ApprovalOptions;
  const { baseline, limit, full = false } = options;
  const { planRun } = await import("../runtime.ts");
  return applySession(context, {
    command: "apply",
    names: names as readonly string[],
    options,
    plan: (parts) => planRun(context, { ...parts, baseline, limit, full }),
  });
};
