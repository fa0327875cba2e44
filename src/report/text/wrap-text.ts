import { displayWidth } from "./display-width.ts";
import { escapeText } from "./escape-text.ts";

/** An escaped text as lines of at most `width` columns, broken at spaces; a longer word stays whole. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const columns = displayWidth(word);
    if (line !== "" && used + 1 + columns > width) {
      lines.push(line);
      [line, used] = [word, columns];
    } else if (line === "") [line, used] = [word, columns];
    else [line, used] = [`${line} ${word}`, used + 1 + columns];
  }
  // A line may now begin with what a CI runner takes for a command.
  return [...lines, line].map(escapeText);
}
