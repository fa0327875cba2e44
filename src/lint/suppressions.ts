import { diagnose, type Remark } from "../model/diagnose.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { nearest } from "../model/nearest.ts";
import type { Extent, PlacedFile } from "../model/placed.ts";
import type { RuleDoc } from "../model/rule.ts";
import { type Directive, directives, type Malformed } from "./directives.ts";

/** Without what comments have turned off, and with what is wrong with those comments. */
export function suppressed(
  diagnostics: readonly Diagnostic[],
  files: readonly PlacedFile[],
  known: ReadonlyMap<string, RuleDoc>,
): readonly Diagnostic[] {
  const found = files.flatMap((file) => [...directives(file)]);
  if (found.length === 0) return diagnostics;
  const remarks: Diagnostic[] = [];
  const hidden = new Set<Diagnostic>();
  for (const directive of found) {
    const fault = faultOf(directive, known);
    if (fault !== undefined || !("rules" in directive)) {
      remarks.push(remarkOn(directive, fault ?? MALFORMED));
      continue;
    }
    for (const rule of directive.rules) {
      const matching = diagnostics.filter((one) => one.rule === rule && speaksOf(directive, one));
      const may = matching.filter((one) => one.severity !== "error" || known.get(rule)?.locked !== true);
      for (const one of may) hidden.add(one);
      if (matching.length === 0) remarks.push(remarkOn(directive, unused(directive, rule)));
      else if (may.length < matching.length) remarks.push(remarkOn(directive, LOCKED));
    }
  }
  return [...diagnostics.filter((one) => !hidden.has(one)), ...remarks];
}

function speaksOf({ file, line }: Directive, diagnostic: Diagnostic): boolean {
  return diagnostic.file === file.file && (line === undefined || diagnostic.line === line);
}

function faultOf(directive: Directive | Malformed, known: ReadonlyMap<string, RuleDoc>): Remark | undefined {
  if (!("rules" in directive)) return MALFORMED;
  const unknown = directive.rules.find((id) => !known.has(id));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known.keys());
    return {
      rule: "suppression-malformed",
      message: "The comment names a rule that does not exist, so it suppresses nothing.",
      hint: meant === undefined ? "planhat-sync explain lists the rules" : `did you mean ${meant}?`,
    };
  }
  return directive.reason === "" ? NO_REASON : undefined;
}

const MALFORMED: Remark = {
  rule: "suppression-malformed",
  message:
    "The comment begins like one that suppresses a rule, and is not written like one, so it suppresses nothing.",
  hint: "write # planhat-sync-disable-next-line RULE: reason; or disable-line, or disable-file",
};

const NO_REASON: Remark = {
  rule: "suppression-malformed",
  message:
    "The comment gives no reason, so it suppresses nothing: whoever reads it next must know why the rule does not apply.",
  hint: "write the reason behind a colon: RULE: why it does not apply here",
};

const LOCKED: Remark = {
  rule: "lint-rule-locked",
  message:
    "An error of this rule cannot be suppressed: what breaks it cannot run, or would harm data or secrets.",
  hint: "fix the error, and remove the comment",
};

function unused(directive: Directive, rule: string): Remark {
  const { comment, file, rules } = directive;
  return {
    rule: "suppression-unused",
    severity: "warning",
    message: `Nothing breaks ${rule} here, so there is nothing to suppress.`,
    hint: "remove the comment",
    ...(rules.length === 1 && {
      fix: {
        title: "remove the comment that suppresses nothing",
        edits: [{ ...wholeLine(file, comment), text: "" }],
      },
    }),
  };
}

/** The comment with what belongs to it: its line, where it has one of its own, or the blanks in front. */
function wholeLine({ text }: PlacedFile, { extent, alone }: Directive["comment"]): Extent {
  let { start, end } = extent;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? "")) start -= 1;
  if (!alone) return { start, end };
  if (text[end] === "\r") end += 1;
  if (text[end] === "\n") end += 1;
  return { start, end };
}

function remarkOn({ comment, file }: Directive | Malformed, remark: Remark): Diagnostic {
  const column = comment.extent.start - file.text.lastIndexOf("\n", comment.extent.start - 1);
  const endColumn = column + comment.text.length;
  return diagnose(file.file, { line: comment.line, column, endColumn }, remark);
}
