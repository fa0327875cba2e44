import { isJsonObject, type Json } from "../model/json.ts";
import type { Redact } from "../model/redact.ts";

/** Plain data as JSON text without secrets. The text stays JSON: a secret is replaced inside its string. */
export function storedJson(value: object, redact: Redact): string {
  return redactedJson(JSON.stringify(value), redact);
}

/** JSON text without secrets. */
export function redactedJson(text: string, redact: Redact): string {
  if (redact(text) === text) return text;
  const plain: Json = JSON.parse(text);
  return JSON.stringify(redacted(plain, redact));
}

function redacted(value: Json, redact: Redact): Json {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact));
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [redact(key), redacted(item, redact)]),
    );
  }
  // A number may spell a secret out, too.
  const text = JSON.stringify(value);
  return redact(text) === text ? value : redact(text);
}
