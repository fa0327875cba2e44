import { relative, sep } from "node:path";
import { PROJECT_FILE } from "../../definition/compile-project.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { ApplyOutcome, PlanOutcome, WatchReport, WatchSnapshot } from "../../model/watch.ts";
import { compareSnapshots } from "../../watch/compare-snapshots.ts";
import { NO_WORK, type Request, union, type Work } from "../../watch/work.ts";
import type { Context } from "../context.ts";
import { applyNow } from "./apply-now.ts";
import { Driver } from "./driver.ts";
import { FileWatcher } from "./file-watcher.ts";
import { type Inspection, Inspector, type InspectorOptions } from "./inspector.ts";
import { ANYWHERE } from "./path-set.ts";
import { planNow } from "./plan-now.ts";

export interface SessionOptions extends InspectorOptions {
  readonly apply: boolean;
  /** Where plans and applies go: the project's own target, or a sandbox in its place. */
  readonly aim: (project: Project) => Project;
}

/** What came of one run, for whoever shows it. */
export interface Shown {
  readonly report: WatchReport;
  readonly project: Project;
  readonly work: Work;
}

interface Outcomes {
  readonly more: Pick<WatchReport, "plan" | "apply">;
  /** What the next run has to do. */
  readonly left: Work;
}

/** One `watch`: files in, reports out. */
export class WatchSession {
  readonly #context: Context;
  readonly #options: SessionOptions;
  readonly #inspector: Inspector;
  readonly #show: (shown: Shown) => void;
  readonly #onFail: (error: unknown) => void;
  readonly #driver: Driver;
  #watcher: FileWatcher | undefined;
  /** Relative to the project; undefined: `.env`, or one elsewhere. */
  #envFile: string | undefined;

  constructor(
    context: Context,
    options: SessionOptions,
    show: (shown: Shown) => void,
    onFail: (error: unknown) => void,
  ) {
    this.#context = context;
    this.#options = options;
    this.#show = show;
    this.#onFail = onFail;
    this.#inspector = new Inspector(context, options);
    this.#driver = new Driver((work, signal) => this.#run(work, signal), context.clock, onFail);
  }

  /** The project as it is, before the first run. */
  load(): Promise<Project> {
    return this.#inspector.load();
  }

  /** One run over everything, and no more. */
  async once(): Promise<Shown> {
    let last: Shown | undefined;
    await this.#perform({ ...NO_WORK, all: "whole" }, new AbortController().signal, (shown) => {
      last = shown;
    });
    if (last === undefined) throw new Error("bug: a run showed nothing");
    this.#show(last);
    return last;
  }

  /** Resolves once no save is missed any more; the first run follows. */
  async start(project: Project): Promise<void> {
    const { projectDir } = this.#context;
    const envFile = this.#context.envFile?.path;
    const inside = envFile === undefined ? undefined : relative(projectDir, envFile).split(sep).join("/");
    const isOutside = inside?.startsWith("../") === true;
    this.#envFile = isOutside ? undefined : inside;
    this.#watcher = new FileWatcher(
      {
        dir: projectDir,
        outside: isOutside ? envFile : undefined,
        onChange: (path, { isDoubtful }) => this.#driver.changed(path, isDoubtful),
        onError: this.#onFail,
      },
      this.#watched(project),
    );
    await this.#watcher.ready;
    this.ask({ kind: "start" });
  }

  ask(request: Request): void {
    this.#driver.ask(request);
  }

  get isRunning(): boolean {
    return this.#driver.isRunning;
  }

  /** A run that is on ends first. May be called twice. */
  async close(): Promise<void> {
    await this.#driver.close();
    await this.#watcher?.close();
    this.#inspector.close();
  }

  #watched({ settings }: Project) {
    return {
      syncs: settings.syncs,
      files: [PROJECT_FILE, this.#envFile ?? ".env", ...this.#inspector.files],
    };
  }

  async #run(given: Work, signal: AbortSignal): Promise<Work> {
    // The file that --env-file names says as much as .env: everything depends on it.
    const isEnv = this.#envFile !== undefined && given.files.has(this.#envFile);
    const work = isEnv ? { ...given, files: new Set([...given.files, ".env"]) } : given;
    return this.#perform(work, signal, this.#show);
  }

  async #perform(work: Work, signal: AbortSignal, show: (shown: Shown) => void): Promise<Work> {
    const { clock } = this.#context;
    const started = clock.monotonic();
    const shownOf = (inspection: Inspection, more: Partial<WatchReport> = {}): Shown => {
      const { snapshot, before, touched, reading, project } = inspection;
      const difference = compareSnapshots(before, snapshot);
      const cause = causeOf(work);
      const [milliseconds, time] = [clock.monotonic() - started, clock.now()];
      return {
        project,
        work,
        report: { snapshot, difference, cause, touched, reading, milliseconds, time, ...more },
      };
    };
    const inspection = await this.#inspector.inspect(work, signal, (checked) => show(shownOf(checked)));
    this.#watcher?.follow(this.#watched(inspection.project));
    const { more, left } = await this.#goOn(inspection, work, signal);
    const shown = shownOf(inspection, more);
    const isPlanLeft = left.plan && work.files.size === 0;
    if (!isPlanLeft && isWorthShowing(shown)) show(shown);
    return left;
  }

  /** Plans and applies, as far as that is wanted; what was broken off by a new save is left to the run that follows. */
  async #goOn(inspection: Inspection, work: Work, signal: AbortSignal): Promise<Outcomes> {
    const target = this.#options.aim(inspection.project);
    const syncs = inspection.project.syncs.filter(({ name }) => this.#isMine(name));
    let { left } = inspection;
    let more: Outcomes["more"] = {};
    if (work.plan) {
      const plan = await this.#plan(inspection, target, syncs, signal);
      if (plan.kind === "failed" && signal.aborted) left = { ...left, plan: true };
      else more = { ...more, plan };
    }
    if (this.#applies(work)) {
      const isReadWhole = left.looks.size === 0;
      const apply = isReadWhole ? await this.#apply(inspection, target, syncs, signal) : undefined;
      if (apply === undefined || (apply.kind === "failed" && signal.aborted)) {
        left = union(left, { ...NO_WORK, files: work.files, all: work.all === "no" ? "no" : "local" });
      } else more = { ...more, apply };
    }
    return { more, left };
  }

  #isMine(name: string): boolean {
    const { only } = this.#options;
    return only.length === 0 || only.includes(name);
  }

  /** A plan or a look at rows writes nothing. */
  #applies(work: Work): boolean {
    return this.#options.apply && (work.files.size > 0 || work.all !== "no" || work.fresh);
  }

  async #plan(
    { snapshot }: Inspection,
    target: Project,
    syncs: readonly CompiledSync[],
    signal: AbortSignal,
  ): Promise<PlanOutcome> {
    if (hasErrors(snapshot)) {
      const what = "The definitions have errors, so there is no plan.";
      const fix = "Fix what is marked, and ask again.";
      return { kind: "failed", failure: { code: "definitions-invalid", what, fix } };
    }
    return planNow(this.#context, target, syncs, signal);
  }

  async #apply(
    { snapshot }: Inspection,
    target: Project,
    syncs: readonly CompiledSync[],
    signal: AbortSignal,
  ): Promise<ApplyOutcome> {
    if (hasErrors(snapshot)) {
      return { kind: "held", reason: "a definition has errors" };
    }
    if (snapshot.syncs.some(({ tests }) => tests.some(({ ok }) => !ok))) {
      return { kind: "held", reason: "a test fails" };
    }
    return applyNow(this.#context, target, syncs, signal);
  }
}

function hasErrors({ diagnostics }: WatchSnapshot): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function causeOf(work: Work): WatchReport["cause"] {
  const files = [...work.files].filter((file) => file !== ANYWHERE).sort();
  if (files.length > 0) return { kind: "saved", files };
  return { kind: work.all === "local" ? "start" : "asked", files: [] };
}

/** A look around after a folder was exchanged may find that nothing is different. */
function isWorthShowing({ report, work }: Shown): boolean {
  const { diagnostics, tests, syncs } = report.difference;
  const isRescan = work.files.size > 0 && report.cause.files.length === 0;
  const changes =
    diagnostics.added.length + diagnostics.gone.length + tests.broken.length + tests.mended.length;
  return !isRescan || changes + tests.added + tests.gone + syncs.length > 0;
}
