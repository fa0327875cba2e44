import { keyMapping } from "../../engine/keys/key-mapping.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { SeenColumns, StateStore, SyncRun } from "../../model/state-store.ts";
import { refuseOtherKinds } from "../source/column-kinds.ts";

/** Runs of which the latest with the sync counts: as many as are kept. */
const MOST_RUNS = 1000;

/** What was seen now, beside what an earlier apply has seen of columns that held no value now. Throws where they differ. */
export async function seenColumns(
  state: StateStore,
  sync: CompiledSync,
  now: SeenColumns,
): Promise<SeenColumns> {
  if (Object.keys(now.kinds).length === 0) return now;
  const before = (await latest(state, sync, ({ columns }) => columns !== undefined))?.columns;
  if (before?.definition !== now.definition) return now;
  refuseOtherKinds(sync, before.kinds, now.kinds);
  return { ...now, kinds: { ...before.kinds, ...now.kinds } };
}

/** Whether the keys of the sync are made of something else than in its latest apply. */
export async function isRekeyed(state: StateStore, sync: CompiledSync): Promise<boolean> {
  const now = keyMapping(sync);
  if (now === undefined) return false;
  const before = await latest(state, sync, ({ keyMapping }) => keyMapping !== undefined);
  return before !== undefined && before.keyMapping !== now;
}

async function latest(
  state: StateStore,
  { name }: CompiledSync,
  says: (run: SyncRun) => boolean,
): Promise<SyncRun | undefined> {
  const runs = (await state.runs(MOST_RUNS)).flatMap(({ syncs }) => syncs);
  return runs.find((run) => run.sync === name && says(run));
}
