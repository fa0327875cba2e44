import type { CompiledSync, NamedSource, Transformed } from "../../model/compiled-sync.ts";
import type { Project } from "../../model/project.ts";
import type { Row } from "../../model/row.ts";
import type { Column, Source } from "../../model/source.ts";
import { Stop } from "../../model/stop.ts";
import type { Failure, Sample, SampleRow } from "../../model/watch.ts";
import { sourceKind } from "../../sources/index.ts";
import { NO_WORK, type Work } from "../../watch/work.ts";
import { requireVariables } from "../settings.ts";
import { ANYWHERE, isSettings } from "./path-set.ts";
import { RowCache } from "./row-cache.ts";

/** Keys that are looked up in one sync; the oldest are forgotten. */
const MOST_KEYS = 20;

export interface SamplesOptions {
  /** Rows of a sample. */
  readonly limit: number;
  /** Keys whose rows are shown beside the first ones, of every sync. */
  readonly keys: readonly string[];
  /** Whether syncs were named on the command line: those are wanted from the start. */
  readonly areNamed: boolean;
  /** Milliseconds of a clock that only goes forward. */
  readonly monotonic: () => number;
  readonly open: (sync: NamedSource, project: Project) => Promise<Source>;
}

/** How the rows of a sync are come by in one run: `slow` may take its time. */
export interface Reading {
  readonly how: "no" | "quick" | "slow";
  /** Somebody asked for it, or a file of it was saved. */
  readonly isTouched: boolean;
}

/** Source rows and what the definitions make of them. */
export class Samples {
  readonly #options: SamplesOptions;
  readonly #cache: RowCache;
  readonly #keys = new Map<string, readonly string[]>();
  readonly #results = new WeakMap<CompiledSync, Results>();

  constructor(options: SamplesOptions) {
    this.#options = options;
    const { limit, monotonic: now, open } = options;
    this.#cache = new RowCache({ limit, now, open });
  }

  /** Paths and globs that the sources read, relative to the project folder. */
  get files(): readonly string[] {
    return this.#cache.files;
  }

  /** What is saved, and which keys are wanted, as of this run. */
  begin(work: Work): void {
    this.#cache.touch(work.files);
    for (const { sync, key } of work.lookups) {
      const others = (this.#keys.get(sync) ?? []).filter((other) => other !== key);
      this.#keys.set(sync, [...others, key].slice(-MOST_KEYS));
    }
  }

  /** Forgets the sources that none of these has. */
  retain(syncs: readonly CompiledSync[], project: Project): void {
    this.#cache.retain(syncs, project);
  }

  /** The columns, where they can be known without reading. */
  async columns(sync: NamedSource, project: Project): Promise<readonly Column[] | undefined> {
    return (await this.#cache.of(sync, project)).columns();
  }

  /** Whether the rows of a sync are to be read. `wasShown`: the run before showed some. */
  async reading(sync: CompiledSync, project: Project, work: Work, wasShown: boolean): Promise<Reading> {
    const isNamed =
      work.looks.has(sync.name) ||
      work.lookups.some((lookup) => lookup.sync === sync.name) ||
      work.files.has(sync.file);
    if (whyNot(sync, project) !== undefined) return { how: "no", isTouched: isNamed };
    const cached = await this.#cache.of(sync, project);
    const isFile = cached.source.version !== undefined;
    const isTouched = isNamed || [...work.files].some((file) => file !== ANYWHERE && cached.reads(file));
    const isAsked =
      work.all === "whole" ||
      (work.all === "local" && (isFile || this.#options.areNamed)) ||
      isTouched ||
      // Other settings may lead to another source: who saw its rows sees them again.
      (wasShown && [...work.files].some(isSettings));
    if (work.fresh && isAsked) cached.refresh();
    if (!isAsked && (cached.isCurrent || !cached.wasRead)) return { how: "no", isTouched };
    return { how: isFile || cached.isCurrent ? "quick" : "slow", isTouched };
  }

  /** Rows are read where they are wanted; others stand as they were. Ends early when `signal` fires. */
  async of(
    sync: CompiledSync,
    project: Project,
    { isWanted, runStart, signal }: SampleRequest,
  ): Promise<Sample> {
    const failure = whyNot(sync, project);
    if (failure !== undefined) return { kind: "failed", failure, rows: [] };
    const cached = await this.#cache.of(sync, project);
    const known = isWanted ? await cached.read(signal) : cached.known;
    const found: Row[] = [];
    for (const key of isWanted || cached.isCurrent ? this.#keysOf(sync) : []) {
      const keysOf = async (rows: readonly Row[]) =>
        (await sync.transform(rows, runStart, signal)).map(keyOf);
      const row = await cached.find(key, `${sync.name}\n${key}`, keysOf, signal);
      if (row !== undefined) found.push(row);
    }
    const rows = await this.#resultsOf(sync, joined(known.rows, found), runStart);
    if (known.failure !== undefined) return { kind: "failed", failure: known.failure, rows };
    return cached.wasRead ? { kind: "read", rows } : { kind: "unread" };
  }

  /** Of those that were wanted: what was not read because the run was to leave off. */
  async left(wanted: ReadonlySet<CompiledSync>, project: Project): Promise<Work> {
    const looks = new Set<string>();
    for (const sync of wanted) {
      const { isCurrent, known } = await this.#cache.of(sync, project);
      if (!isCurrent && known.failure === undefined) looks.add(sync.name);
    }
    return { ...NO_WORK, looks };
  }

  close(): void {
    this.#cache.close();
  }

  #keysOf({ name }: CompiledSync): readonly string[] {
    return [...this.#options.keys, ...(this.#keys.get(name) ?? [])];
  }

  async #resultsOf(
    sync: CompiledSync,
    rows: readonly Row[],
    runStart: number,
  ): Promise<readonly SampleRow[]> {
    const known = this.#results.get(sync);
    if (known !== undefined && known.runStart === runStart && sameRows(known.rows, rows)) {
      return known.results;
    }
    const results = await sampleRows(sync, rows, runStart);
    this.#results.set(sync, { rows, runStart, results });
    return results;
  }
}

export interface SampleRequest {
  readonly isWanted: boolean;
  /** What $now() answers, in milliseconds since the epoch. */
  readonly runStart: number;
  readonly signal: AbortSignal;
}

interface Results {
  readonly rows: readonly Row[];
  readonly runStart: number;
  readonly results: readonly SampleRow[];
}

/** Rows with what a definition makes of them. */
export async function sampleRows(
  sync: CompiledSync,
  rows: readonly Row[],
  runStart: number,
): Promise<readonly SampleRow[]> {
  const results = await sync.transform(rows, runStart);
  return rows.flatMap((row, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ row, result }];
  });
}

/** Why rows cannot be asked for at all. */
function whyNot(sync: CompiledSync, { settings }: Project): Failure | undefined {
  if (sourceKind(sync.source.kind).readsStdin?.(sync.source.settings) === true) {
    return {
      code: "source-unreadable",
      what: "The rows come from standard input, which can be read only once.",
      fix: "name a file at path: while you write the definition",
    };
  }
  try {
    requireVariables(sync, settings);
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.reason;
    throw error;
  }
}

function joined(first: readonly Row[], found: readonly Row[]): readonly Row[] {
  const numbers = new Set(first.map(({ position }) => position.row));
  const others = found.filter(({ position }) => !numbers.has(position.row));
  return others.length === 0 ? first : [...first, ...others];
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a === b || (a.length === b.length && a.every((row, index) => row === b[index]));
}

function keyOf(result: Transformed): string | null {
  return result.kind === "record" ? result.record.key : result.rejection.key;
}
