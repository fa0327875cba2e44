import { Decisions } from "../../engine/decisions.ts";
import { lineOf, PlanLines } from "../../engine/plan-lines.ts";
import { type Recheck, recheck } from "../../engine/recheck.ts";
import { runOrder } from "../../engine/run-order.ts";
import type { Change, PlanItem } from "../../model/change.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import { canonicalJson } from "../../model/fingerprint.ts";
import type { PlannedSyncHeader, SavedPlan } from "../../model/plan-file.ts";
import { type PlanView, type SyncPlanView, secondsAtRate } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import type { Spool } from "../../model/spool.ts";
import { Stop } from "../../model/stop.ts";
import { targetPlace } from "../../report/plan/plan-words.ts";
import { openRowStore } from "../../state/row-store.ts";
import { openSpool } from "../../state/spool.ts";
import type { Context } from "../context.ts";
import { environmentOf, targetIdentity, targetName, targetOf } from "../planhat/target.ts";
import { openSyncSource } from "../source/sync-source.ts";
import { type SavedItemCheck, savedItemCheck } from "./check-saved-plan.ts";
import {
  callsOf,
  definitionOf,
  type PlannedRun,
  type PlannedSync,
  type PlanRequest,
  temporaryDir,
} from "./plan-run.ts";

export type SavedPlanRequest = Omit<PlanRequest, "syncs" | "baseline" | "full" | "runStart">;

/** One sync of a saved plan, found in the project. */
interface SavedSync {
  readonly sync: CompiledSync;
  readonly header: PlannedSyncHeader;
  /** Its items as they were saved. */
  readonly saved: Spool;
  readonly check: SavedItemCheck;
}

/**
 * A saved plan as a run can apply it: of the changes, those whose records are still as the plan found them. Throws a
 * Stop of kind `stale` where the plan belongs to other definitions or another Planhat.
 */
export async function savedPlanRun(
  context: Context,
  saved: SavedPlan,
  request: SavedPlanRequest,
): Promise<PlannedRun> {
  const { project } = request;
  requireSameEnvironment(saved, project);
  requireSameTarget(saved, targetIdentity(project));
  const found: SavedSync[] = [];
  const planned = new Map<CompiledSync, PlannedSync>();
  const dir = await temporaryDir(context, project);
  const dispose = async (): Promise<void> => {
    for (const one of found) await one.saved.dispose();
    for (const one of planned.values()) await one.dispose();
  };
  try {
    for (const header of saved.header.syncs) {
      const sync = await sameDefinition(context, request, header);
      const check = savedItemCheck(sync, header);
      found.push({ sync, header, saved: openSpool({ dir }), check });
    }
    for await (const items of saved.items()) {
      for (const { sync, item } of items) {
        found[sync]?.check(item);
        await found[sync]?.saved.append([lineOf(item)]);
      }
    }
    for (const one of found) {
      await one.saved.seal();
      planned.set(one.sync, await plannedSync(context, saved, request, one, dir));
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  const view: PlanView = {
    syncs: [...planned.values()].map(({ view }) => view),
    ...targetOf(project),
    baseline: saved.header.baseline,
    callsPerMinute: project.settings.limits.callsPerMinute,
    diagnostics: project.diagnostics,
  };
  const violations = saved.header.syncs.flatMap((header) => header.violations);
  return { groups: runOrder(found.map(({ sync }) => sync)), planned, view, violations, dispose };
}

/** Reads Planhat once more, and counts what is left to do. */
async function plannedSync(
  context: Context,
  { header: { baseline } }: SavedPlan,
  request: SavedPlanRequest,
  { sync, header, saved }: SavedSync,
  dir: string,
): Promise<PlannedSync> {
  const { connection, state, limit, riskiest = 0, project, signal } = request;
  const started = context.clock.monotonic();
  const readsBefore = connection.counter.totals.read;
  const rowStore = openRowStore<CurrentRecord>({ dir });
  const decided = openSpool({ dir });
  const decisions = new Decisions(sync, { decided, lists: { limit, riskiest } });
  const check = await recheck(sync, changesOf(sync, saved), {
    baseline,
    live: {
      rowStore,
      atLeast: await state.count(sync.name),
      // What the plan expected to be created was checked when it was made.
      willBeCreated: () => true,
    },
    target: connection.target,
    recall: (name, keys) => state.recall(name, keys),
    signal,
  });
  for await (const items of recheckedItems(sync, saved, check)) await decisions.add(items);
  await decisions.seal();
  await rowStore.dispose();
  const { tally } = decisions;
  const { create, update, unchanged } = tally.summary;
  const changed = tally.skips.changed;
  const perMinute = project.settings.limits.callsPerMinute;
  const calls = callsOf(sync, connection.counter.totals.read - readsBefore, create + update, perMinute);
  const view: SyncPlanView = {
    name: sync.name,
    object: sync.objectType.name,
    mode: sync.mode,
    key: sync.key,
    summary: {
      ...header.summary,
      create,
      update,
      unchanged: header.summary.unchanged + unchanged,
      skip: header.summary.skip + changed,
    },
    skips: { ...header.skips, changed: header.skips.changed + changed },
    calls,
    seconds: secondsAtRate(calls, perMinute),
    ...decisions.lists,
    drifted: tally.drifted,
    alikeCount: tally.alike,
    uniform: header.uniform ?? [],
    warnings: header.warnings,
    ...(header.violations.length > 0 && { violations: header.violations }),
  };
  return {
    sync,
    view,
    plan: { items: (own = signal) => decisions.items(own) },
    definition: header.definition,
    watermark: header.watermark,
    smoothCalls: header.calls,
    seconds: (context.clock.monotonic() - started) / 1000,
    dispose: () => decided.dispose(),
  };
}

async function* changesOf(sync: CompiledSync, saved: Spool): AsyncIterable<readonly Change[]> {
  const planned = new PlanLines(sync);
  for await (const lines of saved.read()) {
    yield lines.flatMap((line) => {
      const item = planned.item(line);
      return item.kind === "change" ? [item.change] : [];
    });
  }
}

/** The saved items in their order, each change as the second look decided it. */
async function* recheckedItems(
  sync: CompiledSync,
  saved: Spool,
  check: Recheck,
): AsyncIterable<readonly PlanItem[]> {
  const planned = new PlanLines(sync);
  for await (const lines of saved.read()) {
    const items = lines.map((line) => planned.item(line));
    const changes = items.flatMap((item) => (item.kind === "change" ? [item.change] : []));
    const decided = await check(changes);
    let next = 0;
    yield items.map((item) => (item.kind === "change" ? (decided[next++] ?? item) : item));
  }
}

async function sameDefinition(
  context: Context,
  { project }: SavedPlanRequest,
  { name, definition, safety }: PlannedSyncHeader,
): Promise<CompiledSync> {
  const sync = project.syncs.find((one) => one.name === name);
  if (sync === undefined) {
    throw stale(`The plan was made with a sync ${JSON.stringify(name)}, which this project does not have.`);
  }
  const source = await openSyncSource(context, project, sync);
  if ((await definitionOf(sync, source)) !== definition) {
    throw stale(`The definition of ${name} (${sync.file}) changed since the plan was made.`);
  }
  if (canonicalJson({ ...sync.guards }) !== canonicalJson({ ...safety.guards })) {
    throw stale(`The guards of ${name} (${sync.file}) changed since the plan was made.`);
  }
  if ((sync.resend === true) !== safety.resend) {
    throw stale(`target.resend of ${name} (${sync.file}) changed since the plan was made.`);
  }
  return sync;
}

function requireSameTarget({ header }: SavedPlan, target: string): void {
  if (header.target === target) return;
  const [planned, now] = [targetName(header.target), targetName(target)];
  throw stale(
    planned === now
      ? "The plan was made for another tenant: planhat.tenantUuid is not the same."
      : `The plan was made for ${targetPlace({ target: planned })}, and this project writes to ${targetPlace({ target: now })}.`,
  );
}

function requireSameEnvironment({ header }: SavedPlan, project: Project): void {
  const { environment } = environmentOf(project);
  if (header.environment === environment) return;
  const made =
    header.environment === undefined
      ? "without an environment"
      : `for the environment "${header.environment}"`;
  const chosen =
    environment === undefined
      ? "this project has no environments"
      : `the environment "${environment}" is chosen`;
  throw stale(`The plan was made ${made}, and ${chosen}.`);
}

export function stale(why: string): Stop {
  return new Stop("stale", `${why} Nothing was written.`, {
    fix: "Make a new plan and look at it: planhat-sync plan --out FILE",
  });
}
