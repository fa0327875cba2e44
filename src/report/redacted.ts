import type { Redact } from "../model/redact.ts";

/**
 * A view with the secrets in its data replaced, for reports whose escapes would hide a secret from a search of the
 * finished text. A number of a row that contains one becomes a text. Words and counts of the program stay, whatever the secrets are.
 */
export function redacted<T>(view: T, redact: Redact): T {
  return redactView(view, redact) as T;
}

function redactView(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactView(item, redact));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (WORDS.has(name) && typeof inner === "string") return [name, inner];
      if (JSON_VALUES.has(name)) return [name, redactData(inner, redact)];
      if (name === "fields" && !Array.isArray(inner)) return [name, redactFields(Object(inner), redact)];
      return [name, redactView(inner, redact)];
    }),
  );
}

/** The names of fields are data too: a custom field may bear any. */
function redactFields(fields: object, redact: Redact): unknown {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [redact(name), redactView(field, redact)]),
  );
}

function redactData(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") {
    const text = redact(String(value));
    return text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map((item) => redactData(item, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [redact(name), redactData(inner, redact)]),
  );
}

/** Members that hold a word of a union, which decides what is shown. */
const WORDS = new Set([
  "action",
  "effect",
  "kind",
  "reason",
  "baseline",
  "mode",
  "severity",
  "status",
  "code",
  "differs",
]);
/** Members that hold a value of a row. */
const JSON_VALUES = new Set(["before", "after", "record"]);
