import type { Row } from "../../model/row.ts";
import type { Column, Source } from "../../model/source.ts";
import { Stop } from "../../model/stop.ts";
import type { Failure } from "../../model/watch.ts";
import { patience } from "../../watch/source-patience.ts";
import { PathSet } from "./path-set.ts";

/** The first rows of a source as far as they are known, and why there are no newer ones. */
export interface KnownRows {
  readonly rows: readonly Row[];
  readonly failure: Failure | undefined;
}

/** The key of the record that each row becomes, null for a row without one. */
export type KeysOf = (rows: readonly Row[]) => Promise<readonly (string | null)[]>;

/**
 * The first rows of one source, and the rows that somebody looked up by key. They stand for one version of its data:
 * they are read again when its files are others, or when they are wanted fresh. A source that fails keeps the rows it
 * had, and is left alone for a while.
 */
export class CachedSource {
  readonly source: Source;
  readonly #files: PathSet;
  readonly #limit: number;
  readonly #now: () => number;
  readonly #abandon = new AbortController();
  /** Goes up whenever the rows are wanted fresh. */
  #generation = 0;
  /** undefined: to be asked. */
  #version: string | undefined;
  #rows: { readonly version: string; readonly rows: readonly Row[] } | undefined;
  #columns: { readonly version: string; readonly columns: readonly Column[] } | undefined;
  #failed: Failed | undefined;
  #found = new Map<string, { readonly version: string; readonly row: Row | undefined }>();
  #reading: Promise<void> | undefined;

  constructor(source: Source, limit: number, now: () => number) {
    this.source = source;
    this.#files = new PathSet(source.files ?? []);
    this.#limit = limit;
    this.#now = now;
  }

  /** Whether a change of this file may change its rows. */
  reads(file: string): boolean {
    return this.source.files !== undefined && this.#files.names(file);
  }

  /** Its files may have changed. */
  touch(): void {
    this.#version = undefined;
  }

  /** What is known is old, whatever the files say. */
  refresh(): void {
    this.#generation += 1;
    this.#version = undefined;
  }

  /** Ends the reading that is on. */
  abandon(): void {
    this.#abandon.abort(new Stop("interrupted", "These rows are no longer needed."));
  }

  /** Whether rows were read, and none of its files has changed since. */
  get isCurrent(): boolean {
    return this.#rows !== undefined && this.#rows.version === this.#version;
  }

  get wasRead(): boolean {
    return this.#rows !== undefined || this.#failed !== undefined;
  }

  get known(): KnownRows {
    return {
      rows: this.#rows?.rows ?? [],
      failure: this.#failed?.version === this.#version ? this.#failed?.failure : undefined,
    };
  }

  /**
   * Reads what is not known. Throws nothing that a source does wrong: that is told with the rows. When `signal` fires
   * it answers with what there is; the reading goes on, for whoever asks next.
   */
  async read(signal: AbortSignal): Promise<KnownRows> {
    const version = await this.#current();
    const failed = this.#failed?.version === version ? this.#failed : undefined;
    if (this.#rows?.version === version || this.#now() < (failed?.retryAt ?? 0)) return this.known;
    this.#reading ??= this.#readRows(version).finally(() => {
      this.#reading = undefined;
    });
    await Promise.race([this.#reading, aborted(signal)]);
    return this.known;
  }

  /** The first row with this key, wherever it stands; undefined where there is none, or the source fails. */
  async find(key: string, name: string, keysOf: KeysOf, signal: AbortSignal): Promise<Row | undefined> {
    const version = await this.#current();
    const before = this.#found.get(name);
    if (before?.version === version) return before.row;
    let row: Row | undefined;
    try {
      for await (const rows of this.source.read({ signal })) {
        row = rows[(await keysOf(rows)).indexOf(key)];
        if (row !== undefined) break;
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(version, error);
      return undefined;
    }
    this.#found.set(name, { version, row });
    return row;
  }

  /** The columns, where a file tells, or the source was read and told. */
  async columns(): Promise<readonly Column[] | undefined> {
    const version = await this.#current();
    if (this.#columns?.version === version) return this.#columns.columns;
    if (this.source.version === undefined || this.#failed?.version === version) return undefined;
    return this.#askColumns(version).catch((error: unknown) => {
      this.#fail(version, error);
      return undefined;
    });
  }

  async #current(): Promise<string> {
    if (this.#version !== undefined) return this.#version;
    const generation = this.#generation;
    try {
      const state = (await this.source.version?.()) ?? (await this.source.meaning?.()) ?? "";
      this.#version = `${generation} ${state}`;
    } catch (error) {
      this.#version = `${generation} failed`;
      this.#fail(this.#version, error);
    }
    return this.#version;
  }

  async #readRows(version: string): Promise<void> {
    const rows: Row[] = [];
    try {
      const { signal } = this.#abandon;
      for await (const some of this.source.read({ signal, limit: this.#limit })) {
        rows.push(...some.slice(0, this.#limit - rows.length));
        if (rows.length >= this.#limit) break;
      }
      // A database tells them without reading; an HTTP source would be asked for a whole page more.
      if (this.source.meaning !== undefined) await this.#askColumns(version);
      this.#rows = { version, rows };
      this.#failed = undefined;
    } catch (error) {
      if (!this.#abandon.signal.aborted) this.#fail(version, error);
    }
  }

  async #askColumns(version: string): Promise<readonly Column[] | undefined> {
    const columns = await this.source.columns?.(this.#abandon.signal);
    if (columns === undefined) return undefined;
    this.#columns = { version, columns };
    return this.#columns.columns;
  }

  #fail(version: string, error: unknown): void {
    if (!(error instanceof Stop)) throw error;
    const times = (this.#failed?.times ?? 0) + 1;
    // A file tells when it changes. Anything else is tried again, and less and less often.
    const isFile = this.source.version !== undefined;
    this.#failed = {
      version,
      failure: error.reason,
      times,
      retryAt: isFile ? Number.POSITIVE_INFINITY : this.#now() + patience(times),
    };
  }
}

interface Failed {
  readonly version: string;
  readonly failure: Failure;
  /** In a row. */
  readonly times: number;
  readonly retryAt: number;
}

/** One promise for a signal, whoever waits: a run waits for hundreds of sources. */
const abortions = new WeakMap<AbortSignal, Promise<void>>();

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  let promise = abortions.get(signal);
  if (promise === undefined) {
    promise = new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    abortions.set(signal, promise);
  }
  return promise;
}
