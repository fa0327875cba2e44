import { PROJECT_FILE } from "../../definition/compile-project.ts";

/** Stands for a change of which nobody knows where it was. */
export const ANYWHERE = ".";

/** Whether a change of this file may be one of what these paths and globs name; rather once too often than missed. */
export function concerns(file: string, patterns: readonly string[]): boolean {
  return file === ANYWHERE || patterns.some((pattern) => isNamed(file, partsOf(pattern)));
}

/** Whether something below this folder may be named: then it has to be looked into. */
export function mayHold(folder: string, patterns: readonly string[]): boolean {
  const path = folder.split("/");
  return patterns.some((pattern) => {
    const { base, depth } = partsOf(pattern);
    return startsWith(base, path) || (startsWith(path, base) && path.length < depth);
  });
}

interface Parts {
  /** The folders that are written out. */
  readonly base: readonly string[];
  /** Levels down to the files: infinite with `**`. */
  readonly depth: number;
  readonly isGlob: boolean;
}

function partsOf(pattern: string): Parts {
  const parts = pattern.replaceAll("\\", "/").split("/");
  const path: string[] = [];
  for (const part of parts) {
    if (part === "" || part === ".") continue;
    if (part === ".." && path.length > 0) path.pop();
    else path.push(part);
  }
  const first = path.findIndex((part) => GLOB.test(part));
  if (first < 0) return { base: path, depth: path.length, isGlob: false };
  const depth = path.includes("**") || /[{(]/.test(pattern) ? Number.POSITIVE_INFINITY : path.length;
  return { base: path.slice(0, first), depth, isGlob: true };
}

function isNamed(file: string, { base, depth, isGlob }: Parts): boolean {
  const path = file.split("/");
  // The folder of a file that comes or goes takes it along.
  if (startsWith(base, path)) return true;
  return isGlob && startsWith(path, base) && path.length <= depth;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.length <= path.length && start.every((part, index) => part === path[index]);
}

const GLOB = /[*?[\]{}()!+@]/;

/** Whether every definition depends on this file. */
export function isSettings(file: string): boolean {
  return file === ANYWHERE || file === PROJECT_FILE || file === ".env";
}
