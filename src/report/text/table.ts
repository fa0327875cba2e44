import { displayWidth, padToWidth } from "./display-width.ts";

type Align = "left" | "right";

/**
 * Cells as aligned lines, two spaces between the columns, without spaces at the end. Cells are escaped and carry no
 * colour; a column without an alignment stands left.
 */
export function tableLines(
  rows: readonly (readonly string[])[],
  align: readonly Align[] = [],
): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = [...Array(columns).keys()].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? "")), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => padToWidth(cell, widths[column] ?? 0, align[column] ?? "left"))
      .join("  ")
      .trimEnd(),
  );
}
