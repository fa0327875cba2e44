/**
 * Text from outside, made safe for one place in a line of a terminal or a CI log: control characters (ANSI
 * sequences begin with one), line breaks, bidirectional and invisible characters and lone surrogates are written
 * as `\n`, `\u001b`; what a CI runner would take for a command loses its first character to an escape.
 * The zero-width joiners stay: scripts and emoji need them.
 */
export function escapeText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .replace(UNSAFE, (character) => SHORT[character] ?? escapeCharacter(character))
    .replace(LEADING_COMMAND, "$1\\u003a:")
    .replace(HIDDEN_COMMAND, "\\u0023");
}

/** A message of several lines, as one line: the line breaks of a message are layout and become spaces. */
export function escapeMessage(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.trim());
  return escapeText(lines.filter((line) => line !== "").join(" "));
}

/** `\u001b`; `\u{e0041}` beyond the basic plane. */
function escapeCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

/** Nothing to escape: by far the most frequent case. */
const HARMLESS = /^(?!\s*::)[\x20-\x22\x24-\x7e]*$/;
/** Cf holds the bidirectional controls and the invisible characters; U+200C and U+200D are the joiners. */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** A runner takes a line for a workflow command when it begins so, whatever stands before it in white space. */
const LEADING_COMMAND = /^(\s*)::/;
/** The older form, `##[…]` or `##vso[…]`, is one wherever it stands. */
const HIDDEN_COMMAND = /#(?=#[a-z]*\[)/gi;
const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
