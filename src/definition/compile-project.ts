import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { CompileExpression } from "../model/expression.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { Project } from "../model/project.ts";
import { compileSync } from "./compile-sync.ts";
import { diagnose } from "./diagnose.ts";
import { FIELDS_FILE, readFieldsFile } from "./fields-file.ts";
import { readProjectFile } from "./project-file.ts";
import type { Finding, PlacedSync, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import type { Variables } from "./substitute.ts";
import { type ReadSync, readSyncFile } from "./sync-file.ts";
import { tenantMissing } from "./tenant-missing.ts";

/** The settings' file, beside the folder of the definitions. */
export const PROJECT_FILE = "planhat-sync.yaml";

export interface CompileOptions {
  /** Absolute project folder; nothing is read from it here. */
  readonly dir: string;
  /**
   * Text by path relative to `dir`, with forward slashes. Every file but `planhat-sync.yaml` and
   * `planhat.fields.json` is a definition.
   */
  readonly files: ReadonlyMap<string, string>;
  readonly env: Variables;
  readonly objectTypes: readonly ObjectType[];
  readonly compileExpression: CompileExpression;
  /** The linter's rules by default. */
  readonly rules?: readonly Rule[];
  /** Columns of the sources, where somebody has asked them, by the definition's file. */
  readonly columns?: ReadonlyMap<string, readonly string[]>;
}

/**
 * A project in memory → what compiles, and every remark. Pure: no I/O, the same input gives the same project.
 * A definition with an error is left out of `syncs`; its remarks say why.
 */
export function compileProject(options: CompileOptions): Project {
  const texts = new Map([...options.files].map(([file, text]) => [file, withoutBom(text)]));
  const project = readProjectFile(PROJECT_FILE, texts.get(PROJECT_FILE), options.env);
  const tenant = readFieldsFile(FIELDS_FILE, texts.get(FIELDS_FILE));
  const own = tenant.fields === undefined ? {} : { tenantFields: tenant.fields };
  const files = [...texts.keys()].filter((file) => file !== PROJECT_FILE && file !== FIELDS_FILE).sort();
  const reads = files.map((file) => readSyncFile(file, texts.get(file) ?? "", { ...options, ...own }));

  const placed = reads.flatMap((read) => read.placed ?? []);
  const context = {
    syncs: placed,
    project: project.placed,
    region: project.settings.region.kind === "value" ? project.settings.region.value : undefined,
    objectTypes: options.objectTypes,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
    ...own,
  };
  const rules = options.rules ?? RULES;
  const lint = rules.flatMap((rule) =>
    [...rule.check(context)].map((finding) => findingDiagnostic(rule, finding)),
  );
  const diagnostics = [
    ...project.diagnostics,
    ...tenant.diagnostics,
    ...reads.flatMap((read) => read.diagnostics),
    ...lint,
    ...tenantMissing(placed, project.settings),
  ];
  return {
    dir: options.dir,
    settings: project.settings,
    syncs: compileClean(reads, diagnostics),
    diagnostics: diagnostics.sort(compareDiagnostics),
    texts,
    ...own,
    secrets: [...new Set([...project.secrets, ...reads.flatMap((read) => read.secrets)])],
  };
}

function compileClean(reads: readonly ReadSync[], diagnostics: readonly Diagnostic[]) {
  const broken = new Set(diagnostics.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  return reads.flatMap(({ checked }) => {
    if (checked === undefined || broken.has(checked.placed.file)) return [];
    return compileSync(checked) ?? [];
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
