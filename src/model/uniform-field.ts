import type { Json } from "./json.ts";

/**
 * A mapped field that has no value, or the same one, in every record of a plan, although columns that its expression
 * reads differ from row to row: what an expression does that does not fit the data.
 */
export interface UniformField {
  readonly field: string;
  /** `none`: absent in all of them, so that Planhat's value is left alone; null, which clears it, is a value. */
  readonly kind: "none" | "same";
  /** With `same`; absent where it is hidden. */
  readonly value?: Json;
  /** How many records there are, rejected rows left out; at least two. */
  readonly records: number;
  /** The columns that differ; at least one. */
  readonly columns: readonly string[];
}
