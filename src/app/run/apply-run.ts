import { apply } from "../../engine/apply.ts";
import { MAX_BYTES, MAX_ITEMS } from "../../engine/batcher.ts";
import { runStatus } from "../../engine/run-tally.ts";
import type { ChangeSource } from "../../engine/write-group.ts";
import type { Change } from "../../model/change.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import { given } from "../../model/given.ts";
import type { BatchResult } from "../../model/outcome.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import type { Rejection, RunId } from "../../model/record.ts";
import { rejectCauses } from "../../model/reject-causes.ts";
import type { RunReport } from "../../model/run-report.ts";
import type { Lease, StateStore } from "../../model/state-store.ts";
import { Stop, stopOf } from "../../model/stop.ts";
import { callsLeave } from "../../planhat/api/client.ts";
import { checkpoint } from "../checkpoint.ts";
import type { Context } from "../context.ts";
import type { Connection } from "../planhat/connection.ts";
import { namedTarget } from "../planhat/target.ts";
import { batchSizeOf, leftOfMinute, type PlannedRun, type PlannedSync } from "./plan-run.ts";
import { payerOf, SyncRunRecord } from "./sync-run-record.ts";

export interface ApplyRequest {
  readonly project: Project;
  readonly connection: Connection;
  readonly state: StateStore;
  readonly lease: Lease;
  readonly run: RunId;
  readonly plan: PlannedRun;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  /** Monotonic milliseconds at which the run started, planning included; the wait for an answer is left out of it. */
  readonly started: number;
}

/** Writes a plan, and remembers what became of every change. The run is recorded however it ends. */
export async function applyRun(context: Context, request: ApplyRequest): Promise<RunReport> {
  const { connection, state, lease, run, plan } = request;
  const records = new Map<string, SyncRunRecord>();
  for (const one of plan.planned.values()) {
    records.set(one.sync.name, new SyncRunRecord(one, await state.rejects(one.sync.name)));
  }
  // A process that was stopped for a while may wake up and find that another apply has taken over.
  connection.permitWrites(() => lease.verify());
  await state.startRun(
    run,
    lease,
    [...records.values()].map((record) => record.run()),
  );
  await checkpoint(context, "run-started");
  const stop = await writeAll(context, request, records).catch(asStop);
  await checkpoint(context, "written");
  const syncs = [...records.values()].map((record) => record.run());
  const ended = stop === undefined ? "whole" : stop.kind === "interrupted" ? "interrupted" : "stopped";
  const overwritten = [...records.values()].flatMap((record) => record.overwritten ?? []);
  const unlikePlan = [
    ...[...plan.planned.values()].map(({ view }) => view.skips.changed),
    ...overwritten.map(({ count }) => count),
  ];
  const status = runStatus(
    syncs.map(({ summary }) => summary),
    ended,
    unlikePlan.reduce((sum, count) => sum + count, 0),
  );
  const rejects: Rejection[] = [];
  try {
    for (const [name, record] of records) {
      const own = await record.rejects();
      await checkpoint(context, "saving-rejects");
      await state.saveRejects(run, lease, name, own, await record.untouched());
      await checkpoint(context, "saving-watermark");
      const { watermark } = record.planned;
      const isWhole = stop === undefined && record.isWhole;
      if (watermark !== undefined && isWhole) await state.saveWatermark(run, lease, name, watermark);
      rejects.push(...own);
    }
    await checkpoint(context, "finishing-run");
    await state.finishRun(run, lease, status, syncs);
    await checkpoint(context, "run-finished");
  } catch (error) {
    // What ended the run already says more than that its end could not be written down.
    if (stop === undefined) throw error;
  }
  return {
    ...namedTarget(request.project),
    run,
    status,
    syncs,
    seconds: (context.clock.monotonic() - request.started) / 1000,
    ...given({ stop }),
    causes: rejectCauses(rejects),
    overwritten,
    changedMeanwhile: plan.view.syncs.flatMap(({ name, skipped }) =>
      skipped.filter(({ reason }) => reason === "changed").map((row) => ({ ...row, sync: name })),
    ),
  };
}

/** Answers the Stop that ended the writing before its time. */
async function writeAll(
  context: Context,
  request: ApplyRequest,
  records: ReadonlyMap<string, SyncRunRecord>,
): Promise<Stop | undefined> {
  const { clock } = context;
  const { project, connection, state, lease, run, plan, onProgress, signal } = request;
  const { concurrency, callsPerMinute } = project.settings.limits;
  const groups = plan.groups.map(({ after, syncs }) => ({
    after,
    planned: syncs.flatMap((sync) => plan.planned.get(sync) ?? []),
  }));
  const results = apply(
    groups.map((group) => ({ ...group, sources: changeSources(group.planned, callsPerMinute) })),
    {
      writer: connection.writer,
      limits: { items: MAX_ITEMS, bytes: MAX_BYTES },
      concurrency,
      intend: async (changes) => {
        await checkpoint(context, "intending");
        await state.intend(run, lease, changes);
        await checkpoint(context, "intended");
      },
      settle: async (settled) => {
        await checkpoint(context, "settling");
        const runs = [...records.values()].map((record) => record.run(settled));
        await state.settle(run, lease, settled.outcomes, runs);
        await checkpoint(context, "settled");
      },
      callsLeave,
      signal,
    },
  );
  const track = tracker(
    groups.map(({ planned }) => planned),
    connection,
    onProgress,
  );
  let stop: Stop | undefined;
  let last = clock.monotonic();
  for await (const result of results) {
    stop ??= result.stop;
    for (const outcome of result.outcomes) records.get(outcome.change.sync)?.count(outcome);
    const now = clock.monotonic();
    records.get(payerOf(result) ?? "")?.spend(result.calls, (now - last) / 1000);
    last = now;
    track(result);
  }
  return stop ?? (signal.aborted ? stopOf(signal) : undefined);
}

function changeSources(group: readonly PlannedSync[], callsPerMinute: number): readonly ChangeSource[] {
  const total = sumOfChanges(group);
  const reads = group.reduce((sum, { view }) => sum + view.calls.read, 0);
  const calls = leftOfMinute(reads, callsPerMinute);
  return group
    .filter((one) => sumOfChanges([one]) > 0)
    .map(({ sync, plan, view }) => ({
      target: { objectType: sync.objectType.name, keyField: sync.key },
      batchSize: {
        items: batchSizeOf(sync, total, calls),
        adapts: sync.batchSize === "auto",
      },
      ...limitsOf(sync),
      changes: () => inRounds(plan, view.alikeCount > 0),
    }));
}

/**
 * Records whose keys are almost one go in requests of their own: those of earlier rows with everything else, the others
 * behind it all, so that few requests are cut short for it.
 */
async function* inRounds(plan: PlannedSync["plan"], hasAlike: boolean): AsyncIterable<readonly Change[]> {
  for (const later of hasAlike ? [false, true] : [false]) {
    for await (const some of plan.items()) {
      yield some.flatMap((item) =>
        item.kind === "change" && goesLater(item.change) === later ? [item.change] : [],
      );
    }
  }
}

function goesLater({ alike = [], position }: Change): boolean {
  return alike.some(({ other }) => "row" in other && other.row < position.row);
}

/** The analytics host takes more items, and 32 MB: a tenth is left for what a body grows by on its way. */
function limitsOf({ objectType: { stream } }: CompiledSync): Pick<ChangeSource, "limits"> {
  if (stream === undefined) return {};
  return { limits: { items: stream.maxItems, bytes: Math.floor(MAX_BYTES * 0.9) } };
}

/** Tells the progress of each object type. */
function tracker(
  groups: readonly (readonly PlannedSync[])[],
  connection: Connection,
  onProgress: OnProgress,
): (result: BatchResult) => void {
  const progress = new Map<string, { object: string; total: number; done: number; refused: number }>();
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const own = { object: first.sync.objectType.plural, total: sumOfChanges(group), done: 0, refused: 0 };
    for (const { sync } of group) progress.set(sync.name, own);
  }
  return ({ outcomes }) => {
    const own = progress.get(outcomes[0]?.change.sync ?? "");
    if (own === undefined) return;
    // What was not sent, or has no known outcome, is not written.
    own.done += outcomes.filter(({ kind }) => kind === "applied" || kind === "refused").length;
    own.refused += outcomes.filter(({ kind }) => kind === "refused").length;
    onProgress({ kind: "writing", ...own, callsLeft: connection.callsLeft() });
  };
}

function sumOfChanges(group: readonly PlannedSync[]): number {
  return group.reduce((sum, { view }) => sum + view.summary.create + view.summary.update, 0);
}

/** A Stop ends the run with a report; anything else is a bug and goes on up. */
function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error;
  throw error;
}
