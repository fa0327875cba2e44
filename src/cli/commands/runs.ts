import { Command } from "commander";
import { Stop } from "../../model/stop.ts";
import { runsJson } from "../../report/runs-json.ts";
import { runsText, runText } from "../../report/runs-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { load } from "../context.ts";
import { EXIT } from "../exit-code.ts";

const SHOWN = 20;

export const runsCommand: RegisterCommand = (wire) =>
  new Command("runs")
    .description("list past applies and their counts, or show one")
    .argument("[id]", "id of a run, or its beginning")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync runs\n  $ planhat-sync runs --format json")
    .action(wire(runs));

const runs: Run = async (context, [id]) => {
  const { output } = context;
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = openState(context, project, true);
  const text = { colour: output.colour, width: output.width };
  const json = context.options.format === "json";
  try {
    if (id === undefined) {
      const past = await state.runs(SHOWN);
      output.result(json ? runsJson(past) : runsText(past, text));
      return EXIT.done;
    }
    const run = await state.run(id as string);
    if (run === undefined) {
      throw new Stop("usage", "There is no run with that id.", { hint: "planhat-sync runs lists them." });
    }
    output.result(json ? runsJson([run]) : runText(run, text));
    return EXIT.done;
  } finally {
    await state.close();
  }
};
