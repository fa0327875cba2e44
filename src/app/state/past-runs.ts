import type { Target } from "../../model/plan-view.ts";
import type { RunRecord, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { environmentOf } from "../planhat/target.ts";

const SHOWN = 20;
/** More than a state keeps. */
const ALL = 1_000_000;

export interface PastRuns extends Pick<Target, "environment"> {
  readonly runs: readonly RunRecord[];
}

/** The latest runs, or the one whose id begins so. */
export async function pastRuns(context: Context, id: string | undefined): Promise<PastRuns> {
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: true });
  try {
    const runs =
      id === undefined ? await state.runs(SHOWN) : [(await state.run(id)) ?? (await byBeginning(state, id))];
    return { runs, ...environmentOf(project) };
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
