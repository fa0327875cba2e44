import { Command } from "commander";
import { rejectsCsv } from "../../report/rejects-csv.ts";
import { rejectsJson } from "../../report/rejects-json.ts";
import { rejectsText } from "../../report/rejects-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { load } from "../context.ts";
import { EXIT } from "../exit-code.ts";

export const rejectsCommand: RegisterCommand = (wire) =>
  new Command("rejects")
    .description("list the records that did not get in, and why")
    .argument("[sync]", "name of a sync; all by default")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync rejects\n  $ planhat-sync rejects crm-companies --format csv > rejects.csv",
    )
    .action(wire(rejects));

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
