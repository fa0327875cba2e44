import { Command, Option } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { portNumber, positiveInteger } from "../options/plan-options.ts";
import { FLAG, NUMBER, readOptions, TEXTS } from "../options/read-options.ts";
import type { WatchOptions } from "../watch/watch-project.ts";

export const watchCommand: RegisterCommand = (wire) =>
  new Command("watch")
    .description("on each save: validate, test, and show what the first rows become and what differs")
    .argument("[sync...]", "names of syncs; all by default")
    .addOption(new Option("--limit <n>", "sample rows of each sync").default(10).argParser(positiveInteger))
    .addOption(
      new Option("--key <key>", "show the row with this key too; may be repeated")
        .default([], "none")
        .argParser((key: string, keys: readonly string[]) => [...keys, key]),
    )
    .option("--apply", "write to a sandbox on this machine after each good save")
    .option("--sandbox", "start that sandbox")
    .option("--ui", "serve a page beside it, on this machine only")
    .addOption(
      new Option("--port <n>", "port of the page; 0 takes a free one").default(0).argParser(portNumber),
    )
    .option("--once", "run once and end; so does CI=true")
    .addHelpText(
      "after",
      "\nKeys: a all, p plan now, t tests, enter again, q quit.\n\nExamples:\n  $ planhat-sync watch\n  $ planhat-sync watch crm-companies --key a1\n  $ planhat-sync watch --ui --apply --sandbox",
    )
    .action(wire(watch));

const watch: Run = async (context, [names], options) => {
  const { watchProject } = await import("../watch/watch-project.ts");
  return watchProject(
    context,
    names as readonly string[],
    readOptions<WatchOptions>(options, {
      once: FLAG,
      apply: FLAG,
      sandbox: FLAG,
      ui: FLAG,
      port: NUMBER,
      limit: NUMBER,
      key: TEXTS,
    }),
  );
};
