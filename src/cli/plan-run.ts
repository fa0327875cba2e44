import { access, constants, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { autoBatchSize, MAX_ITEMS } from "../engine/batcher.ts";
import type { Candidate } from "../engine/candidate.ts";
import { guardViolations } from "../engine/guards.ts";
import { type Plan, plan } from "../engine/plan.ts";
import { PlanTally } from "../engine/plan-tally.ts";
import { type RunGroup, runOrder } from "../engine/run-order.ts";
import type { Change } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import { sha256 } from "../model/fingerprint.ts";
import {
  type BaselineKind,
  type PlanView,
  type SkippedRow,
  type SyncPlanView,
  secondsAtRate,
} from "../model/plan-view.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Project } from "../model/project.ts";
import type { Rejection } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Spool } from "../model/spool.ts";
import type { StateStore, Watermark } from "../model/state-store.ts";
import { openSource } from "../sources/index.ts";
import { openSpool } from "../state/spool.ts";
import { isStream, requireAnalytics } from "./analytics.ts";
import { type Connection, statePath } from "./connection.ts";
import { type Context, requireVariables, sourceContext } from "./context.ts";

export interface PlanRequest {
  readonly project: Project;
  readonly syncs: readonly CompiledSync[];
  readonly connection: Connection;
  readonly state: StateStore;
  readonly baseline: Exclude<BaselineKind, "live">;
  /** Reads whole sources although a watermark would let it read less. */
  readonly full: boolean;
  /** Changes and rejects listed per sync. */
  readonly limit: number;
  /** Milliseconds since the epoch: what $now() answers. */
  readonly runStart: number;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** One sync's plan: what is shown, and what is written. */
export interface PlannedSync {
  readonly sync: CompiledSync;
  readonly view: SyncPlanView;
  readonly plan: Plan;
  readonly spool: Spool<Candidate>;
  /** Where the next apply may go on reading, once everything of this one is accepted. */
  readonly watermark: Watermark | undefined;
  readonly seconds: number;
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
  for (const sync of syncs) requireVariables(sync);
  requireAnalytics(project, syncs);
  const groups = runOrder(syncs);
  const planned = new Map<CompiledSync, PlannedSync>();
  const dispose = async (): Promise<void> => {
    for (const { spool } of planned.values()) await spool.dispose();
  };
  const violations: string[] = [];
  try {
    for (const sync of groups.flatMap((group) => group.syncs)) {
      const one = await planSync(context, request, sync);
      planned.set(sync, one);
      violations.push(...guardViolations(sync, one.view.summary, await state.count(sync.name)));
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  const view: PlanView = {
    syncs: [...planned.values()].map(({ view }) => view),
    baseline: request.baseline,
    callsPerMinute: project.settings.limits.callsPerMinute,
    diagnostics: project.diagnostics,
  };
  return { groups, planned, view, violations, dispose };
}

async function planSync(context: Context, request: PlanRequest, sync: CompiledSync): Promise<PlannedSync> {
  const { connection, state, limit, signal, onProgress } = request;
  const started = context.clock.monotonic();
  const readsBefore = connection.counter.totals.read;
  const dir = await temporaryDir(context, request.project);
  const spool = openSpool<Candidate>({ dir });
  const tally = new PlanTally();
  const changes: Change[] = [];
  const rejects: Rejection[] = [];
  const skipped: SkippedRow[] = [];
  let planned: Plan;
  let watermark: Watermark | undefined;
  try {
    const source = await openSource(sync.source, sourceContext(context, request.project));
    const definition = await definitionOf(sync, source);
    const after = await readFrom(request, sync, definition);
    planned = await plan(sync, {
      rows: source.read({ signal, ...(after === undefined ? {} : { after }) }),
      // Whatever a run compares with: a point that was sent is not sent twice.
      recall:
        request.baseline === "none" && !isStream(sync) ? undefined : (name, keys) => state.recall(name, keys),
      runStart: request.runStart,
      lookup: connection.lookup,
      spool,
      onProgress,
      signal,
    });
    const value = source.watermark?.();
    // A read that found nothing new says nothing about how far it came.
    watermark = value === undefined ? undefined : { value, definition };
    for await (const items of planned.items()) {
      for (const item of items) {
        tally.count(item);
        if (item.kind === "change" && changes.length < limit) changes.push(item.change);
        if (item.kind === "reject" && rejects.length < limit) rejects.push(item.rejection);
        if (item.kind === "skip" && skipped.length < limit) skipped.push(item);
      }
    }
  } catch (error) {
    await spool.dispose();
    throw error;
  }
  const { summary, skips, drifted } = tally;
  const written = summary.create + summary.update;
  onProgress({ kind: "planned", sync: sync.name, rows: summary.read, changes: written });
  const perMinute = request.project.settings.limits.callsPerMinute;
  const calls = {
    read: connection.counter.totals.read - readsBefore,
    write: Math.ceil(written / batchSizeOf(sync, written, perMinute)),
  };
  const view = {
    name: sync.name,
    object: sync.objectType.name,
    mode: sync.mode,
    key: sync.key,
    summary,
    skips,
    calls,
    seconds: secondsAtRate(calls, perMinute),
    changes,
    skipped,
    drifted,
    rejects,
    warnings: [],
  };
  return {
    sync,
    view,
    plan: planned,
    spool,
    watermark,
    seconds: (context.clock.monotonic() - started) / 1000,
  };
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

async function definitionOf(sync: CompiledSync, source: Source): Promise<string> {
  const meaning = await source.meaning?.();
  return meaning === undefined ? sync.fingerprint : sha256(`${sync.fingerprint}\n${meaning}`);
}

/** Items a batch, for a run that writes `changes` records. */
export function batchSizeOf(sync: CompiledSync, changes: number, callsPerMinute: number): number {
  const { stream } = sync.objectType;
  if (stream !== undefined) return sync.batchSize === "auto" ? stream.maxItems : sync.batchSize;
  return sync.batchSize === "auto"
    ? autoBatchSize(changes, callsPerMinute)
    : Math.min(sync.batchSize, MAX_ITEMS);
}

/** Beside the state, where nobody else may read; in the system's own folder where a plan finds the project read-only. */
async function temporaryDir(context: Context, project: Project): Promise<string> {
  const dir = join(dirname(statePath(context, project)), "tmp");
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
    return dir;
  } catch {
    return tmpdir();
  }
}
