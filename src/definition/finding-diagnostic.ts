import type { Finding, FindingFix, PlacedFile, PlacedSync, Rule } from "../lint/rule.ts";
import type { Diagnostic, Fix, TextEdit } from "../model/diagnostic.ts";
import { diagnose } from "./diagnose.ts";

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

/** The edits as offsets; undefined where one of them has no place: half a fix would be another fault. */
export function placedFix(file: PlacedFile, { title, edits }: FindingFix): Fix | undefined {
  const placed = edits.map((edit): TextEdit | undefined => {
    const extent = "extent" in edit ? edit.extent : file.extent(edit.path, edit.at);
    return extent && { ...extent, text: edit.text };
  });
  return placed.every((edit) => edit !== undefined)
    ? { title, edits: placed as readonly TextEdit[] }
    : undefined;
}

function isSync(file: Finding["in"]): file is PlacedSync {
  return "mode" in file;
}
