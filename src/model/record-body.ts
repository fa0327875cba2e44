import { isJsonObject, type Json, type JsonObject } from "./json.ts";

const CUSTOM = "custom.";

/** Whether a flat field name is a custom field of the tenant: `custom.Name`. */
export function isCustomField(name: string): boolean {
  return name.startsWith(CUSTOM);
}

/** Flat fields → the shape Planhat takes: `custom.Tier` becomes `{ custom: { Tier } }`. */
export function nestCustom(fields: JsonObject): JsonObject {
  const body: Record<string, Json> = {};
  let custom: Record<string, Json> | undefined;
  // Keys and not entries: this runs once a record.
  for (const name of Object.keys(fields)) {
    const value = fields[name] as Json;
    if (isCustomField(name)) {
      custom ??= {};
      define(custom, name.slice(CUSTOM.length), value);
    } else {
      define(body, name, value);
    }
  }
  if (custom !== undefined) body["custom"] = custom;
  return body;
}

/** Planhat's shape → flat fields, the inverse of nestCustom. */
export function flattenCustom(body: JsonObject): JsonObject {
  const fields: Record<string, Json> = {};
  for (const name of Object.keys(body)) {
    const value = body[name] as Json;
    if (name === "custom" && isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value)) define(fields, CUSTOM + key, inner);
    } else {
      define(fields, name, value);
    }
  }
  return fields;
}

/** Like an assignment, but `__proto__` becomes an own property and never a prototype. */
export function define(target: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}
