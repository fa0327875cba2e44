import type { Transformed } from "../model/compiled-sync.ts";
import type { Row } from "../model/row.ts";

/** Rows of one source and what the definition makes of them. */
export interface PreviewView {
  readonly sync: string;
  readonly object: string;
  readonly rows: readonly { readonly row: Row; readonly result: Transformed }[];
}
