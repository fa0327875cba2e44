/** What a CSV text has wrong, for whoever reads it to put into words. Lines count from 1, columns from 0. */
export type CsvProblem = SyntaxProblem | HeaderProblem | RowProblem;

/** The text does not follow RFC 4180, or holds more than is read. */
export interface SyntaxProblem {
  readonly kind:
    | "open-quote"
    | "stray-quote"
    | "after-quote"
    | "too-large"
    | "too-many-fields"
    | "blank"
    | "other";
  /** Line of the field's start. */
  readonly line: number;
  /** Index of the field. */
  readonly column: number;
  readonly cause?: Error;
}

export type HeaderProblem = { readonly line: number } & (
  | { readonly kind: "unnamed"; readonly column: number; readonly isLast: boolean }
  | { readonly kind: "forbidden-name"; readonly column: number; readonly name: string }
  | { readonly kind: "same-name"; readonly column: number; readonly before: number; readonly name: string }
  /** One column only, and its name holds another usual delimiter. */
  | { readonly kind: "one-column"; readonly delimiter: string }
  /** Its quotes make sense with another usual delimiter only. */
  | { readonly kind: "other-delimiter"; readonly delimiter: string }
  /** A line `sep=;` in front of the header, as Excel writes it, names another delimiter. */
  | { readonly kind: "other-separator"; readonly delimiter: string }
  /** A second byte order mark. */
  | { readonly kind: "mark" }
);

export type RowProblem = { readonly line: number } & (
  | { readonly kind: "ragged"; readonly fields: readonly string[]; readonly expected: number }
  /** The names of the columns stand where values are due. `isFirst`: in the first line, below names declared elsewhere. */
  | { readonly kind: "header-again"; readonly isFirst: boolean }
  /** A byte order mark begins the row: another file was put behind the one before it. */
  | { readonly kind: "mark-again" }
);

/** Columns of one row, as many as a spreadsheet can have. */
export const MAX_FIELDS = 16_384;

/** Largest row in characters of its values: an open quote would swallow the rest of the text. */
export const MAX_RECORD = 1024 * 1024;

/** Bytes in which no row ends: more than the largest row has. */
export const MAX_BLANK_BYTES = 5 * 1024 * 1024;
