import type { CompiledSync } from "../model/compiled-sync.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import type { CompileExpression } from "../model/expression.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { Project } from "../model/project.ts";
import { type CompileOptions, compileProject, PROJECT_FILE } from "./compile-project.ts";
import { loadEnvironment } from "./environment.ts";
import { FIELDS_FILE } from "./fields-file.ts";
import { findDefinitions } from "./find-definitions.ts";
import { readProjectFile } from "./project-file.ts";
import { readTextFiles } from "./read-text-files.ts";
import type { Rule } from "./rule.ts";

export interface LoadOptions {
  /** Absolute project folder. */
  readonly dir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute, or relative to `dir`. Default: `.env` in `dir`, where there is one. `env` wins over the file. */
  readonly envFile?: string;
  readonly objectTypes: readonly ObjectType[];
  readonly compileExpression: CompileExpression;
  /** The linter's rules by default. */
  readonly rules?: readonly Rule[];
  /** Asks a source for its columns, so that expressions can be checked against them; undefined where it cannot tell. */
  readonly columnsOf?: (sync: CompiledSync, project: Project) => Promise<readonly string[] | undefined>;
}

/**
 * Reads a project from disk: `planhat-sync.yaml`, `planhat.fields.json`, `.env` and the definitions. Whatever is wrong with a file is a
 * diagnostic, never thrown, and all of them are there at once. Opens regular files inside the folder only.
 */
export async function loadProject(options: LoadOptions): Promise<Project> {
  const { dir, env, envFile, columnsOf, ...rest } = options;
  const environment = await loadEnvironment({ dir, env, ...(envFile === undefined ? {} : { envFile }) });
  const settings = await readTextFiles(dir, [PROJECT_FILE, FIELDS_FILE], { optional: true });
  const projectText = settings.texts.get(PROJECT_FILE);
  const { syncs } = readProjectFile(PROJECT_FILE, projectText, environment.variables).settings;

  const found = await findDefinitions(dir, syncs);
  const definitions = await readTextFiles(dir, found.files, { optional: false });
  const compile: CompileOptions = {
    ...rest,
    dir,
    env: environment.variables,
    files: new Map([...settings.texts, ...definitions.texts]),
  };
  const project = await withColumns(compile, columnsOf);
  const diagnostics: readonly Diagnostic[] = [
    ...project.diagnostics,
    ...environment.diagnostics,
    ...settings.diagnostics,
    ...found.diagnostics,
    ...definitions.diagnostics,
  ];
  return { ...project, diagnostics: [...diagnostics].sort(compareDiagnostics) };
}

/** Compiles, asks the sources of what compiled for their columns, and where any tells, compiles with them once more. */
async function withColumns(options: CompileOptions, columnsOf: LoadOptions["columnsOf"]): Promise<Project> {
  const project = compileProject(options);
  if (columnsOf === undefined) return project;
  const columns = new Map<string, readonly string[]>();
  for (const sync of project.syncs) {
    const names = sync.missingVariables.length > 0 ? undefined : await columnsOf(sync, project);
    if (names !== undefined) columns.set(sync.file, names);
  }
  return columns.size === 0 ? project : compileProject({ ...options, columns });
}
