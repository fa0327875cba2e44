/** What databases print for numbers, dates and times that JSON does not have. */
const NON_FINITE: ReadonlySet<string> = new Set(["NaN", "Infinity", "-Infinity", "infinity", "-infinity"]);
const LONGEST = "-Infinity".length;

/** Of a value in a column of numbers, dates or times. Elsewhere the same text is only a word. */
export function isNonFinite(text: string): boolean {
  return text.length <= LONGEST && NON_FINITE.has(text);
}
