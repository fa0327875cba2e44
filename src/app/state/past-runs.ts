import type { RunRecord, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";

const SHOWN = 20;
/** More than a state keeps. */
const ALL = 1_000_000;

/** The latest runs, or the one whose id begins so. */
export async function pastRuns(context: Context, id: string | undefined): Promise<readonly RunRecord[]> {
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: true });
  try {
    if (id === undefined) return await state.runs(SHOWN);
    return [(await state.run(id)) ?? (await byBeginning(state, id))];
  } finally {
    await state.close();
  }
}

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
