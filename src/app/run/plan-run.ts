import { access, constants, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { autoBatchSize, MAX_ITEMS } from "../../engine/batcher.ts";
import { guardsOfPart, guardViolations } from "../../engine/guards.ts";
import { type Plan, plan } from "../../engine/plan.ts";
import { PlannedCreates } from "../../engine/planned-creates.ts";
import type { RetrySelection } from "../../engine/retry-selection.ts";
import { type RunGroup, runOrder } from "../../engine/run-order.ts";
import type { CallCount } from "../../model/change.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import { sha256 } from "../../model/fingerprint.ts";
import { given } from "../../model/given.ts";
import { type BaselineKind, type PlanView, type SyncPlanView, secondsAtRate } from "../../model/plan-view.ts";
import type { OnProgress } from "../../model/progress.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { SeenColumns, StateStore, Watermark } from "../../model/state-store.ts";
import { plural } from "../../report/text/amounts.ts";
import { ensurePrivateFolder } from "../../state/private-folder.ts";
import { openRowStore } from "../../state/row-store.ts";
import { openSpool } from "../../state/spool.ts";
import type { Context } from "../context.ts";
import { isStream, requireAnalytics } from "../planhat/analytics.ts";
import type { Connection } from "../planhat/connection.ts";
import { targetOf } from "../planhat/target.ts";
import { requireVariables } from "../settings.ts";
import { openSyncSource } from "../source/sync-source.ts";
import { localFolder } from "../state/state-location.ts";
import { isRekeyed, seenColumns } from "./earlier-runs.ts";
import { oddKeyWarnings } from "./odd-keys.ts";
import { guardedCounts, parkedWarning, parkingOf } from "./parked.ts";

export interface PlanRequest {
  readonly project: Project;
  readonly syncs: readonly CompiledSync[];
  readonly connection: Connection;
  readonly state: StateStore;
  readonly baseline: BaselineKind;
  /** Reads whole sources although a watermark would let it read less. */
  readonly full: boolean;
  /** Plans these rows alone, of whole sources; absent: all. */
  readonly only?: ReadonlyMap<CompiledSync, RetrySelection>;
  /** Changes and rejects listed per sync. */
  readonly limit: number;
  /** Changes listed besides, the riskiest ones of each sync. */
  readonly riskiest?: number;
  /** Milliseconds since the epoch: what $now() answers. */
  readonly runStart: number;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** One sync's plan: what is shown, and what is written. */
export interface PlannedSync {
  readonly sync: CompiledSync;
  readonly view: SyncPlanView;
  readonly plan: Pick<Plan, "items">;
  /** What the definition means, with what else decides about its rows. */
  readonly definition: string;
  /** Where the next apply may go on reading, once everything of this one is accepted. */
  readonly watermark: Watermark | undefined;
  /** What it costs where no call has to be repeated: the same each time. */
  readonly smoothCalls: CallCount;
  /** What was seen of the source's columns, for the next plan to compare with. */
  readonly columns?: SeenColumns;
  /** Which rows were planned, where it is not all of them. */
  readonly only?: RetrySelection;
  readonly seconds: number;
  /** Gives its temporary files back. */
  dispose(): Promise<void>;
}

export interface PlannedRun {
  readonly groups: readonly RunGroup[];
  readonly planned: ReadonlyMap<CompiledSync, PlannedSync>;
  readonly view: PlanView;
  /** Why the guards of a definition forbid to apply it. */
  readonly violations: readonly string[];
  dispose(): Promise<void>;
}

/** Plans every sync in the order in which they would be applied. Writes nothing but temporary files of its own. */
export async function planRun(context: Context, request: PlanRequest): Promise<PlannedRun> {
  const { project, syncs, state } = request;
  for (const sync of syncs) requireVariables(sync, project.settings);
  requireAnalytics(project, syncs);
  const groups = runOrder(syncs);
  const planned = new Map<CompiledSync, PlannedSync>();
  const dispose = async (): Promise<void> => {
    for (const one of planned.values()) await one.dispose();
  };
  const violations: string[] = [];
  const ordered = groups.flatMap((group) => group.syncs);
  const plannedCreates = new PlannedCreates(groups);
  try {
    for (const sync of ordered) {
      const one = await planSync(context, request, sync, plannedCreates);
      planned.set(sync, one);
      const guarded = one.only === undefined ? sync : { ...sync, guards: guardsOfPart(sync.guards) };
      const known = await state.count(sync.name);
      const counts = guardedCounts(one.view);
      // It reads the run history: not for a plan that creates nothing, as most do.
      const rekeyed = known > 0 && counts.create > 0 && (await isRekeyed(state, sync));
      const own = guardViolations(guarded, counts, { known, rekeyed });
      if (own.length === 0) continue;
      planned.set(sync, { ...one, view: { ...one.view, violations: own } });
      violations.push(...own);
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  const view: PlanView = {
    syncs: [...planned.values()].map(({ view }) => view),
    ...targetOf(project),
    baseline: request.baseline,
    callsPerMinute: project.settings.limits.callsPerMinute,
    diagnostics: project.diagnostics,
  };
  return { groups, planned, view, violations, dispose };
}

async function planSync(
  context: Context,
  request: PlanRequest,
  sync: CompiledSync,
  plannedCreates: PlannedCreates,
): Promise<PlannedSync> {
  const { connection, state, limit, riskiest = 0, signal, onProgress } = request;
  const started = context.clock.monotonic();
  const only = request.only?.get(sync);
  const before = connection.counter.totals;
  const dir = await temporaryDir(context, request.project);
  const spool = openSpool({ dir });
  const decided = openSpool({ dir });
  const rowStore = openRowStore<CurrentRecord>({ dir });
  const dispose = async (): Promise<void> => {
    await spool.dispose();
    await decided.dispose();
    await rowStore.dispose();
  };
  let planned: Plan;
  let definition: string;
  let watermark: Watermark | undefined;
  let columns: SeenColumns;
  try {
    const source = await openSyncSource(context, request.project, sync);
    definition = await definitionOf(sync, source);
    const after = await readFrom(request, sync, definition);
    // Who tries the rejected records again means those that are parked too.
    const parking = only === undefined ? await parkingOf(sync, request) : undefined;
    planned = await plan(sync, {
      rows: source.read({ signal, ...given({ after }) }),
      // Whatever a run compares with: a point that was sent is not sent twice.
      compare:
        request.baseline === "none" && !isStream(sync)
          ? undefined
          : (name, records) => state.compare(name, records),
      runStart: request.runStart,
      only: only && ((one) => only.takes(one)),
      target: connection.target,
      ...(request.baseline === "live" && {
        live: {
          atLeast: await state.count(sync.name),
          willBeCreated: (objectType, reference) => plannedCreates.willBeCreated(sync, objectType, reference),
        },
      }),
      spool,
      decided,
      rowStore,
      lists: { limit, riskiest },
      ...given({ parking }),
      onChange: (change) => plannedCreates.note(sync, change),
      isAwaited: ({ key, reason }) => reason === "missing" && plannedCreates.isNew(sync, key),
      onProgress,
      signal,
    });
    columns = await seenColumns(state, sync, { definition, kinds: source.kinds() });
    const value = source.watermark?.();
    // A read that found nothing new says nothing about how far it came, nor does one that left rows out.
    const isOpen = value !== undefined && only === undefined && !context.redaction.holdsSecret(value);
    watermark = isOpen ? { value, definition } : undefined;
    // What was read is decided: nobody looks at it again.
    await spool.dispose();
    await rowStore.dispose();
  } catch (error) {
    await dispose();
    throw error;
  }
  const { tally, lists, awaited } = planned;
  const { summary, skips, drifted, alike } = tally;
  const written = summary.create + summary.update;
  onProgress({ kind: "planned", sync: sync.name, rows: summary.read, changes: written });
  const perMinute = request.project.settings.limits.callsPerMinute;
  const { read, retried } = connection.counter.totals;
  const calls = callsOf(sync, read - before.read, written, perMinute);
  const view = {
    name: sync.name,
    object: sync.objectType.name,
    mode: sync.mode,
    key: sync.key,
    summary,
    skips,
    calls,
    seconds: secondsAtRate(calls, perMinute),
    ...lists,
    drifted,
    alikeCount: alike,
    uniform: planned.uniform,
    warnings: [
      ...planned.warnings,
      ...awaitedWarning(awaited),
      ...oddKeyWarnings(tally.oddKeys),
      ...parkedWarning(lists),
    ],
  };
  return {
    sync,
    view,
    plan: planned,
    definition,
    watermark,
    smoothCalls: callsOf(sync, read - before.read - (retried - before.retried), written, perMinute),
    ...(Object.keys(columns.kinds).length === 0 ? {} : { columns }),
    ...given({ only }),
    seconds: (context.clock.monotonic() - started) / 1000,
    dispose,
  };
}

/** An update changes what Planhat holds when it is planned. */
function awaitedWarning(records: number): readonly string[] {
  if (records === 0) return [];
  const are = records === 1 ? "is" : "are";
  return [
    `${plural(records, "skipped record")} ${are} created by another sync of this run: the next apply updates what is there then.`,
  ];
}

/**
 * The watermark of the last apply whose every record was accepted. Another definition begins anew: what it maps
 * differently has to reach the old rows too. So does a run that compares with nothing.
 */
async function readFrom(
  { state, full, baseline }: PlanRequest,
  sync: CompiledSync,
  definition: string,
): Promise<string | undefined> {
  if (full || baseline === "none") return undefined;
  const watermark = await state.watermark(sync.name);
  return watermark?.definition === definition ? watermark.value : undefined;
}

export async function definitionOf(sync: CompiledSync, source: Source): Promise<string> {
  const meaning = await source.meaning?.();
  return meaning === undefined ? sync.fingerprint : sha256(`${sync.fingerprint}\n${meaning}`);
}

/** What planning a sync cost, and what writing its changes will. */
export function callsOf(
  sync: CompiledSync,
  read: number,
  changes: number,
  callsPerMinute: number,
): SyncPlanView["calls"] {
  return { read, write: Math.ceil(changes / batchSizeOf(sync, changes, leftOfMinute(read, callsPerMinute))) };
}

/** Calls of the minute that so many reads leave. */
export function leftOfMinute(reads: number, callsPerMinute: number): number {
  return callsPerMinute - (reads % callsPerMinute);
}

/** Items a batch, for a run that writes `changes` records and has so many calls of the minute for them. */
export function batchSizeOf(sync: CompiledSync, changes: number, calls: number): number {
  const { stream } = sync.objectType;
  if (stream !== undefined) return sync.batchSize === "auto" ? stream.maxItems : sync.batchSize;
  return sync.batchSize === "auto" ? autoBatchSize(changes, calls) : Math.min(sync.batchSize, MAX_ITEMS);
}

/** Beside the state, where nobody else may read; in the system's own folder where a plan finds the project read-only. */
export async function temporaryDir(context: Context, project: Project): Promise<string> {
  const folder = localFolder(context, project);
  const dir = join(folder, "tmp");
  try {
    ensurePrivateFolder(folder);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
    return dir;
  } catch {
    return tmpdir();
  }
}
