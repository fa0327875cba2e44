import { Command, Option } from "commander";
import { type Context, load } from "../../app/context.ts";
import { approvalOptions } from "../../app/run/apply-session.ts";
import { positiveInteger } from "../../app/run/plan-options.ts";
import { type RetryOptions, retryRejects } from "../../app/run/retry-rejects.ts";
import { requireKnown } from "../../app/selection.ts";
import { rejectsCsv } from "../../report/run/rejects-csv.ts";
import { rejectsJson } from "../../report/run/rejects-json.ts";
import { LISTED_REJECTS, rejectsText } from "../../report/run/rejects-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { limitOption } from "./plan.ts";

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
  retry.action(wire((context, [sync], options) => retryAll(context, sync, options)));
  return command;
};

const retryAll = (context: Context, sync: unknown, options: Readonly<Record<string, unknown>>) =>
  retryRejects(context, sync as string | undefined, options as unknown as RetryOptions);

const rejects: Run = async (context, [sync], options) => {
  const { output } = context;
  const project = await load(context);
  const { openState } = await import("../../app/runtime.ts");
  const state = await openState(context, project, true);
  try {
    const name = sync as string | undefined;
    const stored = await state.rejects(name);
    // A sync that is defined no more may have rejects still.
    if (name !== undefined && stored.length === 0) requireKnown(project, [name]);
    switch (context.options.format) {
      case "json":
        output.show(stored, rejectsJson);
        break;
      case "csv":
        output.show(stored, rejectsCsv);
        break;
      default: {
        const layout = {
          colour: output.colour,
          width: output.width,
          limit: options["limit"] as number,
          leftOut: await state.rejectsLeftOut(name),
          isNew: (await state.runs(1)).length === 0,
        };
        output.show(stored, (clean) => rejectsText(clean, layout));
      }
    }
    return EXIT.done;
  } finally {
    await state.close();
  }
};
