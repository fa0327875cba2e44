import type { ColumnTypes } from "../expression.ts";
import { ANY_ROWS, type Rows } from "./advice.ts";

/** What is known of the values of an expression that reads one column and does nothing with it. */
export function rowsOf(source: string | undefined, columns: ColumnTypes): Rows {
  const name = /^(?:([A-Za-z_]\w*)|`([^`]+)`)$/.exec(source?.trim() ?? "");
  const types = name === null ? undefined : columns(name[1] ?? name[2] ?? "");
  if (types === undefined || types.length === 0) return ANY_ROWS;
  return {
    texts: types.every((type) => type === "string" || type === "null" || type === "nothing"),
    nulls: types.includes("null"),
  };
}
