import type { Extent } from "../../model/placed.ts";

/** How a string was written, and the value it has. */
export interface ScalarSource {
  readonly style: "plain" | "single" | "double" | "block";
  readonly value: string;
}

// Blanks in front of a line break are folded away with it, but for a block scalar, which keeps them.
const FOLDED_BREAK = /[ \t]*\r?\n/y;
const BARE_BREAK = /\r?\n/y;
const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Where in the text the character stands that gave one UTF-16 unit of a scalar's value: through quotes, escapes,
 * folded lines and the indentation of a block. A target at the value's end gives the end of its last character.
 */
export function sourceOffset(
  text: string,
  { style, value }: ScalarSource,
  extent: Extent,
  target: number,
): number {
  let at = style === "block" ? blockStart(text, extent) : extent.start + (style === "plain" ? 0 : 1);
  const indent = style === "block" ? blockIndent(text, at, value) : Number.POSITIVE_INFINITY;
  at = skipIndent(text, at, style === "block" ? indent : 0);
  const wanted = Math.min(target, value.length);

  for (let index = 0; index < wanted; ) {
    const pattern = style === "block" ? BARE_BREAK : FOLDED_BREAK;
    const continues = value[index] === " " || value[index] === "\n";
    if (continues && breakAt(text, at, pattern) > 0) {
      const run = lineBreaks(text, at, value, index, indent);
      if (wanted < index + run.units)
        return run.starts[Math.min(wanted - index, run.starts.length - 1)] ?? at;
      at = run.next;
      index += run.units;
    } else if (style === "double" && text[at] === "\\") {
      const escaped = escapeAt(text, at, value, index);
      if (wanted < index + escaped.units) return at;
      at += escaped.length;
      index += escaped.units;
    } else {
      at += style === "single" && text[at] === "'" ? 2 : 1;
      index += 1;
    }
  }
  return Math.min(at, Math.max(extent.start, extent.end - (style === "plain" || style === "block" ? 0 : 1)));
}

/** Behind the header line of a block scalar (`|-`, `>2 # why`). */
function blockStart(text: string, { start, end }: Extent): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 ? end : newline + 1;
}

/** The indentation that is not part of the value: told by the first line that has something on it. */
function blockIndent(text: string, start: number, value: string): number {
  const inValue = /^(?:[ \t]*\n)*( *)(?=\S)/.exec(value)?.[1]?.length ?? 0;
  const scan = /(?:[ \t]*\r?\n)*( *)(?=\S)/y;
  scan.lastIndex = start;
  return Math.max(0, (scan.exec(text)?.[1]?.length ?? 0) - inValue);
}

function skipIndent(text: string, at: number, indent: number): number {
  let end = at;
  while (
    end - at < indent &&
    (text[end] === " " || (indent === Number.POSITIVE_INFINITY && text[end] === "\t"))
  ) {
    end += 1;
  }
  return end;
}

/** Length of the line break that stands here, or 0. */
function breakAt(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A run of line breaks in the text against the blank or the line feeds that it became. */
function lineBreaks(text: string, at: number, value: string, index: number, indent: number) {
  const starts: number[] = [];
  let next = at;
  for (
    let length = breakAt(text, next, FOLDED_BREAK);
    length > 0;
    length = breakAt(text, next, FOLDED_BREAK)
  ) {
    starts.push(next);
    next += length;
  }
  next = skipIndent(text, next, indent);
  let units = 1;
  if (value[index] === "\n") while (value[index + units] === "\n") units += 1;
  return { starts, next, units };
}

/** One escape of a double-quoted scalar: its length in the text and in the value. */
function escapeAt(text: string, at: number, value: string, index: number) {
  const letter = text[at + 1] ?? "";
  if (letter === "\n" || letter === "\r") {
    const next = skipIndent(text, at + (letter === "\r" ? 3 : 2), Number.POSITIVE_INFINITY);
    return { length: next - at, units: 0 };
  }
  const length = ESCAPE_LENGTHS[letter] ?? 2;
  const wide = letter === "U" && (value.codePointAt(index) ?? 0) > 0xffff;
  return { length, units: wide ? 2 : 1 };
}
