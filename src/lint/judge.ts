import { LOAD_RULES } from "../definition/load-rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { RuleDoc } from "../model/rule.ts";
import { RUN_RULES } from "../model/run-rules.ts";
import type { LintSettings } from "./lint-settings.ts";
import { settingsDiagnostics, withSettings } from "./lint-settings.ts";
import type { PlacedFile } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { suppressed } from "./suppressions.ts";

export interface JudgeOptions {
  /** The linter's rules that ran. */
  readonly rules: readonly RuleDoc[];
  /** The files whose comments may suppress. */
  readonly files: readonly PlacedFile[];
  readonly project: PlacedFile | undefined;
  readonly settings: LintSettings;
}

/** What is left of the diagnostics, and how grave it is, by the comments in the files and the settings of the project. */
export function judge(raw: readonly Diagnostic[], options: JudgeOptions): readonly Diagnostic[] {
  const known = new Map<string, RuleDoc>();
  for (const rule of RUN_RULES) known.set(rule.id, { ...rule, family: "run" });
  for (const rule of [...RULES, ...LOAD_RULES, ...options.rules]) known.set(rule.id, rule);
  const active = raw.filter(({ rule }) => known.get(rule)?.optional !== true || rule in options.settings);
  const told = suppressed(active, options.files, known);
  const remarks = settingsDiagnostics(options.project, options.settings, known);
  return withSettings([...told, ...remarks], options.settings, known);
}
