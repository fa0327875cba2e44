import type { NamedSource } from "../model/compiled-sync.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { CompileExpression } from "../model/expression.ts";
import { given } from "../model/given.ts";
import type { Linter } from "../model/linter.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { Project } from "../model/project.ts";
import type { Column } from "../model/source.ts";
import type { SourceKind } from "../model/source-kind.ts";
import { Stop } from "../model/stop.ts";
import { FIELDS_FILE } from "../model/tenant-fields.ts";
import { checkProject, PROJECT_FILE, type ReadProject, readProject } from "./compile-project.ts";
import { sourceSpec } from "./compile-sync.ts";
import { loadEnvironment } from "./files/environment.ts";
import { findDefinitions } from "./files/find-definitions.ts";
import { findRepositoryFiles } from "./files/find-repository-files.ts";
import { missingSourceFiles } from "./files/missing-source-files.ts";
import { readProjectFile } from "./files/project-file.ts";
import { readTextFiles } from "./files/read-text-files.ts";
import type { CheckedSync } from "./files/sync-file.ts";
import { unreadableSource } from "./files/unreadable-source.ts";
import { createLoadMemory, type LoadMemory } from "./load-memory.ts";

export interface LoadOptions {
  /** Absolute project folder. */
  readonly dir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute, or relative to `dir`. Default: `.env` in `dir`, where there is one. `env` wins over the file. */
  readonly envFile?: string;
  /** Which of the project's environments is meant; by default the one that PLANHAT_SYNC_ENV names. */
  readonly environment?: string;
  readonly objectTypes: readonly ObjectType[];
  readonly sourceKinds: readonly SourceKind[];
  readonly compileExpression: CompileExpression;
  readonly linter: Linter;
  /** Texts in place of what the disk holds, by path relative to `dir`: what a file would say after a change. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What earlier calls came to, for whoever loads a project again and again. */
  readonly memory?: LoadMemory;
  /** A text of `planhat-sync.yaml` that stands in for the file while that has errors. They are told all the same. */
  readonly settingsInstead?: string;
  /**
   * Asks a source for its columns, so that expressions can be checked against them; undefined where it cannot tell. A Stop
   * says why a run could not read it, and becomes a remark.
   */
  readonly columnsOf?: (sync: NamedSource, project: Project) => Promise<readonly Column[] | Stop | undefined>;
}

/**
 * Reads a project from disk: `planhat-sync.yaml`, `planhat.fields.json`, `.env`, the definitions and the workflows that
 * run them. Whatever is wrong with a file is a diagnostic, never thrown, and all of them are there at once. Opens regular
 * files inside the folder only.
 */
export async function loadProject(options: LoadOptions): Promise<Project> {
  const { dir, env, envFile, columnsOf, texts = new Map<string, string>(), ...others } = options;
  const { memory = createLoadMemory(), settingsInstead, ...rest } = others;
  const environment = await loadEnvironment({ dir, env, ...given({ envFile }) });
  const settings = await readTextFiles(dir, [PROJECT_FILE, FIELDS_FILE], { optional: true });
  const projectText = texts.get(PROJECT_FILE) ?? settings.texts.get(PROJECT_FILE);
  const written = readProjectFile(PROJECT_FILE, projectText, environment.variables, options.environment);
  const isBroken = [...settings.diagnostics, ...written.diagnostics].some(isError);
  const instead = isBroken ? settingsInstead : undefined;
  const insteadTexts = new Map(instead === undefined ? [] : [[PROJECT_FILE, instead] as const]);
  const { syncs } =
    instead === undefined
      ? written.settings
      : readProjectFile(PROJECT_FILE, instead, environment.variables, options.environment).settings;

  const found = await findDefinitions(dir, syncs);
  const definitions = await readTextFiles(dir, found.files, { optional: false, memory: memory.texts });
  const repository = await readTextFiles(dir, await findRepositoryFiles(dir), {
    optional: true,
    memory: memory.texts,
  });
  const read = readProject({
    ...rest,
    dir,
    env: environment.variables,
    files: new Map([...settings.texts, ...definitions.texts, ...repository.texts, ...texts, ...insteadTexts]),
    memory: memory.definitions,
  });
  const project = await withColumns(read, columnsOf, [
    ...environment.diagnostics,
    ...settings.diagnostics,
    ...found.diagnostics,
    ...definitions.diagnostics,
    ...(await missingSourceFiles(dir, read)),
  ]);
  if (instead === undefined) return project;
  const diagnostics = [
    // Remarks on the text that stands in have no place in the file.
    ...project.diagnostics.filter(({ file }) => file !== PROJECT_FILE),
    ...written.diagnostics,
  ];
  return {
    ...project,
    diagnostics: diagnostics.sort(compareDiagnostics),
    // What a reader is shown is what the file says now.
    texts: new Map([...project.texts, ...settings.texts]),
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/**
 * Asks the sources of what compiles for their columns, and checks with what they tell. Files are also asked where something
 * else is wrong, so that all faults show at once; a database is left alone then.
 */
async function withColumns(
  read: ReadProject,
  columnsOf: LoadOptions["columnsOf"],
  found: readonly Diagnostic[],
): Promise<Project> {
  if (columnsOf === undefined) return checkProject(read, { found });
  const isFilesOnly = read.reads.every(({ checked }) => checked === undefined || costsNothing(checked));
  // Files are asked whatever the rules say: these look once, at all that is known.
  const project = checkProject(isFilesOnly ? withoutRules(read) : read, { found });
  const columns = new Map<string, readonly Column[]>();
  const stops: Diagnostic[] = [];
  const clean = new Set(project.syncs.map(({ file }) => file));
  const { environment } = project.settings;
  const isOpen = environment !== undefined && environment.kind !== "chosen";
  for (const { checked } of read.reads) {
    if (checked === undefined || checked.missingVariables.length > 0) continue;
    // Until an environment is chosen, nobody knows which database is meant.
    if (isOpen && checked.placed.source?.kind.columnsCost !== "nothing") continue;
    const { name, file } = checked.placed;
    const source = sourceSpec(checked.definition.source);
    if (!clean.has(file) && !costsNothing(checked)) continue;
    const told = await columnsOf({ name, source }, project);
    if (told instanceof Stop) {
      const isMissing = found.some((one) => one.file === file && one.rule === "source-file-missing");
      if (!isMissing) stops.push(unreadableSource(checked.placed, told));
    } else if (told !== undefined) columns.set(file, told);
  }
  if (columns.size === 0 && stops.length === 0 && !isFilesOnly) return project;
  return checkProject(read, { found: [...found, ...stops], columns });
}

function costsNothing({ placed }: CheckedSync): boolean {
  return placed.source?.kind.columnsCost === "nothing";
}

/** Compiles what it can, and says nothing of what the rules would find. */
function withoutRules(read: ReadProject): ReadProject {
  return { ...read, options: { ...read.options, linter: { find: () => [], judge: (raw) => raw } } };
}
