import { given } from "../../model/given.ts";
import type { RecordKey } from "../../model/record.ts";
import type { LeaseHolder, Remembered, StateStore } from "../../model/state-store.ts";
import type { StateView } from "../../report/state/state-view.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { environmentOf } from "../planhat/target.ts";
import { requireKnown } from "../selection.ts";

/** What the state remembers of every sync, or of one, record by record. */
export async function remembered(
  context: Context,
  { sync, limit }: { readonly sync: string | undefined; readonly limit: number },
): Promise<StateView> {
  const project = await load(context);
  const { openState, statePlace } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: true });
  try {
    const syncs: StateView["syncs"][number][] = [];
    for (const one of await state.syncs()) {
      const watermark = await state.watermark(one.sync);
      syncs.push({ ...one, ...given({ watermark: watermark?.value }) });
    }
    const holder = await state.holder();
    const own = sync === undefined ? undefined : { sync, ...(await first(state.entries(sync), limit)) };
    if (own?.total === 0) requireKnown(project, [own.sync]);
    return {
      ...environmentOf(project),
      location: statePlace(context, project),
      syncs,
      ...given({ holder, entries: own }),
    };
  } finally {
    await state.close();
  }
}

async function first(
  entries: AsyncIterable<Remembered>,
  limit: number,
): Promise<{ readonly total: number; readonly shown: readonly Remembered[] }> {
  const shown: Remembered[] = [];
  let total = 0;
  for await (const entry of entries) {
    if (shown.length < limit) shown.push(entry);
    total += 1;
  }
  return { total, shown };
}

export interface ForgetOptions {
  readonly sync: string;
  /** One record; absent: all. */
  readonly key: string | undefined;
  /** Only what was sent and never answered. */
  readonly pending: boolean;
}

/** Forgets records, so that the next apply compares as if they had never been sent. Answers how many. */
export async function forget(context: Context, { sync, key, pending }: ForgetOptions): Promise<number> {
  const { clock } = context;
  const project = await load(context);
  const { holdLease, newRunId, openState } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: false });
  try {
    const lease = await holdLease(context, state, newRunId(clock.now()), {
      timeout: 0,
      signal: new AbortController().signal,
      onLost: () => undefined,
    });
    const count =
      pending && key === undefined
        ? await forgetPending(state, sync)
        : await state.forget(sync, key as RecordKey | undefined);
    await lease.release();
    // A sync that is defined no more may be remembered still.
    if (count === 0) requireKnown(project, [sync]);
    return count;
  } finally {
    await state.close();
  }
}

async function forgetPending(state: StateStore, sync: string): Promise<number> {
  const pending: RecordKey[] = [];
  for await (const entry of state.entries(sync)) if (entry.kind === "pending") pending.push(entry.key);
  for (const key of pending) await state.forget(sync, key);
  return pending.length;
}

export type Unlocking =
  | { readonly kind: "free" }
  | { readonly kind: "kept"; readonly holder: LeaseHolder }
  | { readonly kind: "broken"; readonly holder: LeaseHolder }
  /** It ended by itself while somebody was asked. */
  | { readonly kind: "ended"; readonly holder: LeaseHolder };

/** Takes the lock away from an apply that is gone for good, where `approve` says so. */
export async function unlock(
  context: Context,
  approve: (holder: LeaseHolder, environment: string | undefined) => Promise<boolean>,
): Promise<Unlocking> {
  const project = await load(context);
  const { openState } = await import("../runtime.ts");
  const state = await openState(context, project, { readOnly: false });
  try {
    const holder = await state.holder();
    if (holder === undefined) return { kind: "free" };
    if (!(await approve(holder, environmentOf(project).environment))) return { kind: "kept", holder };
    // Who was asked about, and nobody who came meanwhile.
    return { kind: (await state.breakLease(holder.run)) ? "broken" : "ended", holder };
  } finally {
    await state.close();
  }
}
