import type { CompiledSync } from "../model/compiled-sync.ts";
import type { TenantFields } from "../model/tenant-fields.ts";
import { compileSync } from "./compile-sync.ts";
import type { Variables } from "./files/substitute.ts";
import { type CheckedSync, type ReadSync, readSyncFile, type SyncFileOptions } from "./files/sync-file.ts";

/**
 * What loading a project once leaves for the next time: files and definitions that are as they were are not read,
 * parsed or compiled again. A project loaded with it is the one that would be loaded without.
 */
export interface LoadMemory {
  readonly texts: TextMemory;
  readonly definitions: DefinitionMemory;
}

export function createLoadMemory(): LoadMemory {
  return { texts: new TextMemory(), definitions: new DefinitionMemory() };
}

/** What a file system tells of a file without opening it. */
export interface FileState {
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

interface KnownText {
  readonly state: FileState;
  readonly text: string;
}

/** A file that changed less than this before it was read may change again within one tick of its clock. */
const YOUNG_NS = 2_000_000_000n;

/** Texts of files by path, for as long as their states say that they are the same. */
export class TextMemory {
  readonly #known = new Map<string, KnownText>();

  recall(path: string, state: FileState): string | undefined {
    const known = this.#known.get(path);
    return known !== undefined && isSame(known.state, state) ? known.text : undefined;
  }

  /** `now` in milliseconds since the epoch. What is too young to be told from its successor is not kept. */
  keep(path: string, state: FileState, text: string, now: number): void {
    const changed = state.mtimeNs > state.ctimeNs ? state.mtimeNs : state.ctimeNs;
    if (BigInt(Math.trunc(now)) * 1_000_000n - changed < YOUNG_NS) this.#known.delete(path);
    else this.#known.set(path, { state, text });
  }
}

function isSame(a: FileState, b: FileState): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;
}

interface KnownFile {
  readonly text: string;
  readonly options: SyncFileOptions;
  readonly read: ReadSync;
}

/** What each definition came to, by its file. */
export class DefinitionMemory {
  #known = new Map<string, KnownFile>();
  readonly #compiled = new WeakMap<CheckedSync, { readonly sync: CompiledSync | undefined }>();

  /** Every definition of a project; those of files that are gone are forgotten. */
  readAll(texts: ReadonlyMap<string, string>, options: SyncFileOptions): readonly ReadSync[] {
    const known = new Map<string, KnownFile>();
    for (const [file, text] of texts) {
      const before = this.#known.get(file);
      const isKnown = before?.text === text && sameOptions(before.options, options);
      known.set(file, isKnown ? before : { text, options, read: readSyncFile(file, text, options) });
    }
    this.#known = known;
    return [...known.values()].map(({ read }) => read);
  }

  compile(checked: CheckedSync): CompiledSync | undefined {
    const known = this.#compiled.get(checked);
    if (known !== undefined) return known.sync;
    const sync = compileSync(checked);
    this.#compiled.set(checked, { sync });
    return sync;
  }
}

function sameOptions(a: SyncFileOptions, b: SyncFileOptions): boolean {
  return (
    a.objectTypes === b.objectTypes &&
    a.sourceKinds === b.sourceKinds &&
    a.compileExpression === b.compileExpression &&
    sameFields(a.tenantFields, b.tenantFields) &&
    sameVariables(a.env, b.env) &&
    sameNames(a.awaited, b.awaited)
  );
}

/** They are read anew each time, so what they say is compared. */
function sameFields(a: TenantFields | undefined, b: TenantFields | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sameVariables(a: Variables, b: Variables): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function sameNames(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
