import type { Diagnostic } from "./diagnostic.ts";
import type { ObjectType } from "./object-type.ts";
import type { Path, PlacedDocument, PlacedFile, PlacedSync } from "./placed.ts";
import type { ProjectSettings, Setting } from "./project.ts";
import type { TenantFields } from "./tenant-fields.ts";

export interface RuleContext {
  readonly syncs: readonly PlacedSync[];
  /** planhat-sync.yaml, where there is one. */
  readonly project: PlacedFile | undefined;
  /** Of the project file, with defaults. */
  readonly settings: ProjectSettings;
  /** The workflows under .github/workflows/ that run planhat-sync. */
  readonly workflows: readonly PlacedDocument[];
  /** The project's .gitignore, where the project is the root of a repository and has one. */
  readonly gitignore: PlacedFile | undefined;
  /** Whether every definition could be read: what none of them does, no one does. */
  readonly isWhole: boolean;
  /** After substitution, of every environment; none where a variable is missing. */
  readonly regions: readonly PlacedRegion[];
  /** Where records are kept, of every environment. */
  readonly states: readonly Setting[];
  readonly objectTypes: readonly ObjectType[];
  /** From planhat.fields.json, where there is one. */
  readonly tenantFields?: TenantFields;
}

export interface PlacedRegion {
  readonly value: string;
  /** Where it is written, in the project file. */
  readonly path: Path;
}

export type RuleSetting = "off" | "warning" | "error";

/** `lint.rules` of the project file, by rule id. */
export type LintSettings = Readonly<Record<string, RuleSetting>>;

export interface JudgeOptions {
  /** The files whose comments may suppress. */
  readonly files: readonly PlacedFile[];
  readonly project: PlacedFile | undefined;
  readonly settings: LintSettings;
}

/** What loading a project asks of the linter that it is given. */
export interface Linter {
  /** Every finding of its rules, with its place. */
  find(context: RuleContext): readonly Diagnostic[];
  /** What is left of all diagnostics, and how severe each is, by the comments in the files and the project's settings. */
  judge(raw: readonly Diagnostic[], options: JudgeOptions): readonly Diagnostic[];
}
