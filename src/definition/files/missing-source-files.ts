import { stat } from "node:fs/promises";
import { join } from "node:path";
import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { mayBeGlob } from "../../model/glob.ts";
import type { Path, PlacedSync } from "../../model/placed.ts";
import type { ReadProject } from "../compile-project.ts";
import { whyOutside } from "./paths-outside.ts";

/** The files that definitions read from and that are not there. Only what is one file, with all its variables set. */
export async function missingSourceFiles(
  dir: string,
  { reads }: ReadProject,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { placed } of reads) {
    if (placed === undefined) continue;
    for (const { path, file, isQuery, isPattern } of namedFiles(placed)) {
      if (isPattern && (await isGlob(file))) continue;
      if (await exists(join(dir, file))) continue;
      const diagnostic = diagnose(placed.file, placed.place(path), {
        rule: "source-file-missing",
        // Data may be put there later, by a job before this one; a query is part of the project.
        severity: isQuery ? "error" : "warning",
        message: "The file is not there. A run would end before it has read anything.",
        hint: `check the name, which is relative to the project folder${isQuery ? "" : "; if another job puts the file there, this is no fault"}`,
      });
      found.push({ ...diagnostic, sync: placed.name });
    }
  }
  return found;
}

interface NamedFile {
  readonly path: Path;
  readonly file: string;
  readonly isQuery: boolean;
  /** The setting takes patterns too. */
  readonly isPattern: boolean;
}

function* namedFiles({ source }: PlacedSync): Iterable<NamedFile> {
  if (source === undefined) return;
  const { kind, settings, path } = source;
  if (kind.readsStdin?.(settings) === true) return;
  for (const [setting, { holds, isPattern }] of Object.entries(kind.files)) {
    const file = settings[setting];
    if (typeof file !== "string" || !isPlain(file)) continue;
    yield { path: [...path, setting], file, isQuery: holds === "query", isPattern: isPattern === true };
  }
}

function isPlain(file: string): boolean {
  return !file.includes("${") && whyOutside(file) === undefined;
}

async function isGlob(file: string): Promise<boolean> {
  return mayBeGlob(file) && (await import("tinyglobby")).isDynamicPattern(file);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
