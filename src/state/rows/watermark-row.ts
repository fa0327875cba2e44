import type { Watermark } from "../../model/state-store.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { asText, sealed, unsealed } from "./sealed-row.ts";

const COLUMNS = ["scope", "value", "definition"];

/** The columns of table `watermark`, its checksum last. */
export function watermarkValues(scope: number, { value, definition }: Watermark): readonly SqlValue[] {
  return sealed(scope, value, definition);
}

export function watermarkOf(row: SqlRow): Watermark {
  const [, value, definition] = unsealed(row, "watermark", COLUMNS);
  return { value: asText(value), definition: asText(definition) };
}
