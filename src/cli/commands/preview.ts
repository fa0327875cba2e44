import { Command, Option } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { positiveInteger } from "../options/plan-options.ts";
import { FLAG, NUMBER, optional, readOptions, TEXT } from "../options/read-options.ts";

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

interface PreviewOptions {
  readonly limit: number;
  readonly key?: string;
  readonly trace?: boolean;
}

const preview: Run = async (context, [name], options) => {
  const {
    limit,
    key,
    trace = false,
  } = readOptions<PreviewOptions>(options, {
    limit: NUMBER,
    key: optional(TEXT),
    trace: FLAG,
  });
  const { previewSync } = await import("../../app/trying/preview-sync.ts");
  const view = await previewSync(context, name as string, {
    limit,
    key,
    trace,
  });
  await print(context, "preview", context.output.clean(view));
  return view.rows.some(({ result }) => result.kind === "reject") ? EXIT.rejected : EXIT.done;
};
