import type { Diagnostic } from "../../model/diagnostic.ts";
import { isSecretName, secretSpans } from "../../model/secret-text.ts";
import type { Range } from "./diagnostics-snippet.ts";

/**
 * What of a source line must not be shown: what the rule secret-literal has found in it (`found`, of any file), and
 * what looks like a secret there, for lines of a file that no rule could check are shown too.
 */
export function secretRanges(
  line: string,
  place: Pick<Diagnostic, "file" | "line">,
  found: readonly Diagnostic[],
): readonly Range[] {
  const here = found
    .filter(({ file, line: number }) => file === place.file && number === place.line)
    .map(({ column, endColumn }) => ({ start: column - 1, end: (endColumn ?? line.length + 1) - 1 }));
  const byForm = secretSpans(line).map(({ offset, length }) => ({ start: offset, end: offset + length }));
  return merged([...here, ...byForm, ...byName(line)]);
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return result;
}

/** Values behind a secret's name; not the expressions of custom fields, which may be named so. */
function byName(line: string): Range[] {
  const ranges: Range[] = [];
  const brace = line.search(/(?<!\$)\{/);
  let covered = 0;
  for (const match of line.matchAll(SETTING)) {
    const name = match.groups?.["name"] ?? "";
    const start = match.index + match[0].length;
    if (start < covered || name.startsWith("custom.") || !isSecretName(name)) continue;
    const isFlow = brace >= 0 && brace < start;
    const value = matchAt(isFlow ? FLOW_VALUE : BLOCK_VALUE, line, start);
    covered = start + value.length;
    for (const { offset, length } of secretSpans(value, name)) {
      ranges.push({ start: start + offset, end: start + offset + length });
    }
  }
  return ranges;
}

function matchAt(sticky: RegExp, text: string, index: number): string {
  sticky.lastIndex = index;
  return sticky.exec(text)?.[0] ?? "";
}

const SETTING = /(?<![\w.-])["']?(?<name>[\w.-][\w. -]{0,60})["']?\s{0,20}:\s{1,20}/g;
/** Ends before the next setting. */
const FLOW_VALUE = /(?:"[^"]*"|'[^']*'|(?:\$\{[^}]*\}|[^,}])*)/y;
/** Ends before a comment. */
const BLOCK_VALUE = /(?:"[^"]*"|'[^']*'|(?:(?!\s#).)*)/y;
