/**
 * Index of the quote that closes the text opened at `open`; the length of the whole where none does. By hand: a regular
 * expression overflows the stack on a text of some megabytes.
 */
export function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return Math.min(at, text.length);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
