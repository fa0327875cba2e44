import { PROJECT_FILE } from "../../definition/compile-project.ts";
import { createLoadMemory, type LoadMemory } from "../../definition/load-memory.ts";
import { runTest } from "../../engine/run-test.ts";
import type { CompiledSync, NamedSource } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { TestResult } from "../../model/test-result.ts";
import type { WatchedSync, WatchSnapshot } from "../../model/watch.ts";
import { openSource } from "../../sources/index.ts";
import { NO_WORK, type Work } from "../../watch/work.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { sourceContext } from "../source/source-context.ts";
import { type GoodSync, GoodSyncs } from "./good-syncs.ts";
import { Samples, sampleRows } from "./samples.ts";

/** Sources that are read at a time. */
const READINGS = 8;

export interface InspectorOptions {
  /** Names of syncs; all where there are none. */
  readonly only: readonly string[];
  /** Rows of a sample. */
  readonly limit: number;
  /** Keys whose rows are shown beside the first ones. */
  readonly keys: readonly string[];
}

export interface Inspection {
  readonly project: Project;
  readonly snapshot: WatchSnapshot;
  /** The run before; where its rows were not read, with what its definitions make of the rows of this one. */
  readonly before: WatchSnapshot;
  /** Names of the syncs that the saved files belong to, or that somebody asked for. */
  readonly touched: readonly string[];
  /** Names of the syncs whose rows are still to be read. */
  readonly reading: readonly string[];
  /** What was not done because the run was to leave off. */
  readonly left: Work;
}

/**
 * Checks a project again and again: definitions, tests, samples. What is as it was is not parsed, compiled, tested or
 * read again; of a definition that is broken by now the last good version stands.
 */
export class Inspector {
  readonly #context: Context;
  readonly #only: readonly string[];
  readonly #memory: LoadMemory = createLoadMemory();
  readonly #good = new GoodSyncs();
  readonly #samples: Samples;
  readonly #secrets = new Set<string>();
  readonly #tests = new WeakMap<CompiledSync, readonly TestResult[]>();
  #snapshot: WatchSnapshot = { run: 0, syncs: [], diagnostics: [], texts: new Map() };
  /** The compiled syncs of that snapshot, by name. */
  #compiled: ReadonlyMap<string, CompiledSync> = new Map();
  /** The last text of the project file without errors. */
  #settings: string | undefined;
  /** What $now() answers: the same for every run, so that a difference comes from an edit. */
  #runStart: number;

  constructor(context: Context, { only, limit, keys }: InspectorOptions) {
    this.#context = context;
    this.#only = only;
    this.#runStart = context.clock.now();
    this.#samples = new Samples({
      limit,
      keys,
      areNamed: only.length > 0,
      monotonic: () => context.clock.monotonic(),
      open: (sync, project) => openSource(sync.source, sourceContext(context, project)),
    });
  }

  /** Paths and globs, relative to the project folder, of data and queries that decide what is shown. */
  get files(): readonly string[] {
    return this.#samples.files;
  }

  /** `onChecked` gets what is known before a source is asked that may let us wait. */
  async inspect(
    work: Work,
    signal: AbortSignal,
    onChecked: (inspection: Inspection) => void,
  ): Promise<Inspection> {
    this.#samples.begin(work);
    if (work.fresh) this.#runStart = this.#context.clock.now();
    const project = await this.load();
    const good = this.#good.update(project);
    this.#samples.retain(
      good.map(({ sync }) => sync),
      project,
    );
    const shown = good.filter(({ sync }) => this.#isShown(sync.name));
    const wanted = new Set<CompiledSync>();
    const touched: string[] = [];
    const reading: string[] = [];
    for (const { sync } of shown) {
      const { how, isTouched } = await this.#samples.reading(sync, project, work, this.#wasShown(sync));
      if (how !== "no") wanted.add(sync);
      if (how === "slow") reading.push(sync.name);
      if (isTouched) touched.push(sync.name);
    }
    if (reading.length > 0) {
      const checked = await this.#assemble(project, shown, new Set(), signal);
      onChecked({ ...checked, project, touched, reading, left: NO_WORK });
    }
    const assembled = await this.#assemble(project, shown, wanted, signal);
    this.#snapshot = assembled.snapshot;
    this.#compiled = new Map(shown.map(({ sync }) => [sync.name, sync]));
    const left = signal.aborted ? await this.#samples.left(wanted, project) : NO_WORK;
    return { ...assembled, project, touched, reading: [], left };
  }

  /** The project as it is. While its settings have errors, the last good ones stand in for them. */
  async load(): Promise<Project> {
    const columnsOf = (sync: NamedSource, project: Project) => {
      this.#keep(project);
      return this.#samples.columns(sync, project);
    };
    const project = await load(this.#context, columnsOf, {
      memory: this.#memory,
      ...(this.#settings === undefined ? {} : { settingsInstead: this.#settings }),
    });
    this.#keep(project);
    this.#context.redaction.hide(this.#secrets);
    const isBroken = project.diagnostics.some(
      ({ file, severity }) => file === PROJECT_FILE && severity === "error",
    );
    if (!isBroken) this.#settings = project.texts.get(PROJECT_FILE);
    return project;
  }

  close(): void {
    this.#samples.close();
  }

  /** What was a secret stays one: an earlier state of the project may still be shown. */
  #keep({ secrets }: Project): void {
    const count = this.#secrets.size;
    for (const secret of secrets) this.#secrets.add(secret);
    if (this.#secrets.size > count) this.#context.redaction.hide(this.#secrets);
  }

  #isShown(name: string): boolean {
    return this.#only.length === 0 || this.#only.includes(name);
  }

  #wasShown({ name }: CompiledSync): boolean {
    return this.#snapshot.syncs.some((sync) => sync.name === name && sync.sample.kind !== "unread");
  }

  async #assemble(
    project: Project,
    shown: readonly GoodSync[],
    wanted: ReadonlySet<CompiledSync>,
    signal: AbortSignal,
  ): Promise<Pick<Inspection, "snapshot" | "before">> {
    const syncs: WatchedSync[] = [];
    for (let start = 0; start < shown.length; start += READINGS) {
      const some = shown.slice(start, start + READINGS);
      const watched = some.map((good) => this.#watched(good, project, wanted.has(good.sync), signal));
      syncs.push(...(await Promise.all(watched)));
    }
    return {
      before: await this.#seenThen(syncs),
      snapshot: {
        run: this.#snapshot.run + 1,
        syncs,
        diagnostics: project.diagnostics.filter(({ sync }) => sync === undefined || this.#isShown(sync)),
        texts: project.texts,
      },
    };
  }

  async #watched(
    { sync, isStale }: GoodSync,
    project: Project,
    isWanted: boolean,
    signal: AbortSignal,
  ): Promise<WatchedSync> {
    const runStart = this.#runStart;
    return {
      name: sync.name,
      file: sync.file,
      object: sync.objectType.name,
      mode: sync.mode,
      key: sync.key,
      source: sync.source.kind,
      isStale,
      tests: await this.#testsOf(sync),
      sample: await this.#samples.of(sync, project, { isWanted, runStart, signal }),
    };
  }

  async #testsOf(sync: CompiledSync): Promise<readonly TestResult[]> {
    const known = this.#tests.get(sync);
    if (known !== undefined) return known;
    const results: TestResult[] = [];
    for (const test of sync.tests) results.push((await runTest(sync, test)).result);
    this.#tests.set(sync, results);
    return results;
  }

  /** What the run before would have shown of rows that were read only now: so the first edit has a difference too. */
  async #seenThen(now: readonly WatchedSync[]): Promise<WatchSnapshot> {
    const byName = new Map(now.map((sync) => [sync.name, sync.sample]));
    const syncs: WatchedSync[] = [];
    for (const was of this.#snapshot.syncs) {
      const sample = byName.get(was.name);
      const sync = this.#compiled.get(was.name);
      if (was.sample.kind !== "unread" || sample === undefined || sample.kind === "unread") syncs.push(was);
      else if (sync !== undefined) {
        const rows = sample.rows.map(({ row }) => row);
        const seen = await sampleRows(sync, rows, this.#runStart);
        syncs.push({ ...was, sample: { kind: "read", rows: seen } });
      }
    }
    return { ...this.#snapshot, syncs };
  }
}
