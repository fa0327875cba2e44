import { Command } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";

export const runsCommand: RegisterCommand = (wire) =>
  new Command("runs")
    .description("list past applies and their counts, or show one")
    .argument("[id]", "id of a run, or its beginning")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync runs\n  $ planhat-sync runs --format json")
    .action(wire(runs));

const runs: Run = async (context, [given]) => {
  const id = given as string | undefined;
  const { pastRuns } = await import("../../app/state/past-runs.ts");
  const past = await pastRuns(context, id);
  await print(context, "runs", { ...context.output.clean(past), one: id !== undefined });
  return EXIT.done;
};
