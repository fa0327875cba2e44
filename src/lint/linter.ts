import type { Diagnostic } from "../model/diagnostic.ts";
import type { JudgeOptions, Linter } from "../model/linter.ts";
import type { RuleDoc } from "../model/rule.ts";
import { RUN_RULES } from "../model/run-rules.ts";
import { findingDiagnostic } from "./finding-diagnostic.ts";
import { settingsDiagnostics, withSettings } from "./lint-settings.ts";
import type { Rule } from "./rule.ts";
import { suppressed } from "./suppressions.ts";

export interface LinterOptions {
  /** What it checks. */
  readonly rules: readonly Rule[];
  /** Other rules whose ids comments and settings may name: those of the modules that report while a project loads. */
  readonly known: readonly RuleDoc[];
}

/** The linter, as loading a project is given it. */
export function createLinter({ rules, known: others }: LinterOptions): Linter {
  const known = new Map<string, RuleDoc>();
  for (const rule of RUN_RULES) known.set(rule.id, { ...rule, family: "run" });
  for (const rule of [...others, ...rules]) known.set(rule.id, rule);
  return {
    find: (context) =>
      rules.flatMap((rule) => [...rule.check(context)].map((finding) => findingDiagnostic(rule, finding))),
    judge: (raw, options) => judge(raw, known, options),
  };
}

function judge(
  raw: readonly Diagnostic[],
  known: ReadonlyMap<string, RuleDoc>,
  { files, project, settings }: JudgeOptions,
): readonly Diagnostic[] {
  const active = raw.filter(({ rule }) => known.get(rule)?.optional !== true || rule in settings);
  const told = suppressed(active, files, known);
  const remarks = settingsDiagnostics(project, settings, known);
  return withSettings([...told, ...remarks], settings, known);
}
