/** The quotes of a word processor, for a class of a regular expression: neither YAML nor JSONata takes them for quotes. */
export const CURLY_QUOTES = "“”„‟«»‹›‘’‚‛";

export function isCurlyQuoted(text: string): boolean {
  return text.length > 1 && CURLY_QUOTES.includes(text[0] ?? "") && CURLY_QUOTES.includes(text.at(-1) ?? "");
}
