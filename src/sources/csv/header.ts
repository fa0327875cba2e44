import { isForbiddenColumn } from "../../model/forbidden-name.ts";
import { Stop } from "../../model/stop.ts";

/** Delimiters that are not the one in use, for a guess. */
const DELIMITERS = [",", ";", "\t", "|"];

/**
 * The names of the columns, if they can be that. They are kept to the letter, blanks around them included, but two
 * that differ in such blanks alone are refused as one name given twice. `place` is undefined for a declared list.
 */
export function checkHeader(
  names: readonly string[],
  delimiter: string,
  place: { readonly file: string; readonly line: number } | undefined,
): readonly string[] {
  const where =
    place === undefined ? "the list under header:" : `the header of ${place.file} (line ${place.line})`;
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    const column = index + 1;
    const trimmed = name.trim();
    if (trimmed === "") {
      const trailing = index > 0 && index === names.length - 1;
      throw new Stop("environment", `Column ${column} has no name in ${where}.`, {
        hint: trailing
          ? "remove the delimiter at the end of the header line, or name the column"
          : "name the column, or list all names under header:",
      });
    }
    if (isForbiddenColumn(name)) {
      throw new Stop(
        "environment",
        `Column ${column} is named ${trimmed} in ${where}, which is not allowed.`,
        {
          hint: "rename the column",
        },
      );
    }
    const before = seen.get(trimmed);
    if (before !== undefined) {
      throw new Stop(
        "environment",
        `Columns ${before} and ${column} have the same name in ${where}: ${trimmed}.`,
        {
          hint: "rename one of them; blanks around a name do not make it another",
        },
      );
    }
    seen.set(trimmed, column);
  });
  const [only] = names;
  const other = names.length === 1 && place !== undefined ? otherDelimiter(only ?? "", delimiter) : undefined;
  if (other !== undefined) {
    throw new Stop(
      "environment",
      `There is only 1 column in ${where}: is the delimiter ${showDelimiter(other)}?`,
      {
        hint: `set delimiter: ${other === "\t" ? '"\\t"' : `"${other}"`}`,
      },
    );
  }
  return names;
}

/** Whether two files have the same columns; their order does not matter. */
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
