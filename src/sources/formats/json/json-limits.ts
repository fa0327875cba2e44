/** What a JSON text may cost. Its size in bytes says little: three bytes can be a list, which takes forty in memory. */
export interface JsonLimits {
  /** Values; a list or an object counts twice, a value behind the thousandth key of one object six times. */
  readonly values: number;
}

/** Objects and lists within each other: what walks them later may do so by calling itself. */
export const MAX_DEPTH = 500;

/** Bytes of one text or number: as much as Planhat takes in one request. */
export const MAX_TEXT_BYTES = 32 * 1024 * 1024;

/** Bytes in a row that hold no value at all. */
export const MAX_BLANK_BYTES = 4 * 1024 * 1024;

/** Keys of one object that cost no more than their values: names that each object has of its own are kept one by one. */
export const CHEAP_KEYS = 1000;

/** What each further key of the object counts, in values. */
export const COST_OF_KEY = 5;

/** Of one record: a line of NDJSON, a value of a database. */
export const RECORD_LIMITS: JsonLimits = { values: 1_000_000 };
