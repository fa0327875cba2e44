import { resolve } from "node:path";
import { Command, Option } from "commander";
import { loadForRun, progressFor } from "../../app/context.ts";
import { hideKeysOption, hideValuesOption } from "../../app/run/hiding-options.ts";
import { Interruption } from "../../app/run/interruption.ts";
import { baselineOption, fullOption, type PlanOptions, positiveInteger } from "../../app/run/plan-options.ts";
import { htmlOption, type PrintingOptions, planPrinting, printPlan } from "../../app/run/print-plan.ts";
import { requireReplaceablePlan } from "../../app/run/replaceable-plan.ts";
import { select } from "../../app/selection.ts";
import { CHEAP, columnsOf } from "../../app/source/source-columns.ts";
import { DEFAULT_LIMIT } from "../../model/plan-view.ts";
import { escapeText } from "../../report/text/escape-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT, exitCode } from "../exit-code.ts";

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

const plan: Run = async (context, [names], options) => {
  const { baseline, limit, full = false } = options as unknown as PlanOptions;
  const { output, clock } = context;
  const printing = await planPrinting(context, options as unknown as PrintingOptions);
  const file = options["out"] as string | undefined;
  if (file !== undefined) await requireReplaceablePlan(resolve(context.io.cwd(), file));
  const { connect, openState, planKeyOf, planRun, savePlan } = await import("../../app/runtime.ts");
  const only = names as readonly string[];
  const project = await loadForRun(context, columnsOf(context, { costs: CHEAP, only }));
  const syncs = select(project, only);
  const key = file === undefined ? undefined : await planKeyOf(context, project);
  const progress = progressFor(context);
  const interruption = new Interruption(context.io, clock, (text) => output.remark(text));
  const connection = connect(context, project, progress.on, interruption.abandoned);
  const state = await openState(context, project, true);
  const runStart = clock.now();
  try {
    const planned = await planRun(context, {
      project,
      syncs,
      connection,
      state,
      baseline,
      limit,
      riskiest: printing.riskiest,
      full,
      runStart,
      onProgress: progress.on,
      signal: interruption.signal,
    });
    progress.stop();
    const { view, violations } = planned;
    try {
      if (file !== undefined) await savePlan(context, project, planned, { file, state, key });
    } finally {
      await planned.dispose();
    }
    await printPlan(context, project, view, printing);
    if (file !== undefined) {
      const shown = escapeText(file);
      output.remark(
        `Saved in ${shown}. It holds the records' values; \`planhat-sync apply ${shown}\` writes it.`,
      );
    }
    for (const violation of violations) output.remark(`guard: ${violation}`);
    const changes = view.syncs.some(({ summary }) => summary.create + summary.update > 0);
    const rejects = view.syncs.some(({ summary }) => summary.reject > 0);
    return exitCode([
      violations.length > 0 ? EXIT.guard : EXIT.done,
      rejects ? EXIT.rejected : EXIT.done,
      changes && options["detailedExitcode"] === true ? EXIT.changes : EXIT.done,
    ]);
  } catch (error) {
    progress.stop();
    if (interruption.code !== undefined) return interruption.code;
    throw error;
  } finally {
    interruption.dispose();
    await state.close();
    await connection.close();
  }
};

export function limitOption(): Option {
  return new Option("--limit <n>", "changes and rejects listed for each sync")
    .default(DEFAULT_LIMIT)
    .argParser(positiveInteger);
}
