import { diagnose } from "../model/diagnose.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PlacedSync } from "../model/placed.ts";
import { placedFix } from "../model/placed-fix.ts";
import type { Finding, Rule } from "./rule.ts";

/** A finding of a rule with its place. */
export function findingDiagnostic(rule: Rule, finding: Finding): Diagnostic {
  const found = diagnose(finding.in.file, finding.in.place(finding.path, finding.at), {
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    hint: finding.hint,
    rewrites: finding.rewrites,
    fix: finding.fix && placedFix(finding.in, finding.fix),
    lenient: finding.lenient,
  });
  return isSync(finding.in) ? { ...found, sync: finding.in.name } : found;
}

function isSync(file: Finding["in"]): file is PlacedSync {
  return "mode" in file;
}
