import { Command, Option } from "commander";
import type { CompiledSync, Transformed } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";
import { previewJson } from "../../report/preview-json.ts";
import { previewText } from "../../report/preview-text.ts";
import { openSource } from "../../sources/index.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type Context, loadForRun, requireVariables, sourceContext } from "../context.ts";
import { EXIT, exitCode } from "../exit-code.ts";
import { positiveInteger } from "../plan-options.ts";
import { select } from "../selection.ts";
import { ANY, columnsOf } from "../source-columns.ts";

export const previewCommand: RegisterCommand = (wire) =>
  new Command("preview")
    .description("show source rows and the records they become, side by side; writes nothing")
    .argument("<sync>", "name of a sync")
    .addOption(new Option("--limit <n>", "rows shown").default(10).argParser(positiveInteger))
    .option("--key <key>", "only the rows with this key")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync preview crm-companies\n  $ planhat-sync preview crm-companies --key a1",
    )
    .action(wire(preview));

const preview: Run = async (context, [name], options) => {
  const { output } = context;
  const only = [name as string];
  const project = await loadForRun(context, columnsOf(context, { kinds: ANY, only }));
  const [sync] = select(project, only);
  if (sync === undefined) throw new Error("A sync was selected and is not there.");
  requireVariables(sync);
  const rows = await sample(
    context,
    project,
    sync,
    options["limit"] as number,
    options["key"] as string | undefined,
  );
  const view = { sync: sync.name, object: sync.objectType.name, rows };
  const text = { colour: output.colour, width: output.width };
  output.result(context.options.format === "json" ? previewJson(view) : previewText(view, text));
  const rejected = rows.some(({ result }) => result.kind === "reject");
  return exitCode([rejected ? EXIT.rejected : EXIT.done]);
};

async function sample(
  context: Context,
  project: Project,
  sync: CompiledSync,
  limit: number,
  key: string | undefined,
): Promise<readonly { readonly row: Row; readonly result: Transformed }[]> {
  const source = await openSource(sync.source, sourceContext(context, project));
  const runStart = context.clock.now();
  const shown: { row: Row; result: Transformed }[] = [];
  for await (const rows of source.read({ signal: new AbortController().signal })) {
    // Without a key to look for, no more rows are transformed than are shown.
    const some = key === undefined ? rows.slice(0, limit - shown.length) : rows;
    const results = await sync.transform(some, runStart);
    results.forEach((result, index) => {
      const row = some[index];
      if (row === undefined || shown.length >= limit) return;
      if (key === undefined || keyOf(result) === key) shown.push({ row, result });
    });
    if (shown.length >= limit) break;
  }
  if (shown.length === 0 && key !== undefined) {
    throw new Stop("usage", "No row of the source has that key.", {
      hint: `The key of ${sync.name} is ${sync.key ?? "not mapped"}; keys are compared exactly.`,
    });
  }
  return shown;
}

function keyOf(result: Transformed): string | null {
  return result.kind === "record" ? result.record.key : result.rejection.key;
}
