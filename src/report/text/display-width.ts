/** Columns that a text takes on a terminal. The text is escaped already: it holds no control characters. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** The text, or as much of it as fits in `width` columns with an ellipsis at the end. */
export function cutToWidth(text: string, width: number): string {
  if (width <= 0) return "";
  // Nobody needs the length of a text of megabytes: this much fills any terminal.
  const start = text.length > width * LONGEST_GRAPHEME ? text.slice(0, width * LONGEST_GRAPHEME) : text;
  if (start === text && displayWidth(text) <= width) return text;
  let cut = "";
  let left = width - 1;
  for (const { segment } of graphemes(start)) {
    left -= graphemeWidth(segment);
    if (left < 0) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** With spaces behind it (or before it) up to `width` columns; longer text stays as it is. */
export function padToWidth(text: string, width: number, side: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "left" ? text + space : space + text;
}

function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

function graphemeWidth(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

const ASCII = /^[\x20-\x7e]*$/;
/** Made where it is needed: it takes 20 ms, and most texts are ASCII. */
let segmenter: Intl.Segmenter | undefined;
/** In UTF-16 units: the emoji of a family takes 11. */
const LONGEST_GRAPHEME = 16;
const ZERO_WIDTH = /^[\p{Mark}\u200c\u200d]+$/u;
/** Emoji shown as such, and the East Asian wide and fullwidth blocks (UAX 11). */
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}])/u;
