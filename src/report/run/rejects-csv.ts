import { nestCustom } from "../../model/record-body.ts";
import type { StoredReject } from "../../model/state-store.ts";
import { escapeText } from "../text/escape-text.ts";
import { messageOf } from "../text/reason-text.ts";

/**
 * The rejects for a spreadsheet: RFC 4180 with a header and `\n`, every text in quotes. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front; control characters are written as escapes.
 */
export function rejectsCsv(rejects: readonly StoredReject[]): string {
  return [COLUMNS, ...rejects.map(cells)].map((row) => `${row.map(cellText).join(",")}\n`).join("");
}

function cells({ rejection, run, attempts }: StoredReject): readonly (string | number | null | undefined)[] {
  const { sync, position, key, rule, field, reason, record } = rejection;
  const { row, file, line } = position;
  return [
    sync,
    row,
    file,
    line,
    key,
    rule,
    field,
    messageOf(reason),
    JSON.stringify(nestCustom(record)),
    run,
    attempts,
  ];
}

function cellText(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = escapeText(cell);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const COLUMNS = [
  "sync",
  "row",
  "file",
  "line",
  "key",
  "rule",
  "field",
  "message",
  "record",
  "run",
  "attempts",
];
/** Also behind white space, and in the full-width forms that some spreadsheets fold. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
