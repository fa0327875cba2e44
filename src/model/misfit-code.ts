/** How a value does not fit its field. */
export type MisfitCode =
  /** Of another type than the field's. */
  | "value-type"
  /** None of the values that the field takes. */
  | "value-not-listed"
  /** Empty text, or nothing but blanks, where only a value fits. */
  | "value-blank"
  | "value-id-number"
  | "value-fraction"
  /** Smaller or larger than what the field takes. */
  | "value-range"
  | "value-not-finite"
  | "value-inexact"
  | "value-date-form"
  | "value-date-day"
  | "value-date-time"
  | "value-date-zone"
  | "value-days-range"
  | "value-address"
  | "value-formula"
  | "value-id-form"
  | "value-surrogate"
  | "value-null-item"
  | "value-empty-part"
  | "value-not-data";
