import type { CompiledSync, NamedSource } from "../../model/compiled-sync.ts";
import { canonicalJson, sha256 } from "../../model/fingerprint.ts";
import type { Json } from "../../model/json.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { CachedSource } from "./cached-source.ts";

export interface RowCacheOptions {
  /** Rows kept of each source. */
  readonly limit: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly open: (sync: NamedSource, project: Project) => Promise<Source>;
}

/** The sources of a project, each opened once: an edit of an expression leaves it the same source, and reads nothing. */
export class RowCache {
  readonly #options: RowCacheOptions;
  readonly #sources = new Map<string, CachedSource>();

  constructor(options: RowCacheOptions) {
    this.#options = options;
  }

  /** Two syncs with the same settings have one source. */
  async of(sync: NamedSource, project: Project): Promise<CachedSource> {
    const identity = identityOf(sync, project);
    const there = this.#sources.get(identity);
    if (there !== undefined) return there;
    const source = await this.#options.open(sync, project);
    // Somebody else may have opened it meanwhile.
    const cached =
      this.#sources.get(identity) ?? new CachedSource(source, this.#options.limit, this.#options.now);
    this.#sources.set(identity, cached);
    return cached;
  }

  /** Something happened to a file: who reads it looks again. */
  touch(files: ReadonlySet<string>): void {
    for (const cached of this.#sources.values()) {
      for (const file of files) if (cached.reads(file)) cached.touch();
    }
  }

  /** Forgets the sources that no definition has any more. */
  retain(syncs: readonly CompiledSync[], project: Project): void {
    const kept = new Set(syncs.map((sync) => identityOf(sync, project)));
    for (const [identity, cached] of this.#sources) {
      if (kept.has(identity)) continue;
      cached.abandon();
      this.#sources.delete(identity);
    }
  }

  /** Paths and globs that the sources read, relative to the project folder. */
  get files(): readonly string[] {
    return [...new Set([...this.#sources.values()].flatMap(({ source }) => source.files ?? []))];
  }

  close(): void {
    for (const cached of this.#sources.values()) cached.abandon();
    this.#sources.clear();
  }
}

/** Canonical JSON of the settings, computed once a definition; the connections' once a project. */
const specs = new WeakMap<NamedSource, string>();
const connections = new WeakMap<Project["settings"], string>();

function identityOf(sync: NamedSource, { settings }: Project): string {
  let spec = specs.get(sync);
  if (spec === undefined) {
    spec = sha256(canonicalJson([sync.source.kind, sync.source.settings as Json]));
    specs.set(sync, spec);
  }
  let values = connections.get(settings);
  if (values === undefined) {
    values = sha256(canonicalJson(settings.connections as unknown as Json));
    connections.set(settings, values);
  }
  return `${spec} ${values}`;
}
