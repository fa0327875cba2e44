/** What a single row can be rejected for; a run knows more, such as two rows with one key. */
export const ROW_RULES: readonly string[] = [
  "required-field",
  "key-missing-value",
  "key-placeholder",
  "key-formula",
  "email-invalid",
  "type-mismatch",
  "reference-missing",
  "expression-failed",
];
