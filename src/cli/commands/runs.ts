import { Command } from "commander";
import { load } from "../../app/context.ts";
import type { RunRecord, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { runsJson } from "../../report/run/runs-json.ts";
import { runsText, runText } from "../../report/run/runs-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

const SHOWN = 20;
/** More than a state keeps. */
const ALL = 1_000_000;

export const runsCommand: RegisterCommand = (wire) =>
  new Command("runs")
    .description("list past applies and their counts, or show one")
    .argument("[id]", "id of a run, or its beginning")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync runs\n  $ planhat-sync runs --format json")
    .action(wire(runs));

const runs: Run = async (context, [id]) => {
  const { output } = context;
  const project = await load(context);
  const { openState } = await import("../../app/runtime.ts");
  const state = await openState(context, project, true);
  const text = { colour: output.colour, width: output.width };
  const json = context.options.format === "json";
  try {
    if (id === undefined) {
      const past = await state.runs(SHOWN);
      output.show(past, (clean) => (json ? runsJson(clean) : runsText(clean, text)));
      return EXIT.done;
    }
    const run = (await state.run(id as string)) ?? (await byBeginning(state, id as string));
    output.show(run, (clean) => (json ? runsJson([clean]) : runText(clean, text)));
    return EXIT.done;
  } finally {
    await state.close();
  }
};

async function byBeginning(state: StateStore, beginning: string): Promise<RunRecord> {
  const [run, another] = (await state.runs(ALL)).filter(({ id }) => id.startsWith(beginning));
  if (run === undefined) {
    throw new Stop("name-unknown", "There is no run with that id.", { fix: "planhat-sync runs lists them." });
  }
  if (another !== undefined) {
    throw new Stop("name-unknown", "Several runs have an id that begins so.", {
      fix: `Write more of it: ${another.id} or ${run.id}, for example.`,
    });
  }
  return run;
}
