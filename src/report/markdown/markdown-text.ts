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
  return runsOf(cutToWidth(escapeMessage(message), width));
}

/** The same for a text of ours: what stands in backquotes in it is a code span as it is. */
export function ownProse(message: string, width = LONGEST): string {
  // Every second part stood in backquotes, but for a last one whose closing backquote is missing.
  const parts = cutToWidth(escapeMessage(message), width).split("`");
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join("`")];
  return closed.reduce((text, part, index) => {
    const next = index % 2 === 1 ? code(part, Number.POSITIVE_INFINITY) : spaced(part);
    // Two code spans without a space between them would be one of another kind.
    return text.endsWith("`") && next.startsWith("`") ? `${text} ${next}` : text + next;
  }, "");
}

/** A part between two code spans keeps the spaces around it. */
function spaced(part: string): string {
  if (part.trim() === "") return part === "" ? "" : " ";
  return `${part.startsWith(" ") ? " " : ""}${runsOf(part, PUNCTUATION)}${part.endsWith(" ") ? " " : ""}`;
}

function runsOf(text: string, beside?: RegExp): string {
  const runs: { readonly plain: boolean; text: string }[] = [];
  for (const word of text.split(" ")) {
    if (word === "") continue;
    const plain = (PLAIN_WORD.test(word) && !COMMIT.test(word)) || beside?.test(word) === true;
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
/** What is left of a word beside a code span. */
const PUNCTUATION = /^(?:[("']|[)"']?[.,;:!?…]?)$/u;
/** GitHub links what may be a commit. */
const COMMIT = /^[0-9a-f]{7,40}[.,;:!?]?$/i;
