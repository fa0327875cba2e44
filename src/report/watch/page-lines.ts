import type { Diagnostic } from "../../model/diagnostic.ts";
import { given } from "../../model/given.ts";
import type { PageLine, PagePart } from "../../model/page.ts";
import type { Range } from "../diagnostics/diagnostics-snippet.ts";
import { SourceLines } from "../diagnostics/diagnostics-source.ts";
import { escapeText } from "../text/escape-text.ts";
import type { Clean } from "./page-value.ts";

export interface PageLinesOptions {
  readonly file: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Of the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file's text before the last run. */
  readonly before: string | undefined;
  readonly clean: Clean;
}

/** Lines shown of a file: one that long is no definition. */
const MOST_LINES = 5000;

/** A definition, line by line: secrets masked, problems marked at their places, names and comments told apart. */
export function pageLines({
  file,
  texts,
  diagnostics,
  before,
  clean,
}: PageLinesOptions): readonly PageLine[] {
  const text = texts.get(file);
  if (text === undefined) return [];
  const source = new SourceLines(texts, diagnostics);
  const known = before === undefined ? undefined : countsOf(before.split(/\r?\n/));
  // The line break at the end of a file begins no line of its own.
  const count = Math.min(MOST_LINES, text.replace(/\n$/, "").split("\n").length);
  const lines: PageLine[] = [];
  for (let number = 1; number <= count; number += 1) {
    const line = source.line(file, number) ?? "";
    const here = diagnostics.filter((diagnostic) => diagnostic.line === number);
    lines.push({
      number,
      parts: parts(line, here, source.secrets(file, number), clean),
      isNew: known !== undefined && !takeOne(known, line),
    });
  }
  return lines;
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, line: string): boolean {
  const left = counts.get(line) ?? 0;
  counts.set(line, left - 1);
  return left > 0;
}

/** Split wherever a name, a comment, a secret or a mark begins or ends. */
function parts(
  line: string,
  diagnostics: readonly Diagnostic[],
  secrets: readonly Range[],
  clean: Clean,
): readonly PagePart[] {
  const marks = diagnostics.map((diagnostic) => ({
    ...placeOf(diagnostic, line),
    severity: diagnostic.severity,
  }));
  const words = wordsOf(line);
  const cuts = [...marks, ...secrets, ...words].flatMap(({ start, end }) => [start, end]);
  // A secret of the settings may cross a border: such a line is shown in one piece.
  if (clean(line) !== escapeText(line)) {
    const [mark] = marks.map(({ severity }) => severity).sort();
    return [{ text: clean(line), kind: "secret", ...given({ mark }) }];
  }
  const borders = [...new Set([0, ...cuts, line.length])]
    .filter((at) => at >= 0 && at <= line.length)
    .sort((a, b) => a - b);
  const found: PagePart[] = [];
  for (const [index, start] of borders.slice(0, -1).entries()) {
    const end = borders[index + 1] ?? line.length;
    const isIn = (range: Range) => range.start <= start && end <= range.end;
    const here = marks.filter(isIn);
    const worst = here.some(({ severity }) => severity === "error") ? "error" : here[0]?.severity;
    const isSecret = secrets.some(isIn);
    const kind = isSecret ? "secret" : (words.find(isIn)?.kind ?? "plain");
    const text = isSecret ? "***" : clean(line.slice(start, end).replaceAll("\t", "    "));
    found.push({ text, kind, ...(worst === undefined ? {} : { mark: worst }) });
  }
  // A mark behind the last character, such as an unfinished value, has something to stand under too.
  const behind = marks.filter(({ start }) => start >= line.length);
  if (behind.length > 0) found.push({ text: " ", kind: "plain", mark: behind[0]?.severity ?? "error" });
  return found;
}

function placeOf({ column, endColumn }: Diagnostic, line: string): Range {
  const start = column - 1;
  return { start, end: Math.min(line.length, Math.max(start + 1, (endColumn ?? column + 1) - 1)) };
}

interface Word extends Range {
  readonly kind: "key" | "comment";
}

/** Good enough to tell names from values: the problems come from a real parser. */
function wordsOf(line: string): readonly Word[] {
  const comment = /(?:^|\s)#.*$/.exec(line);
  const key = /^(\s*(?:- )?)([\w."'$][^:#{}[\],]{0,80}?)(?=\s*:(?:\s|$))/.exec(line);
  const words: Word[] = [];
  if (key !== null) {
    const start = (key[1] ?? "").length;
    words.push({ start, end: start + (key[2] ?? "").length, kind: "key" });
  }
  const inQuotes = comment !== null && (line.slice(0, comment.index).match(/["']/g)?.length ?? 0) % 2 === 1;
  if (comment !== null && !inQuotes) words.push({ start: comment.index, end: line.length, kind: "comment" });
  return words;
}
