import { percentReached, type Reached, type SyncCoverage } from "../../model/coverage.ts";
import { plural } from "../text/amounts.ts";
import { displayWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import type { Palette } from "../text/palette.ts";
import { tableLines } from "../text/table.ts";
import { wrapText } from "../text/wrap-text.ts";

/** How much of each definition the tests reach, and what they do not, with its place. */
export function coverageBlock(
  coverage: readonly SyncCoverage[],
  width: number,
  palette: Palette,
): readonly string[] {
  const rows = coverage.map((one) => [
    `  ${escapeText(one.sync)}`,
    `${percentReached([one])} %`,
    `${share(one.fields)} fields`,
    `${share(one.branches)} branches`,
  ]);
  const table = tableLines(rows, ["left", "right", "right", "right"]);
  return [
    palette.title(`Coverage: ${percentReached(coverage)} %`),
    ...coverage.flatMap((one, index) => [table[index] ?? "", ...gapLines(one, width, palette)]),
  ];
}

function gapLines({ file, gaps, unseen }: SyncCoverage, width: number, palette: Palette): readonly string[] {
  const lines = gaps.flatMap(({ line, column, field, message }) => {
    const place = escapeText(`${file}:${line}:${column}`);
    const text = `${escapeText(field)}: ${message}`;
    return 6 + displayWidth(place) + displayWidth(text) <= width
      ? [`    ${palette.faint(place)}  ${text}`]
      : [`    ${palette.faint(place)}`, ...indented(text, width)];
  });
  if (unseen.length === 0) return lines;
  const names = unseen.map(escapeText).join(", ");
  const what = `the branches of ${plural(unseen.length, "expression")} cannot be seen`;
  return [...lines, `    ${palette.faint(file)}`, ...indented(`${names}: ${what}`, width)];
}

function indented(text: string, width: number): readonly string[] {
  return wrapText(text, Math.max(20, width - 6)).map((line) => `      ${line}`);
}

function share({ reached, total }: Reached): string {
  return `${reached} of ${total}`;
}
