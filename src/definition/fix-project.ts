import type { Diagnostic, Fix, TextEdit } from "../model/diagnostic.ts";
import type { RuleId } from "../model/generated/rule-ids.ts";
import type { Project } from "../model/project.ts";

/** A diagnostic that was mended. */
export type Fixed = Diagnostic & { readonly fix: Fix };

export interface FixedProject {
  /** As it is once the files say what they are to say. */
  readonly project: Project;
  /** The new text of each changed file, without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Fixed[];
}

export interface FixOptions {
  /** The project with these texts in place of what the files hold. */
  readonly load: (texts: ReadonlyMap<string, string>) => Promise<Project>;
  readonly wants: (diagnostic: Diagnostic) => boolean;
}

/** One fix may bring another to light, or two may touch one place: rounds, until nothing is left to do. */
const MOST_ROUNDS = 10;

/**
 * Mends what has one right answer, and writes nothing. Never touches a file that is no YAML. A fix that would bring a new
 * diagnostic is left alone; what only a broken definition kept from being seen is not new.
 */
export async function fixProject({ load, wants }: FixOptions): Promise<FixedProject> {
  const refused = new Set<string>();
  let texts: ReadonlyMap<string, string> = new Map();
  let project = await load(texts);
  const fixed: Fixed[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = fixable(project).filter((one) => wants(one) && !refused.has(identity(one)));
    if (wanted.length === 0) break;
    const accepted = await tryFixes(wanted);
    fixed.push(...accepted);
  }
  return { project, texts, fixed };

  /** All at once; where that makes something worse, one after the other. */
  async function tryFixes(wanted: readonly Fixed[]): Promise<readonly Fixed[]> {
    const together = withoutOverlaps(wanted);
    if (await accept(together)) return together;
    const accepted: Fixed[] = [];
    for (const one of together) {
      // Earlier ones have moved it: by now it may stand elsewhere.
      const now = fixable(project).find((other) => identity(other) === identity(one));
      if (now === undefined) continue;
      if (await accept([now])) accepted.push(one);
      else refused.add(identity(one));
    }
    return accepted;
  }

  async function accept(fixes: readonly Fixed[]): Promise<boolean> {
    const edited = new Map(texts);
    for (const file of new Set(fixes.map((one) => one.file))) {
      const edits = fixes.flatMap((one) => (one.file === file ? one.fix.edits : []));
      edited.set(file, applyEdits(project.texts.get(file) ?? "", edits));
    }
    const next = await load(edited);
    if (isWorse(project, next) || fixes.some((one) => isStillThere(one, project, next))) return false;
    texts = edited;
    project = next;
    return true;
  }
}

/** Edits of one text, which do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: by } of edits.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + by + result.slice(end);
  }
  return result;
}

function fixable({ diagnostics }: Project): readonly Fixed[] {
  const broken = new Set(diagnostics.filter(({ rule }) => isSyntax(rule)).map(({ file }) => file));
  return diagnostics.filter((one): one is Fixed => one.fix !== undefined && !broken.has(one.file));
}

function isSyntax(rule: RuleId): boolean {
  return rule.startsWith("yaml-") || rule.startsWith("file-") || rule === "hidden-character";
}

/** The first of those that want the same place. */
function withoutOverlaps(fixes: readonly Fixed[]): readonly Fixed[] {
  const taken: (TextEdit & { readonly file: string })[] = [];
  return fixes.filter(({ file, fix }) => {
    const isFree = fix.edits.every(
      (edit) =>
        !taken.some((other) => other.file === file && edit.start < other.end && other.start < edit.end),
    );
    if (isFree) taken.push(...fix.edits.map((edit) => ({ ...edit, file })));
    return isFree;
  });
}

/** Whether something is said of a file that was not said before, and could have been. */
function isWorse(before: Project, after: Project): boolean {
  const counts = countsOf(before.diagnostics);
  const unseen = new Set(before.diagnostics.filter(({ rule }) => HIDES.has(rule)).map(({ file }) => file));
  return after.diagnostics.some((diagnostic) => {
    const left = counts.get(identity(diagnostic)) ?? 0;
    counts.set(identity(diagnostic), left - 1);
    return left <= 0 && (!unseen.has(diagnostic.file) || isSyntax(diagnostic.rule));
  });
}

function isStillThere(fixed: Fixed, before: Project, after: Project): boolean {
  const count = (project: Project) => countsOf(project.diagnostics).get(identity(fixed)) ?? 0;
  return count(after) >= count(before);
}

/** What keeps other rules from looking at a definition, or at one of its parts. */
const HIDES: ReadonlySet<string> = new Set([
  "schema",
  "unknown-field",
  "unknown-object",
  "column-unknown",
  "key-not-keyable",
]);

function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    counts.set(identity(diagnostic), (counts.get(identity(diagnostic)) ?? 0) + 1);
  }
  return counts;
}

/** What it says and where, but for the line: a fix may move lines. */
function identity({ file, rule, reason }: Diagnostic): string {
  return [file, rule, reason.what, reason.detail].join("\n");
}
