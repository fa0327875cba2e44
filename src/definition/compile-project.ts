import type { CompiledSync } from "../model/compiled-sync.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { CompileExpression } from "../model/expression.ts";
import type { Linter, RuleContext } from "../model/linter.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { PlacedDocument, PlacedFile, PlacedSync } from "../model/placed.ts";
import type { Project } from "../model/project.ts";
import type { Column } from "../model/source.ts";
import type { SourceKind } from "../model/source-kind.ts";
import type { TenantFields } from "../model/tenant-fields.ts";
import { FIELDS_FILE } from "../model/tenant-fields.ts";
import { readFieldsFile } from "./files/fields-file.ts";
import { type ReadProjectFile, readProjectFile } from "./files/project-file.ts";
import type { Variables } from "./files/substitute.ts";
import type { ReadSync } from "./files/sync-file.ts";
import { isWorkflow, readWorkflow } from "./files/workflow-file.ts";
import { DefinitionMemory } from "./load-memory.ts";
import { withColumns } from "./places/place-sync.ts";
import { tenantMissing } from "./tenant-missing.ts";
import { bareTree, placedFile } from "./yaml/source-tree.ts";

/** The settings' file, beside the folder of the definitions. */
export const PROJECT_FILE = "planhat-sync.yaml";
export const GITIGNORE = ".gitignore";

export interface CompileOptions {
  /** Absolute project folder; nothing is read from it here. */
  readonly dir: string;
  /**
   * Text by path relative to `dir`, with forward slashes. Every file but `planhat-sync.yaml`, `planhat.fields.json`,
   * `.gitignore` and those of `.github/workflows/` is a definition.
   */
  readonly files: ReadonlyMap<string, string>;
  readonly env: Variables;
  /** Which of the project's environments is meant; by default the one that PLANHAT_SYNC_ENV names. */
  readonly environment?: string;
  readonly objectTypes: readonly ObjectType[];
  readonly sourceKinds: readonly SourceKind[];
  readonly compileExpression: CompileExpression;
  readonly linter: Linter;
  /** What earlier calls came to; of this call alone by default. */
  readonly memory?: DefinitionMemory;
}

/** A project whose files are parsed and placed: what can be checked more than once. */
export interface ReadProject {
  readonly options: CompileOptions;
  readonly memory: DefinitionMemory;
  readonly texts: ReadonlyMap<string, string>;
  /** From planhat.fields.json. */
  readonly tenant: { readonly fields: TenantFields | undefined; readonly diagnostics: readonly Diagnostic[] };
  readonly project: ReadProjectFile;
  readonly reads: readonly ReadSync[];
  readonly workflows: readonly PlacedDocument[];
}

export interface CheckOptions {
  /** Columns of the sources, where somebody has asked them, by the definition's file. */
  readonly columns?: ReadonlyMap<string, readonly Column[]>;
  /** What reading the files from a disk has found. */
  readonly found?: readonly Diagnostic[];
}

/**
 * A project in memory → what compiles, and every remark. Pure: no I/O, the same input gives the same project.
 * A definition with an error is left out of `syncs`; its remarks say why.
 */
export function compileProject(options: CompileOptions): Project {
  return checkProject(readProject(options));
}

const NO_DEFINITIONS: readonly string[] = [PROJECT_FILE, FIELDS_FILE, GITIGNORE];

export function readProject(options: CompileOptions): ReadProject {
  const texts = new Map([...options.files].map(([file, text]) => [file, withoutBom(text)]));
  const files = [...texts.keys()].sort();
  const text = (file: string) => texts.get(file) ?? "";
  const isDefinition = (file: string) => !NO_DEFINITIONS.includes(file) && !isWorkflow(file);
  const memory = options.memory ?? new DefinitionMemory();
  const tenant = readFieldsFile(FIELDS_FILE, texts.get(FIELDS_FILE));
  const own = tenant.fields === undefined ? {} : { tenantFields: tenant.fields };
  const project = readProjectFile(PROJECT_FILE, texts.get(PROJECT_FILE), options.env, options.environment);
  const { variables: env, awaited } = project;
  const open = awaited === undefined ? {} : { awaited };
  const { objectTypes, sourceKinds, compileExpression } = options;
  const definitions = new Map(files.filter(isDefinition).map((file) => [file, text(file)]));
  return {
    options,
    memory,
    texts,
    tenant,
    project,
    reads: memory.readAll(definitions, { env, objectTypes, sourceKinds, compileExpression, ...own, ...open }),
    workflows: files.filter(isWorkflow).flatMap((file) => readWorkflow(file, text(file)) ?? []),
  };
}

export function checkProject(read: ReadProject, { columns, found = [] }: CheckOptions = {}): Project {
  const { options, project, reads, workflows } = read;
  const { linter } = options;
  const raw = [
    ...found,
    ...project.diagnostics,
    ...read.tenant.diagnostics,
    ...reads.flatMap((one) => one.diagnostics),
    ...linter.find(contextOf(read, columns)),
    ...tenantMissing(
      reads.flatMap(({ placed }) => placed ?? []),
      project.settings,
    ),
  ];
  const files: readonly PlacedFile[] = [
    ...(project.placed === undefined ? [] : [project.placed]),
    ...reads.map(({ tree }) => tree),
    ...workflows,
  ];
  const diagnostics = linter.judge(raw, { files, project: project.placed, settings: project.lint });
  return {
    dir: options.dir,
    settings: project.settings,
    lint: project.lint,
    syncs: compileClean(read, diagnostics),
    diagnostics: [...diagnostics].sort(compareDiagnostics),
    texts: read.texts,
    ...(read.tenant.fields === undefined ? {} : { tenantFields: read.tenant.fields }),
    secrets: [...new Set([...project.secrets, ...reads.flatMap((one) => one.secrets)])],
  };
}

function contextOf(
  { options, project, reads, workflows, texts, tenant }: ReadProject,
  columns: CheckOptions["columns"],
): RuleContext {
  const { settings } = project;
  const gitignore = texts.get(GITIGNORE);
  return {
    syncs: reads.flatMap(({ placed }) => (placed === undefined ? [] : [seen(placed, columns)])),
    project: project.placed,
    settings,
    regions: project.regions,
    states: project.states,
    workflows,
    gitignore: gitignore === undefined ? undefined : placedFile(bareTree(GITIGNORE, gitignore)),
    isWhole: reads.every(({ checked }) => checked !== undefined),
    objectTypes: options.objectTypes,
    ...(tenant.fields === undefined ? {} : { tenantFields: tenant.fields }),
  };
}

function seen(placed: PlacedSync, columns: CheckOptions["columns"]): PlacedSync {
  const told = columns?.get(placed.file);
  return told === undefined ? placed : withColumns(placed, told);
}

function compileClean(
  { reads, memory }: ReadProject,
  diagnostics: readonly Diagnostic[],
): readonly CompiledSync[] {
  const broken = new Set(diagnostics.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  return reads.flatMap(({ checked }) => {
    if (checked === undefined || broken.has(checked.placed.file)) return [];
    return memory.compile(checked) ?? [];
  });
}

function withoutBom(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
