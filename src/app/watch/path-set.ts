import { PROJECT_FILE } from "../../definition/compile-project.ts";

/** Stands for a change of which nobody knows where it was. */
export const ANYWHERE = ".";

/** Whether every definition depends on this file. */
export function isSettings(file: string): boolean {
  return file === ANYWHERE || file === PROJECT_FILE || file === ".env";
}

/**
 * What some paths and globs name, all relative to the project folder and with forward slashes. It says yes rather once
 * too often: whoever reads the files knows better. Looked into for every file of a folder, so it does little each time.
 */
export class PathSet {
  /** Files, and all the folders that lead to them. */
  readonly #files: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;
  readonly #globs: readonly Glob[];

  constructor(patterns: readonly string[]) {
    const paths = patterns.map(normalized);
    const plain = paths.filter((path) => !path.some(isMagic));
    this.#globs = paths.filter((path) => path.some(isMagic)).map(globOf);
    this.#files = new Set(plain.map((path) => path.join("/")));
    this.#folders = new Set([
      ...plain.flatMap(foldersOf),
      ...this.#globs.flatMap(({ base }) => [base, ...foldersOf(base.split("/"))]),
    ]);
  }

  /** Whether a change of this file, or of a folder that leads to one, may be a change of what is named. */
  names(file: string): boolean {
    if (file === ANYWHERE || this.#files.has(file) || this.#folders.has(file)) return true;
    return this.#globs.some(({ base, depth }) => isBelow(file, base) && levelsOf(file) <= depth);
  }

  /** Whether something below this folder may be named: then it has to be looked into. */
  mayHold(folder: string): boolean {
    if (this.#folders.has(folder)) return true;
    return this.#globs.some(({ base, depth }) => isBelow(folder, base) && levelsOf(folder) < depth);
  }
}

interface Glob {
  /** The folders that are written out. */
  readonly base: string;
  /** Levels down to the files: infinite with `**`. */
  readonly depth: number;
}

function globOf(path: readonly string[]): Glob {
  const isDeep = path.some((part) => part === "**" || /[{(]/.test(part));
  return {
    base: path.slice(0, path.findIndex(isMagic)).join("/"),
    depth: isDeep ? Number.POSITIVE_INFINITY : path.length,
  };
}

function normalized(pattern: string): readonly string[] {
  const path: string[] = [];
  for (const part of pattern.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && path.length > 0) path.pop();
    else path.push(part);
  }
  return path;
}

function foldersOf(path: readonly string[]): readonly string[] {
  return path.slice(1).map((_, index) => path.slice(0, index + 1).join("/"));
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function levelsOf(path: string): number {
  let levels = 1;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) levels += 1;
  return levels;
}

/** Whether a part of a path stands for several. */
export function isMagic(part: string): boolean {
  return /[*?[\]{}()!+@]/.test(part);
}
