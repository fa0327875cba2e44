import type { StoredReject } from "../../model/state-store.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { requireKnown } from "../selection.ts";

export interface StoredRejects {
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
    return { rejects, leftOut, isNew: (await state.runs(1)).length === 0 };
  } finally {
    await state.close();
  }
}
