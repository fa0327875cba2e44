import { resolve } from "node:path";
import { Command } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { HIDING_READERS, hideKeysOption, hideValuesOption } from "../options/hiding-options.ts";
import { htmlOption, limitOption } from "../options/plan-options.ts";
import { NUMBER, optional, readOptions, TEXT } from "../options/read-options.ts";
import type { PrintingOptions } from "../printing/print-plan.ts";

export const showCommand: RegisterCommand = (wire) =>
  new Command("show")
    .description("print a saved plan, whether it can still be applied or not; reads nothing but the file")
    .argument("<file>", "written by plan --out")
    .addOption(limitOption())
    .addOption(htmlOption())
    .addOption(hideValuesOption())
    .addOption(hideKeysOption())
    .addHelpText("after", "\nExamples:\n  $ planhat-sync show monday.plan --limit 1000")
    .action(wire(show));

const show: Run = async (context, [file], options) => {
  const { io, output } = context;
  const { planPrinting, printPlan } = await import("../printing/print-plan.ts");
  const own = readOptions<PrintingOptions>(options, {
    ...HIDING_READERS,
    html: optional(TEXT),
    limit: NUMBER,
  });
  const printing = await planPrinting(context, own);
  const { openPlanFile, planKeyOf } = await import("../../app/runtime.ts");
  const { load } = await import("../../app/load.ts");
  const { savedPlanView } = await import("../../app/run/saved-plan-view.ts");
  // For its secrets and the key of its plan files: it may be broken, or not be there.
  const key = await planKeyOf(context, await load(context));
  const saved = await openPlanFile(resolve(io.cwd(), file as string), key);
  const view = await savedPlanView(saved, { limit: own.limit, riskiest: printing.riskiest });
  await printPlan(context, "show", { project: { syncs: [], texts: new Map() }, view }, printing);
  output.remark(`Made with planhat-sync ${saved.header.version}.`);
  return EXIT.done;
};
