/**
 * In what two texts differ that are almost the same. `invisible`: characters without width. `form`: Unicode's ways to
 * write one character. `alphabet`: letters of two alphabets that look the same. `number`: ways to write one number, or
 * one that a spreadsheet has rounded.
 */
export const DIFFERENCES = ["invisible", "blanks", "form", "case", "alphabet", "number"] as const;

export type Difference = (typeof DIFFERENCES)[number];

/**
 * Another record whose key is almost the same. Whether Planhat takes the two for one is not documented, so the record is
 * planned as it is and the other one is named.
 */
export interface Alike {
  /** The key of the sync, or another keyable. */
  readonly field: string;
  /** What this record has there. */
  readonly value: string;
  readonly other: AlikeRow | AlikeRecord;
  /** Empty where the other value is no longer at hand. */
  readonly differs: readonly Difference[];
}

/** Another row of the same source. */
export interface AlikeRow {
  readonly row: number;
  readonly key: string;
}

/** A record in Planhat. */
export interface AlikeRecord {
  readonly id: string;
  readonly value: string;
}
