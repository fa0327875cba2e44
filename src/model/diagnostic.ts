import type { RuleId } from "./generated/rule-ids.ts";
import type { Reason } from "./reason.ts";

export type Severity = "error" | "warning";

/** A placed remark on a definition. Lines and columns count from 1; a column counts UTF-16 units. */
export interface Diagnostic {
  /** Known to `planhat-sync explain`. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Name of the sync, where the file got far enough to have one. */
  readonly sync?: string;
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** First column behind the marked place, on the same line. */
  readonly endColumn?: number;
  readonly reason: Reason;
  /** A warning that stays one under `--strict`. */
  readonly lenient?: true;
  /** Where there is one right answer: what `validate --fix` writes. */
  readonly fix?: Fix;
}

export interface Fix {
  /** What it does, as an order: `rename phone to phonePrimary`. */
  readonly title: string;
  /** In the diagnostic's own file; they do not overlap. */
  readonly edits: readonly TextEdit[];
}

/** Offsets in UTF-16 units of the file's text, without a byte order mark; `end` is behind the last unit replaced. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Errors before warnings nowhere: by file, line, column, then rule, so that output is stable. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
