import { displayWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";

/** A part of a line, in UTF-16 units from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface SnippetOptions {
  /** The place to mark, from 1 in UTF-16 units; `endColumn` is the first one behind it. */
  readonly column: number;
  readonly endColumn: number;
  /** Shown as `***`. */
  readonly masked: readonly Range[];
  /** Columns that there are for the text. */
  readonly width: number;
}

/** A line ready for a terminal, and where its mark goes. */
export interface Snippet {
  /** Escaped, tabs as spaces, cut to the width around the place, with an ellipsis where it is cut. */
  readonly text: string;
  /** Columns before the mark. */
  readonly before: number;
  /** Columns of the mark, at least 1. */
  readonly marked: number;
}

/** One character as people see it. */
interface Cell extends Range {
  readonly text: string;
  readonly width: number;
}

/** The line around a place. Columns are counted as a terminal shows them: wide characters take two. */
export function snippet(line: string, options: SnippetOptions): Snippet {
  const start = Math.min(Math.max(0, options.column - 1), line.length);
  const place = { start, end: Math.max(start + 1, options.endColumn - 1) };
  const near = nearby(line, place.start);
  const cells = readCells(line, near, options.masked);
  const [first, last] = chooseWindow(cells, place, options.width);
  const head = first > 0 || near.start > 0 ? "…" : "";
  const tail = last < cells.length || near.end < line.length ? "…" : "";
  const shown = cells.slice(first, last);
  const before = widthOf(shown.filter((cell) => cell.end <= place.start));
  const marked = widthOf(shown.filter((cell) => cell.end > place.start && cell.start < place.end));
  return {
    text: (head + shown.map(({ text }) => text).join("") + tail).trimEnd(),
    before: before + head.length,
    marked: Math.max(1, marked),
  };
}

/** As much of a long line as any window can show: lines may be as long as the file. */
function nearby(line: string, place: number): Range {
  const start = Math.max(0, place - NEARBY);
  const end = Math.min(line.length, place + NEARBY);
  return {
    start: isSurrogatePair(line, start) ? start - 1 : start,
    end: isSurrogatePair(line, end) ? end + 1 : end,
  };
}

/** Whether a cut before `index` would split a character. */
function isSurrogatePair(line: string, index: number): boolean {
  return index > 0 && index < line.length && (line.codePointAt(index - 1) ?? 0) > 0xffff;
}

function readCells(line: string, near: Range, masked: readonly Range[]): readonly Cell[] {
  const cells: Cell[] = [];
  const secrets = masked.filter(({ start, end }) => start < near.end && near.start < end);
  for (const { segment, index } of GRAPHEMES.segment(line.slice(near.start, near.end))) {
    const start = near.start + index;
    const end = start + segment.length;
    const secret = secrets.find((range) => start < range.end && range.start < end);
    if (secret === undefined) cells.push({ start, end, ...display(segment, line, start) });
    else if (start <= Math.max(secret.start, near.start))
      cells.push({ start, end, text: MASK, width: MASK.length });
    else cells.push({ start, end, text: "", width: 0 });
  }
  return cells;
}

function display(segment: string, line: string, start: number): { text: string; width: number } {
  if (segment === "\t") return { text: " ".repeat(TAB), width: TAB };
  COMMAND.lastIndex = start;
  const text = COMMAND.test(line) ? "\\u0023" : escapeText(segment);
  return { text, width: displayWidth(text) };
}

/** The cells to show, from and to: the place with a third of the room before it, or all where all fits. */
function chooseWindow(cells: readonly Cell[], place: Range, width: number): readonly [number, number] {
  if (widthOf(cells) <= width) return [0, cells.length];
  const target = cells.findIndex(({ end }) => end > place.start);
  const middle = target < 0 ? cells.length : target;
  const room = Math.max(1, width - 2);
  let first = middle;
  let used = 0;
  while (first > 0 && used + widthAt(cells, first - 1) <= room / 3) {
    first -= 1;
    used += widthAt(cells, first);
  }
  let last = middle;
  while (last < cells.length && used + widthAt(cells, last) <= room) {
    used += widthAt(cells, last);
    last += 1;
  }
  // Near the end of the line there is room left in front.
  while (first > 0 && used + widthAt(cells, first - 1) <= room) {
    first -= 1;
    used += widthAt(cells, first);
  }
  return [first, last];
}

function widthAt(cells: readonly Cell[], index: number): number {
  return cells[index]?.width ?? 0;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** What a CI runner reads as a command wherever it stands. */
const COMMAND = /##[a-z]{0,20}\[/iy;
const MASK = "***";
const TAB = 4;
/** UTF-16 units on each side. */
const NEARBY = 600;
