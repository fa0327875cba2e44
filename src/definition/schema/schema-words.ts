import { isJsonObject } from "../../model/json.ts";
import type { Path } from "../../model/placed.ts";

const WANTED_KINDS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a map of keys",
  array: "a list",
};

/** What a JSON Schema type is called. */
export function wantedKind(type: string): string {
  return WANTED_KINDS[type] ?? type;
}

/** `"source.csv"`, or the file itself, at the start of a sentence. */
export function subject(path: Path): string {
  return path.length === 0 ? "The file" : `"${dotted(path)}"`;
}

export function owner(path: Path): string {
  return path.length === 0 ? "the file" : `"${dotted(path)}"`;
}

/** `tests[0].row`, counted as in JSON. */
function dotted(path: Path): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

export function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? "an empty map" : "a map";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return Number.isInteger(value) ? "a whole number" : "a number";
    default:
      return "true or false";
  }
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** First sentence of a description, without its full stop. */
export function phrase(description: string): string {
  return (/^.*?(?=[.:](?:\s|$))/s.exec(description)?.[0] ?? description).replace(
    /^[A-Z](?=[a-z])/,
    (letter) => letter.toLowerCase(),
  );
}
