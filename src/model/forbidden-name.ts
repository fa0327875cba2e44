import type { Json } from "./json.ts";

const CUSTOM = "custom.";
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Whether programs take a key, or the name of a custom field, for a part of the object itself. */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN.has(key.startsWith(CUSTOM) ? key.slice(CUSTOM.length) : key);
}

/** Whether a column, or a key in somebody else's data, has the one name that an assignment would lose without a word. */
export function isForbiddenColumn(name: string): boolean {
  return name.split(".").some((part) => part.trim() === "__proto__");
}

/** Whether an object anywhere in a value has such a key. */
export function holdsForbiddenKey(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsForbiddenKey);
  return Object.entries(value).some(([key, inner]) => isForbiddenColumn(key) || holdsForbiddenKey(inner));
}
