import { resolve } from "node:path";
import { Command } from "commander";
import { planJson } from "../../report/plan-json.ts";
import { planText } from "../../report/plan-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { savedPlanView } from "../saved-plan-view.ts";
import { limitOption } from "./plan.ts";

export const showCommand: RegisterCommand = (wire) =>
  new Command("show")
    .description("print a saved plan, whether it can still be applied or not; reads nothing but the file")
    .argument("<file>", "written by plan --out")
    .addOption(limitOption())
    .addHelpText("after", "\nExamples:\n  $ planhat-sync show monday.plan --limit 1000")
    .action(wire(show));

const show: Run = async (context, [file], options) => {
  const { io, output } = context;
  const { openPlanFile } = await import("../runtime.ts");
  const saved = await openPlanFile(resolve(io.cwd(), file as string));
  const view = await savedPlanView(saved, options["limit"] as number);
  const text = { colour: output.colour, width: output.width };
  output.result(context.options.format === "json" ? planJson(view) : planText(view, text));
  const { target, createdAt, version } = saved.header;
  output.remark(
    `Made at ${new Date(createdAt).toISOString()} with planhat-sync ${version}, for ${target.split("#")[0]}.`,
  );
  return EXIT.done;
};
