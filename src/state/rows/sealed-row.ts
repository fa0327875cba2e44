import { crc32 } from "node:zlib";
import type { SqlRow, SqlValue } from "../queries.ts";

/**
 * Thrown where a row does not say what was written: SQLite's own checks look at the structure of its pages, not at
 * the values in them.
 */
export class DamagedRow extends Error {
  override readonly name = "DamagedRow";
}

/** The values and, behind them, the checksum that the table's last column keeps. */
export function sealed(...values: readonly SqlValue[]): readonly SqlValue[] {
  return [...values, checksum(values)];
}

/** The row's values in the order of `columns`, which is the order in which they were sealed. */
export function unsealed(row: SqlRow, table: string, columns: readonly string[]): readonly SqlValue[] {
  const values = columns.map((column) => sqlValue(row[column], table));
  if (checksum(values) !== row["checksum"])
    throw new DamagedRow(`a row of table ${table} has another checksum`);
  return values;
}

export function asText(value: SqlValue | undefined): string {
  if (typeof value !== "string") throw new DamagedRow("a value is not text");
  return value;
}

export function asInteger(value: SqlValue | undefined): number {
  if (typeof value !== "number") throw new DamagedRow("a value is not a number");
  return value;
}

export function asBytes(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new DamagedRow("a value is not binary");
  return value;
}

function sqlValue(value: unknown, table: string): SqlValue {
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    value instanceof Uint8Array
  ) {
    return value;
  }
  throw new DamagedRow(`a column of table ${table} is missing`);
}

/** CRC-32 over every value with its type and length, so that no two lists of values run together. */
function checksum(values: readonly SqlValue[]): number {
  let sum = 0;
  // A call costs more than its bytes, so the texts between two binary values go together.
  let text = "";
  for (const value of values) {
    if (value instanceof Uint8Array) {
      sum = crc32(value, crc32(`${text}b${value.length}:`, sum));
      text = "";
    } else if (typeof value === "string") text += `t${value.length}:${value}`;
    else text += value === null ? "n" : `i${value};`;
  }
  return text === "" ? sum : crc32(text, sum);
}
