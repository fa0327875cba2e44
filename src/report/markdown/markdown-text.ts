import { cutToWidth } from "../text/display-width.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";

/**
 * Text from outside as a code span: GitHub takes nothing in one for markup, a mention, a link, a reference or an
 * emoji. The two characters that could end a span or a cell of a table are written as escapes, as JSON knows them.
 */
export function code(text: string, width = LONGEST): string {
  const safe = cutToWidth(escapeText(text), width).replaceAll("|", "\\u007c").replaceAll("`", "\\u0060");
  return safe.trim() === "" ? "(empty)" : `\`${safe}\``;
}

/**
 * A message as text: its plain words as they are; every word that is more than letters, digits and the punctuation of
 * a sentence as a code span, neighbours in one. So names and values stand out, and nothing of them is markup.
 */
export function prose(message: string, width = LONGEST): string {
  const runs: { readonly plain: boolean; text: string }[] = [];
  for (const word of cutToWidth(escapeMessage(message), width).split(" ")) {
    if (word === "") continue;
    const plain = PLAIN_WORD.test(word) && !COMMIT.test(word);
    const last = runs.at(-1);
    if (last !== undefined && last.plain === plain) last.text += ` ${word}`;
    else runs.push({ plain, text: word });
  }
  return runs.map(({ plain, text }) => (plain ? text : codeInProse(text))).join(" ");
}

/** The end of a sentence is no part of the name or value before it. */
function codeInProse(text: string): string {
  const end = /(?<=[^\s.,;:!?])[.,;:!?]$/.exec(text)?.[0] ?? "";
  return code(text.slice(0, text.length - end.length), Number.POSITIVE_INFINITY) + end;
}

/** Enough to tell what it is about. */
const LONGEST = 300;
/** Letters and digits, an apostrophe or a hyphen between letters, and what surrounds a word of a sentence. */
const PLAIN_WORD = /^["'(]?(?:[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\d+)[)"']?[.,;:!?…]?$/u;
/** GitHub links what may be a commit. */
const COMMIT = /^[0-9a-f]{7,40}[.,;:!?]?$/i;
