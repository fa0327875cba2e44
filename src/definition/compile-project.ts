import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { CompileExpression } from "../model/expression.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { Project } from "../model/project.ts";
import { diagnose } from "./diagnose.ts";
import { DefinitionMemory } from "./load-memory.ts";
import { readProjectFile } from "./project-file.ts";
import type { Finding, PlacedSync, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import type { Variables } from "./substitute.ts";
import type { ReadSync } from "./sync-file.ts";
import { tenantMissing } from "./tenant-missing.ts";

/** The settings' file, beside the folder of the definitions. */
export const PROJECT_FILE = "planhat-sync.yaml";

export interface CompileOptions {
  /** Absolute project folder; nothing is read from it here. */
  readonly dir: string;
  /** Text by path relative to `dir`, with forward slashes. Every file but `planhat-sync.yaml` is a definition. */
  readonly files: ReadonlyMap<string, string>;
  readonly env: Variables;
  readonly objectTypes: readonly ObjectType[];
  readonly compileExpression: CompileExpression;
  /** The linter's rules by default. */
  readonly rules?: readonly Rule[];
  /** Columns of the sources, where somebody has asked them, by the definition's file. */
  readonly columns?: ReadonlyMap<string, readonly string[]>;
  /** What earlier calls came to; of this call alone by default. */
  readonly memory?: DefinitionMemory;
}

/**
 * A project in memory → what compiles, and every remark. Pure: no I/O, the same input gives the same project.
 * A definition with an error is left out of `syncs`; its remarks say why.
 */
export function compileProject(options: CompileOptions): Project {
  const texts = new Map([...options.files].map(([file, text]) => [file, withoutBom(text)]));
  const project = readProjectFile(PROJECT_FILE, texts.get(PROJECT_FILE), options.env);
  const files = [...texts.keys()].filter((file) => file !== PROJECT_FILE).sort();
  const memory = options.memory ?? new DefinitionMemory();
  const { env, objectTypes, compileExpression } = options;
  const definitions = new Map(files.map((file) => [file, texts.get(file) ?? ""]));
  const reads = memory.readAll(definitions, { env, objectTypes, compileExpression });

  const placed = reads.flatMap((read) => read.placed ?? []);
  const context = {
    syncs: placed,
    project: project.placed,
    region: project.settings.region.kind === "value" ? project.settings.region.value : undefined,
    objectTypes: options.objectTypes,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
  };
  const rules = options.rules ?? RULES;
  const lint = rules.flatMap((rule) =>
    [...rule.check(context)].map((finding) => findingDiagnostic(rule, finding)),
  );
  const diagnostics = [
    ...project.diagnostics,
    ...reads.flatMap((read) => read.diagnostics),
    ...lint,
    ...tenantMissing(placed, project.settings),
  ];
  return {
    dir: options.dir,
    settings: project.settings,
    syncs: compileClean(reads, diagnostics, memory),
    diagnostics: diagnostics.sort(compareDiagnostics),
    texts,
    secrets: [...new Set([...project.secrets, ...reads.flatMap((read) => read.secrets)])],
  };
}

function compileClean(
  reads: readonly ReadSync[],
  diagnostics: readonly Diagnostic[],
  memory: DefinitionMemory,
) {
  const broken = new Set(diagnostics.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  return reads.flatMap(({ checked }) => {
    if (checked === undefined || broken.has(checked.placed.file)) return [];
    return memory.compile(checked) ?? [];
  });
}

function findingDiagnostic(rule: Rule, finding: Finding): Diagnostic {
  const place = finding.in.place(finding.path, finding.at);
  const severity = finding.severity ?? rule.severity;
  const found = diagnose(finding.in.file, place, {
    rule: rule.id,
    severity,
    message: finding.message,
    hint: finding.hint,
  });
  return isSync(finding.in) ? { ...found, sync: finding.in.name } : found;
}

function isSync(file: Finding["in"]): file is PlacedSync {
  return "mode" in file;
}

function withoutBom(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
