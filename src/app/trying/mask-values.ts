import { isJsonObject, type Json } from "../../model/json.ts";
import type { Redact } from "../../model/redact.ts";

/** Secrets in texts, masked before a layout cuts them: half a secret would not be found any more. */
export function maskValues<T extends Json>(value: T, redact: Redact): T {
  return masked(value, redact) as T;
}

function masked(value: Json, redact: Redact): Json {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, redact));
  if (!isJsonObject(value)) return value;
  const copy: Record<string, Json> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[key] = masked(inner, redact);
  return copy;
}
