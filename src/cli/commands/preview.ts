import { Command, Option } from "commander";
import { loadForRun, requireVariables } from "../../app/context.ts";
import { positiveInteger } from "../../app/run/plan-options.ts";
import { select } from "../../app/selection.ts";
import { type SampledRow, sampleRows } from "../../app/source/sample-rows.ts";
import { ANY, columnsOf } from "../../app/source/source-columns.ts";
import { expressionPlaces } from "../../app/trying/expression-places.ts";
import { type TraceOptions, traceRow } from "../../app/trying/trace-row.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import { previewJson } from "../../report/preview/preview-json.ts";
import { previewText } from "../../report/preview/preview-text.ts";
import type { PreviewRow } from "../../report/preview/preview-view.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT, exitCode } from "../exit-code.ts";

export const previewCommand: RegisterCommand = (wire) =>
  new Command("preview")
    .description("show source rows and the records they become, side by side; writes nothing")
    .argument("<sync>", "name of a sync")
    .addOption(new Option("--limit <n>", "rows shown").default(10).argParser(positiveInteger))
    .option("--key <key>", "only the rows with this key")
    .option("--trace", "also each field's expression, what it read, and what it gave or why it failed")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync preview crm-companies\n  $ planhat-sync preview crm-companies --key a1 --trace\n  $ planhat-sync preview crm-companies --limit 3 --format json",
    )
    .action(wire(preview));

const preview: Run = async (context, [name], options) => {
  const { output } = context;
  const only = [name as string];
  const project = await loadForRun(context, columnsOf(context, { costs: ANY, only }));
  const [sync] = select(project, only);
  if (sync === undefined) throw new Error("A sync was selected and is not there.");
  requireVariables(sync);
  const now = context.clock.now();
  const sampled = await sampleRows(context, project, sync, {
    limit: options["limit"] as number,
    key: options["key"] as string | undefined,
    now,
  });
  const trace = options["trace"] === true ? { places: expressionPlaces(project, sync), now } : undefined;
  const rows = await Promise.all(sampled.map((one) => previewRow(sync, one, trace)));
  const view = { sync: sync.name, object: sync.objectType.name, file: sync.file, rows };
  const text = { colour: output.colour, width: output.width };
  const json = context.options.format === "json";
  output.show(view, (clean) => (json ? previewJson(clean) : previewText(clean, text)));
  const rejected = rows.some(({ result }) => result.kind === "reject");
  return exitCode([rejected ? EXIT.rejected : EXIT.done]);
};

async function previewRow(
  sync: CompiledSync,
  { row, result }: SampledRow,
  trace: TraceOptions | undefined,
): Promise<PreviewRow> {
  return { row, result, ...(trace === undefined ? {} : { trace: await traceRow(sync, row, result, trace) }) };
}
