import { resolve } from "node:path";
import { Command } from "commander";
import { escapeText } from "../../report/text/escape-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT, exitCode } from "../exit-code.ts";
import { HIDING_READERS, hideKeysOption, hideValuesOption } from "../options/hiding-options.ts";
import {
  baselineOption,
  fullOption,
  htmlOption,
  limitOption,
  PLAN_READERS,
  type PlanOptions,
} from "../options/plan-options.ts";
import { FLAG, optional, readOptions, TEXT } from "../options/read-options.ts";
import type { PrintingOptions } from "../printing/print-plan.ts";

export const planCommand: RegisterCommand = (wire) =>
  new Command("plan")
    .description("show what an apply would change in Planhat, record by record; writes nothing")
    .argument("[sync...]", "names of syncs; all by default")
    .addOption(baselineOption())
    .addOption(limitOption())
    .addOption(fullOption())
    .addOption(htmlOption())
    .option("--out <file>", "save the plan for `apply FILE`, which writes exactly that")
    .addOption(hideValuesOption())
    .addOption(hideKeysOption())
    .option("--detailed-exitcode", "exit with 2 when there are changes")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync plan\n  $ planhat-sync plan crm-companies --limit 5 --format json\n  $ planhat-sync plan --html plan.html --hide-values",
    )
    .action(wire(plan));

interface OwnOptions extends PlanOptions, PrintingOptions {
  readonly out?: string;
  readonly detailedExitcode?: boolean;
}

const plan: Run = async (context, [names], options) => {
  const own = readOptions<OwnOptions>(options, {
    ...PLAN_READERS,
    ...HIDING_READERS,
    html: optional(TEXT),
    out: optional(TEXT),
    detailedExitcode: FLAG,
  });
  const { baseline, limit, full = false, out, detailedExitcode = false } = own;
  const { output } = context;
  const { planPrinting, printPlan } = await import("../printing/print-plan.ts");
  const printing = await planPrinting(context, own);
  const file = out === undefined ? undefined : resolve(context.io.cwd(), out);
  if (file !== undefined) {
    const { requireReplaceablePlan } = await import("../../app/run/replaceable-plan.ts");
    await requireReplaceablePlan(file);
  }
  const { planKeyOf, savePlan } = await import("../../app/runtime.ts");
  const { loadForRun } = await import("../../app/load.ts");
  const { planProject } = await import("../../app/run/plan-project.ts");
  const { select } = await import("../../app/selection.ts");
  const { CHEAP, columnsOf } = await import("../../app/source/source-columns.ts");
  const { Interruption } = await import("../interruption.ts");
  const { progressFor } = await import("../progress.ts");
  const only = names as readonly string[];
  const project = await loadForRun(context, columnsOf(context, { costs: CHEAP, only }));
  const syncs = select(project, only);
  const key = file === undefined ? undefined : await planKeyOf(context, project);
  const progress = progressFor(context);
  const interruption = new Interruption(context.io, context.clock, (text) => output.remark(text));
  const { signal, abandoned } = interruption;
  const request = { syncs, baseline, limit, full, riskiest: printing.riskiest, signal, abandoned };
  try {
    const { view, violations } = await planProject(
      context,
      project,
      { ...request, onProgress: progress.on },
      async (planned, state) => {
        progress.stop();
        if (file !== undefined) await savePlan(context, project, planned, { file, state, key });
        return planned;
      },
    );
    await printPlan(context, "plan", { project, view }, printing);
    if (out !== undefined) {
      const shown = escapeText(out);
      const { env } = context.options;
      const how = `planhat-sync apply ${shown}${env === undefined ? "" : ` --env ${escapeText(env)}`}`;
      output.remark(`Saved in ${shown}. It holds the records' values; \`${how}\` writes it.`);
    }
    for (const violation of violations) output.remark(`guard: ${violation}`);
    const changes = view.syncs.some(({ summary }) => summary.create + summary.update > 0);
    const rejects = view.syncs.some(({ summary }) => summary.reject > 0);
    return exitCode([
      violations.length > 0 ? EXIT.guard : EXIT.done,
      rejects ? EXIT.rejected : EXIT.done,
      changes && detailedExitcode ? EXIT.changes : EXIT.done,
    ]);
  } catch (error) {
    if (interruption.code !== undefined) return interruption.code;
    throw error;
  } finally {
    progress.stop();
    interruption.dispose();
  }
};
