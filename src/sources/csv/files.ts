import { realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { mayBeGlob } from "../../model/glob.ts";
import { Stop } from "../../model/stop.ts";

/** A file to read, or standard input. */
export interface CsvFile {
  /** Relative to the project folder, with forward slashes; `stdin` for standard input. */
  readonly name: string;
  /** Absolute and without links; undefined for standard input. */
  readonly path: string | undefined;
}

/**
 * The files that a path or glob names, in the order of their names' UTF-16 units. Throws a Stop where there is
 * none, and for anything that is not a regular file inside the project folder.
 */
export async function findFiles(pattern: string, projectDir: string): Promise<readonly CsvFile[]> {
  if (pattern === "-") return [{ name: "stdin", path: undefined }];
  const root = await realpath(projectDir);
  const names = mayBeGlob(pattern) ? await match(pattern, root) : [pattern];
  const files: CsvFile[] = [];
  for (const name of names) files.push(await checkFile(name, root));
  return files;
}

/** Another one as soon as a file comes, goes, is written or is exchanged. Throws as findFiles does. */
export async function filesVersion(pattern: string, projectDir: string): Promise<string> {
  const states: string[] = [];
  for (const { name, path } of await findFiles(pattern, projectDir)) {
    const state = path === undefined ? undefined : await stat(path, { bigint: true }).catch(() => undefined);
    states.push(`${name} ${state?.ino} ${state?.size} ${state?.mtimeNs} ${state?.ctimeNs}`);
  }
  return states.join("\n");
}

async function match(pattern: string, root: string): Promise<readonly string[]> {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(pattern) || (await exists(resolve(root, pattern)))) return [pattern];
  if (isAbsolute(pattern) || pattern.split("/").includes("..")) {
    throw new Stop("source-outside", `The CSV path ${pattern} leaves the project folder.`, { fix: INSIDE });
  }
  const names = await glob(pattern, { cwd: root, onlyFiles: true });
  if (names.length === 0) {
    throw new Stop("source-unreadable", `No CSV file matches ${pattern}.`, {
      fix: `the pattern is relative to the project folder ${root}; check the folder and the ending`,
    });
  }
  return names.toSorted();
}

const INSIDE = "copy the file into the project folder, or set --project to a folder that holds both";

async function checkFile(name: string, root: string): Promise<CsvFile> {
  const asked = resolve(root, name);
  let path: string;
  try {
    path = await realpath(asked);
  } catch (cause) {
    throw new Stop("source-unreadable", `The CSV file ${name} cannot be found.`, {
      cause,
      fix: `paths are relative to the project folder ${root}`,
    });
  }
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new Stop("source-outside", `The CSV file ${name} lies outside the project folder.`, {
      fix: INSIDE,
    });
  }
  // Asked before opening: to open a named pipe would wait for a writer for ever.
  const { isFile } = await kindOf(path);
  if (!isFile) {
    throw new Stop("source-unreadable", `${name} is not a regular file.`, {
      fix: "name a CSV file or a glob such as data/*.csv; for a pipe, use path: - and standard input",
    });
  }
  return { name: relative(root, join(asked)).split(sep).join("/"), path };
}

async function kindOf(path: string): Promise<{ readonly isFile: boolean }> {
  return { isFile: (await stat(path)).isFile() };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
