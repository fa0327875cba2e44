/** What the values of a column look like, over the rows that were looked at. Blank values say nothing of the type. */
export interface ColumnProfile {
  readonly name: string;
  /** Some values are empty, or nothing but blanks. */
  readonly hasBlanks: boolean;
  /** Some values have blanks around them. */
  readonly isPadded: boolean;
  /** No value twice. */
  readonly isUnique: boolean;
  /** The values that are not blank, trimmed. */
  readonly values: readonly string[];
}

/** The columns of rows of text, in their order. */
export function profileColumns(
  names: readonly string[],
  rows: readonly { readonly [column: string]: unknown }[],
): readonly ColumnProfile[] {
  return names.map((name) => {
    const raw = rows.map((row) => String(row[name] ?? ""));
    const values = raw.map((value) => value.trim()).filter((value) => value !== "");
    return {
      name,
      hasBlanks: values.length < raw.length,
      isPadded: raw.some((value) => value !== value.trim()),
      isUnique: new Set(values).size === values.length,
      values,
    };
  });
}
