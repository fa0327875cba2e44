import { isForbiddenColumn } from "../../../model/forbidden-name.ts";
import type { HeaderProblem } from "./csv-problem.ts";

/** The usual ones, for a guess at another than the one in use. */
export const DELIMITERS: readonly string[] = [",", ";", "\t", "|"];

const MARK = "\ufeff";

/**
 * Why these cannot be the names of the columns. They are kept to the letter, blanks around them included, but two that
 * differ in such blanks alone are one name given twice. `delimiter` is undefined for names that stand in no text.
 */
export function headerProblem(
  names: readonly string[],
  delimiter: string | undefined,
  line: number,
): HeaderProblem | undefined {
  if (names[0]?.startsWith(MARK) === true) return { kind: "mark", line };
  const seen = new Map<string, number>();
  for (const [column, name] of names.entries()) {
    const trimmed = name.trim();
    if (trimmed === "") {
      return { kind: "unnamed", line, column, isLast: column > 0 && column === names.length - 1 };
    }
    if (isForbiddenColumn(name)) return { kind: "forbidden-name", line, column, name: trimmed };
    const before = seen.get(trimmed);
    if (before !== undefined) return { kind: "same-name", line, column, before, name: trimmed };
    seen.set(trimmed, column);
  }
  const [only = ""] = names;
  const other = names.length === 1 && delimiter !== undefined ? otherDelimiter(only, delimiter) : undefined;
  return other === undefined ? undefined : { kind: "one-column", line, delimiter: other };
}

/** The delimiter that a line `sep=;` names, which Excel writes and reads in front of the header. */
export function declaredSeparator(fields: readonly string[], delimiter: string): string | undefined {
  if (fields.length > 2) return undefined;
  return /^sep=(.)$/is.exec(fields.join(delimiter))?.[1];
}

export function withoutMark(fields: readonly string[]): readonly string[] | undefined {
  const [first = "", ...rest] = fields;
  return first.startsWith(MARK) ? [first.slice(1), ...rest] : undefined;
}

/** Whether two lists have the same names; their order does not matter. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(a);
  return a.length === b.length && b.every((name) => names.has(name));
}

/** Another usual delimiter that the text holds. */
export function otherDelimiter(text: string, delimiter: string): string | undefined {
  return DELIMITERS.find((candidate) => candidate !== delimiter && text.includes(candidate));
}

export function showDelimiter(delimiter: string): string {
  return delimiter === "\t" ? "a tab" : `\`${delimiter}\``;
}

/** As a setting of a definition: `delimiter: ";"`. */
export function delimiterSetting(delimiter: string): string {
  return `delimiter: ${delimiter === "\t" ? '"\\t"' : `"${delimiter}"`}`;
}
