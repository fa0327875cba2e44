import type { Comment, PlacedFile } from "../model/placed.ts";

/** A comment that turns rules off: where, which, and why. */
export interface Directive {
  readonly comment: Comment;
  readonly file: PlacedFile;
  /** Which of the file's lines it speaks of; undefined for all of them. */
  readonly line: number | undefined;
  readonly rules: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
}

/** A comment that begins like a directive and is none. */
export interface Malformed {
  readonly comment: Comment;
  readonly file: PlacedFile;
}

const PREFIX = /^#\s*planhat-sync-/;
const DIRECTIVE =
  /^#\s*planhat-sync-(disable-next-line|disable-line|disable-file)\s+([^:]*?)\s*(?::\s*(.*))?$/s;

/**
 * `# planhat-sync-disable-next-line rule-id, rule-id: reason`; `-disable-line` for the comment's own line; and
 * `-disable-file` for the whole file.
 */
export function* directives(file: PlacedFile): Iterable<Directive | Malformed> {
  for (const comment of file.comments) {
    if (!PREFIX.test(comment.text)) continue;
    const [whole, kind, ids = "", reason = ""] = DIRECTIVE.exec(comment.text) ?? [];
    const rules = ids.split(/[\s,]+/).filter((id) => id !== "");
    if (whole === undefined || rules.length === 0) {
      yield { comment, file };
      continue;
    }
    yield { comment, file, line: lineOf(kind, comment, file), rules, reason: reason.trim() };
  }
}

function lineOf(kind: string | undefined, comment: Comment, file: PlacedFile): number | undefined {
  if (kind === "disable-file") return undefined;
  if (kind === "disable-line") return comment.line;
  // Directives may stand below one another, and other comments between them and their line.
  const commented = new Set(file.comments.filter(({ alone }) => alone).map(({ line }) => line));
  let line = comment.line + 1;
  while (commented.has(line)) line += 1;
  return line;
}
