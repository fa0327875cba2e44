import { diagnose } from "../model/diagnose.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LintSettings } from "../model/linter.ts";
import { nearest } from "../model/nearest.ts";
import type { PlacedFile } from "../model/placed.ts";
import type { RuleDoc } from "../model/rule.ts";

/** With the severities of the project. Errors of locked rules stay what they are. */
export function withSettings(
  diagnostics: readonly Diagnostic[],
  settings: LintSettings,
  known: ReadonlyMap<string, RuleDoc>,
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const setting = Object.hasOwn(settings, diagnostic.rule) ? settings[diagnostic.rule] : undefined;
    if (setting === undefined || setting === diagnostic.severity) return [diagnostic];
    if (diagnostic.severity === "error" && known.get(diagnostic.rule)?.locked === true) return [diagnostic];
    return setting === "off" ? [] : [{ ...diagnostic, severity: setting }];
  });
}

/** Settings that say nothing, because no rule bears the name, or what must not be. */
export function* settingsDiagnostics(
  project: PlacedFile | undefined,
  settings: LintSettings,
  known: ReadonlyMap<string, RuleDoc>,
): Iterable<Diagnostic> {
  if (project === undefined) return;
  for (const [id, setting] of Object.entries(settings)) {
    const path = ["lint", "rules", id];
    const rule = known.get(id);
    if (rule === undefined) {
      const meant = nearest(id, known.keys());
      yield diagnose(project.file, project.place(path, { part: "key" }), {
        rule: "lint-rule-unknown",
        message: "There is no rule with this id, so the setting does nothing.",
        hint: meant === undefined ? "planhat-sync explain lists the rules" : `did you mean ${meant}?`,
      });
    } else if (rule.family === "run" || (rule.locked === true && setting !== rule.severity)) {
      yield diagnose(project.file, project.place(path), {
        rule: "lint-rule-locked",
        message:
          rule.family === "run"
            ? "This is no rule of the linter: it is why a run rejects a record, which no setting changes."
            : "The severity of this rule cannot be changed: what breaks it cannot run, or would harm data or secrets.",
        hint: "remove the line",
      });
    }
  }
}
