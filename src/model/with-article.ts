/** `a Company`, `an Enduser`, `a User`. */
export function withArticle(word: string): string {
  return `${/^(?:[aeio]|u(?!se))/i.test(word) ? "an" : "a"} ${word}`;
}
