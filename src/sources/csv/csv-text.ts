/** Rows of text as CSV (RFC 4180): a value is quoted where it has to be. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(value: string): string {
  return value === "" || /^[^",\r\n]*$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}
