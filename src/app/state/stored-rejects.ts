import type { Target } from "../../model/plan-view.ts";
import type { StoredReject } from "../../model/state-store.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { environmentOf } from "../planhat/target.ts";
import { requireKnown } from "../selection.ts";

export interface StoredRejects extends Pick<Target, "environment"> {
  readonly rejects: readonly StoredReject[];
  /** How many more there are than the state keeps. */
  readonly leftOut: number;
  /** Whether the state has seen no apply yet. */
  readonly isNew: boolean;
}

/** The records of a sync, or of all, that did not get in. */
export async function storedRejects(context: Context, sync: string | undefined): Promise<StoredRejects> {
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: true });
  try {
    const rejects = await state.rejects(sync);
    // A sync that is defined no more may have rejects still.
    if (sync !== undefined && rejects.length === 0) requireKnown(project, [sync]);
    const leftOut = await state.rejectsLeftOut(sync);
    const isNew = (await state.runs(1)).length === 0;
    return { rejects, leftOut, isNew, ...environmentOf(project) };
  } finally {
    await state.close();
  }
}
