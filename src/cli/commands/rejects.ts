import { Command } from "commander";
import { rejectsCsv } from "../../report/rejects-csv.ts";
import { rejectsJson } from "../../report/rejects-json.ts";
import { rejectsText } from "../../report/rejects-text.ts";
import { type ApprovalOptions, approvalOptions } from "../apply-session.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type Context, load } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import { retryRejects } from "../retry-rejects.ts";

export const rejectsCommand: RegisterCommand = (wire) => {
  const command = new Command("rejects")
    .description("list the records that did not get in, and why; or try them again")
    .argument("[sync]", "name of a sync; all by default")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync rejects\n  $ planhat-sync rejects crm-companies --format csv > rejects.csv\n  $ planhat-sync rejects retry",
    )
    .action(wire(rejects));
  const retry = command
    .command("retry")
    .description("read the rejected records from their sources again, plan and apply those alone")
    .argument("[sync]", "name of a sync; all by default");
  for (const option of approvalOptions()) retry.addOption(option);
  retry.action(wire((context, [sync], options) => retryAll(context, sync, options)));
  return command;
};

const retryAll = (context: Context, sync: unknown, options: Readonly<Record<string, unknown>>) =>
  retryRejects(context, sync as string | undefined, options as unknown as ApprovalOptions);

const rejects: Run = async (context, [sync]) => {
  const { output } = context;
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = await openState(context, project, true);
  try {
    const stored = await state.rejects(sync as string | undefined);
    switch (context.options.format) {
      case "json":
        output.result(rejectsJson(stored));
        break;
      case "csv":
        output.result(rejectsCsv(stored));
        break;
      default:
        output.result(rejectsText(stored, { colour: output.colour, width: output.width }));
    }
    return EXIT.done;
  } finally {
    await state.close();
  }
};
