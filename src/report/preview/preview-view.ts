import type { Transformed } from "../../model/compiled-sync.ts";
import type { FieldTrace } from "../../model/field-trace.ts";
import type { Row } from "../../model/row.ts";

/** Rows of one source and what the definition makes of them. */
export interface PreviewView {
  readonly sync: string;
  readonly object: string;
  /** Path of the definition, relative to the project folder: what the places of a trace are in. */
  readonly file: string;
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly row: Row;
  readonly result: Transformed;
  /** How each field came about, where that was asked for. */
  readonly trace?: readonly FieldTrace[];
}
