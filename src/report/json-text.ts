/**
 * JSON for machines, two spaces deep, with a line break at the end. What a terminal or a CI log would act on is
 * written as an escape, so that the bytes are harmless and the value is the same.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(UNSAFE, escapeUnits).replace(HIDDEN_COMMAND, "\\u0023");
  return `${json}\n`;
}

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

/** The line breaks are the layout's: `JSON.stringify` has escaped those of the data, as every control below U+0020. */
const UNSAFE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What a CI runner takes for a command wherever it stands in a line. */
const HIDDEN_COMMAND = /#(?=#[a-z]*\[)/gi;
