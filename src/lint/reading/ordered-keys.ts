import type { PlacedFile } from "../../model/placed.ts";
import type { PlacedEdit } from "../../model/placed-fix.ts";

/**
 * The parts of a block map in another order: `wanted` are the offsets of all its keys, in the order they are to have. Each
 * part takes along the comment lines right above its key; what stands above the first part stays at the beginning.
 * undefined for a map in brackets.
 */
export function orderedKeys({ text }: PlacedFile, wanted: readonly number[]): PlacedEdit | undefined {
  const keys = wanted.toSorted((a, b) => a - b);
  if (!keys.every((start) => start === 0 || text[start - 1] === "\n")) return undefined;
  const first = keys[0] ?? 0;
  const starts = new Map(keys.map((key) => [key, key === first ? key : startOfComments(text, key)]));
  const parts = new Map(
    keys.map((key, index) => {
      const next = keys[index + 1];
      return [key, text.slice(starts.get(key), next === undefined ? text.length : starts.get(next))];
    }),
  );
  const ordered = wanted.map((key) => withLineEnd(parts.get(key) ?? ""));
  const start = starts.get(first) ?? first;
  return { extent: { start, end: text.length }, text: ordered.join("") };
}

/** Of the lines of comment right above a key. */
function startOfComments(text: string, key: number): number {
  let start = key;
  while (start > 0) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (!text.slice(before, start).startsWith("#")) break;
    start = before;
  }
  return start;
}

/** The last part of a file may lack its line break. */
function withLineEnd(part: string): string {
  return part === "" || part.endsWith("\n") ? part : `${part}\n`;
}
