import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { given } from "../../model/given.ts";
import { DEFAULT_BASELINE, DEFAULT_LIMIT } from "../../model/plan-view.ts";
import type { ProgressEvent } from "../../model/progress.ts";
import type { RunReport } from "../../model/run-report.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { load, loadForRun } from "../load.ts";
import type { Redaction } from "../redaction.ts";
import { applyProject, hasChanges, requireUnguarded } from "../run/apply-project.ts";
import { planProject } from "../run/plan-project.ts";
import type { PlanRequest } from "../run/plan-run.ts";
import { requireReplaceablePlan } from "../run/replaceable-plan.ts";
import { select } from "../selection.ts";
import { CHEAP, columnsOf } from "../source/source-columns.ts";
import { testProject } from "../trying/test-project.ts";
import { validateProject } from "../validate-project.ts";
import type {
  ApplyOptions,
  PlanOptions,
  ProjectEvent,
  ProjectHandle,
  ProjectPlan,
  TestOptions,
  TestRun,
  ValidateOptions,
  ValidateResult,
} from "./api.ts";

export interface Embedding {
  /** Each call works with a context of its own: nothing that one has found is old for the next. */
  readonly context: () => Context;
  readonly cwd: () => string;
  readonly signal: AbortSignal | undefined;
  readonly tell: (event: ProjectEvent) => void;
}

export function embeddedProject(embedding: Embedding): ProjectHandle {
  return {
    validate: (options = {}) => call(embedding, (context) => validate(context, options)),
    test: (options = {}) => call(embedding, (context) => test(context, options)),
    plan: (options = {}) => call(embedding, (context, running) => plan(embedding, context, options, running)),
    apply: (planned, options = {}) =>
      call(embedding, (context, running) => {
        const file = typeof planned === "string" ? resolve(embedding.cwd(), planned) : planned.file;
        return apply(context, file, options, running);
      }),
  };
}

/** What a run needs of whoever embeds it. */
type Running = Pick<PlanRequest, "signal" | "onProgress">;

/** One call, with a context and a signal of its own. What it throws holds no secrets. */
async function call<T>(
  { context: makeContext, signal, tell }: Embedding,
  work: (context: Context, running: Running) => Promise<T>,
): Promise<T> {
  const context = makeContext();
  const { redaction } = context;
  // A signal may be fired without a reason: the rooms are given one.
  const ending = new AbortController();
  const end = () => ending.abort(new Stop("interrupted", "Interrupted."));
  if (signal?.aborted === true) end();
  signal?.addEventListener("abort", end);
  const onProgress = (progress: ProgressEvent) =>
    tell({ kind: "progress", progress: redaction.clean(progress) });
  try {
    return await work(context, { signal: ending.signal, onProgress });
  } catch (error) {
    throw error instanceof Stop ? cleanStop(error, redaction) : error;
  } finally {
    signal?.removeEventListener("abort", end);
  }
}

/** Without its cause, which nobody has looked through. */
function cleanStop({ reason }: Stop, redaction: Redaction): Stop {
  const { code, what, ...more } = redaction.clean(reason);
  return new Stop(code, what, more);
}

async function validate(
  context: Context,
  { syncs = [], strict = false }: ValidateOptions,
): Promise<ValidateResult> {
  const found = await validateProject(context, { names: syncs, strict, fix: false });
  const diagnostics = context.redaction.clean(found.diagnostics);
  return {
    ok: diagnostics.every(({ severity }) => severity !== "error"),
    syncs: found.project.syncs.map(({ name }) => name),
    diagnostics,
  };
}

async function test(context: Context, { syncs = [], filter }: TestOptions): Promise<TestRun> {
  const project = await loadForRun(context);
  const { results } = await testProject(project, { names: syncs, filter, coverage: false });
  return { ok: results.every(({ ok }) => ok), results: context.redaction.clean(results) };
}

async function plan(
  embedding: Embedding,
  context: Context,
  options: PlanOptions,
  running: Running,
): Promise<ProjectPlan> {
  const { syncs: names = [], baseline = DEFAULT_BASELINE, limit = DEFAULT_LIMIT, full = false } = options;
  const out = options.out === undefined ? undefined : resolve(embedding.cwd(), options.out);
  if (out !== undefined) await requireReplaceablePlan(out);
  const { planKeyOf, savePlan, temporaryDir } = await import("../runtime.ts");
  const project = await loadForRun(context, columnsOf(context, { costs: CHEAP, only: names }));
  const syncs = select(project, names);
  const key = await planKeyOf(context, project);
  const file = out ?? join(await temporaryDir(context, project), `${randomBytes(8).toString("hex")}.plan`);
  const request = { syncs, baseline, limit, full, ...running };
  return planProject(context, project, request, async (planned, state) => {
    await savePlan(context, project, planned, { file, state, key });
    return {
      view: context.redaction.clean(planned.view),
      violations: planned.violations.map(context.redaction.redact),
      hasChanges: hasChanges(planned),
      file,
      dispose: async () => {
        if (out === undefined) await rm(file, { force: true });
      },
    };
  });
}

async function apply(
  context: Context,
  file: string,
  { overrideGuards = false, lockTimeout = 0, limit = DEFAULT_LIMIT }: ApplyOptions,
  running: Running,
): Promise<RunReport> {
  const { openPlanFile, planKeyOf, savedPlanRun, savedPlanRunId } = await import("../runtime.ts");
  const saved = await openPlanFile(file, await planKeyOf(context, await load(context)));
  const only = saved.header.syncs.map(({ name }) => name);
  const project = await loadForRun(context, columnsOf(context, { costs: CHEAP, only }));
  const report = await applyProject(
    context,
    project,
    {
      ...{ syncs: [], isSaved: true, lockTimeout, ...running },
      runId: (state) => savedPlanRunId(state, saved),
      plan: (parts) => savedPlanRun(context, saved, { ...parts, limit }),
      approve: async (plan) => {
        if (!overrideGuards) {
          requireUnguarded(plan, "Apply with overrideGuards if that is right; otherwise look at the source.");
        }
        return true;
      },
    },
    async ({ stop, ...report }): Promise<RunReport> => ({
      ...context.redaction.clean(report),
      ...given({ stop: stop && cleanStop(stop, context.redaction) }),
    }),
  );
  if (report === undefined) throw new Stop("interrupted", "Interrupted. Nothing was written.");
  return report;
}
