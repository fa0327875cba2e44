import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { diagnose, FILE_START, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { PROJECT_FILE } from "../compile-project.ts";

export interface FoundDefinitions {
  /** Relative to the project folder, with forward slashes, in code-unit order. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const DEFINITION = /\.ya?ml$/i;

/**
 * Every `.yaml` and `.yml` below the folder, whatever stands behind the name: a pipe or a dangling link called `.yaml` is
 * found too, so that its reader can say so (a glob would pass over it in silence). Names that begin with a dot are
 * left out, and so is what `node_modules` holds. Links to folders inside the project are followed, once each.
 */
export async function findDefinitions(dir: string, folder: string): Promise<FoundDefinitions> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const root = await realpath(dir).catch(() => dir);
  const seen = new Set<string>();
  const isThere = await visit(folder === "." ? "" : folder);
  if (!isThere) diagnostics.push(diagnose(PROJECT_FILE, FILE_START, noFolder(folder)));
  else if (files.length === 0 && diagnostics.length === 0) {
    diagnostics.push(diagnose(PROJECT_FILE, FILE_START, noDefinitions(folder)));
  }
  return { files: files.sort(), diagnostics };

  async function visit(path: string): Promise<boolean> {
    const real = await realpath(join(dir, path)).catch(() => undefined);
    if (real === undefined || seen.has(real)) return real !== undefined;
    seen.add(real);
    const between = relative(root, real);
    if (between === ".." || between.startsWith(`..${sep}`)) {
      diagnostics.push(diagnose(path, FILE_START, LINK_OUTSIDE));
      return true;
    }
    const entries = await readdir(real, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) return false;
    for (const entry of entries) await look(path === "" ? entry.name : `${path}/${entry.name}`, entry);
    return true;
  }

  async function look(path: string, entry: Dirent): Promise<void> {
    if (entry.name.startsWith(".") || entry.name === "node_modules" || path === PROJECT_FILE) return;
    if (await isFolder(join(dir, path), entry)) {
      if (DEFINITION.test(entry.name)) diagnostics.push(diagnose(path, FILE_START, FOLDER));
      else await visit(path);
    } else if (DEFINITION.test(entry.name)) files.push(path);
  }
}

async function isFolder(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function noFolder(folder: string): Remark {
  return {
    rule: "no-definitions",
    message: `The project has no folder "${folder}", where its definitions belong.`,
    hint: "planhat-sync init makes a project; --project names the folder of another",
  };
}

function noDefinitions(folder: string): Remark {
  return {
    rule: "no-definitions",
    message: `The folder "${folder}" holds no definition.`,
    hint: `write one to ${folder}/<name>.yaml, or let planhat-sync init make a first one`,
  };
}

const FOLDER: Remark = {
  rule: "file-unreadable",
  message: "This folder is named like a definition.",
  hint: "rename it: names in .yaml and .yml are for files",
};

const LINK_OUTSIDE: Remark = {
  rule: "path-outside",
  message: "The folder is a link that leads out of the project folder.",
  hint: "copy the definitions into the project",
};
