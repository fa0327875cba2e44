import type { JsonObject } from "./json.ts";

/** Where a row came from. `row` counts data rows of the source from 1, over all its files and pages. */
export interface RowPosition {
  readonly row: number;
  readonly file?: string;
  /** Line of the file on which the row starts, counted from 1. */
  readonly line?: number;
  readonly page?: number;
  /** Index within the page, counted from 0. */
  readonly index?: number;
}

/** One thing a source yields. `data` has no prototype, so a column may bear any name. */
export interface Row {
  readonly position: RowPosition;
  readonly data: JsonObject;
  /**
   * Columns of numbers, dates or times whose value is none: NaN or an infinity, which JSON does not have. `data` holds
   * them as text. An expression may ask for them; what passes them on is rejected.
   */
  readonly nonFinite?: readonly string[];
}

/** `accounts.csv:12`, `page 3, index 7` or `row 5`: what a message names. */
export function describePosition(position: RowPosition): string {
  if (position.file !== undefined && position.line !== undefined) return `${position.file}:${position.line}`;
  if (position.page !== undefined && position.index !== undefined) {
    return `page ${position.page}, index ${position.index}`;
  }
  return `row ${position.row}`;
}
