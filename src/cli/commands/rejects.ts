import { Command, Option } from "commander";
import { LISTED_REJECTS } from "../../report/run/listed-rejects.ts";
import { amount } from "../../report/text/amounts.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { APPROVAL_READERS, type ApprovalOptions, approvalOptions } from "../options/approval-options.ts";
import { limitOption, positiveInteger } from "../options/plan-options.ts";
import { NUMBER, readOptions } from "../options/read-options.ts";

export const rejectsCommand: RegisterCommand = (wire) => {
  const command = new Command("rejects")
    .description("list the records that did not get in, and why; or try them again")
    .argument("[sync]", "name of a sync; all by default")
    .addOption(
      new Option("--limit <n>", "records listed of each cause")
        .default(LISTED_REJECTS)
        .argParser(positiveInteger),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync rejects\n  $ planhat-sync rejects crm-companies --format csv > rejects.csv\n  $ planhat-sync rejects retry",
    )
    .action(wire(rejects));
  const retry = command
    .command("retry")
    .description("read the rejected records from their sources again, plan and apply those alone")
    .argument("[sync]", "name of a sync; all by default")
    .addOption(limitOption());
  for (const option of approvalOptions()) retry.addOption(option);
  retry.addHelpText(
    "after",
    "\nExamples:\n  $ planhat-sync rejects retry\n  $ planhat-sync rejects retry crm-companies --auto-approve",
  );
  retry.action(wire(retryAll));
  return command;
};

interface LimitOptions {
  readonly limit: number;
}

const rejects: Run = async (context, [sync], options) => {
  const { storedRejects } = await import("../../app/state/stored-rejects.ts");
  const { rejects, ...more } = await storedRejects(context, sync as string | undefined);
  const { limit } = readOptions<LimitOptions>(options, { limit: NUMBER });
  await print(context, "rejects", { rejects: context.output.clean(rejects), limit, ...more });
  return EXIT.done;
};

const retryAll: Run = async (context, [given], options) => {
  const sync = given as string | undefined;
  const { limit, ...approval } = readOptions<ApprovalOptions & LimitOptions>(options, {
    ...APPROVAL_READERS,
    limit: NUMBER,
  });
  const { output } = context;
  const { retryOf } = await import("../../app/run/retry.ts");
  const { applySession } = await import("../apply-session.ts");
  const retry = retryOf(context, { sync, limit });
  const code = await applySession(context, {
    command: sync === undefined ? "rejects retry" : `rejects retry ${sync}`,
    names: sync === undefined ? [] : [sync],
    options: approval,
    hiding: { values: false, keys: false },
    plan: async (parts) => {
      const plan = await retry.plan(parts);
      if (plan === undefined && context.options.format === "text")
        output.result("No rejects: there is nothing to try again.");
      return plan;
    },
  });
  const unmet = code === EXIT.done || code === EXIT.rejected ? retry.unmet() : 0;
  if (unmet > 0) output.remark(unmetText(unmet));
  return code;
};

function unmetText(unmet: number): string {
  return unmet === 1
    ? "1 reject has no row in the source now: it stays listed until the next apply of its sync."
    : `${amount(unmet)} rejects have no row in the source now: they stay listed until the next apply of their syncs.`;
}
