import { hash } from "node:crypto";
import type { Json, JsonObject } from "./json.ts";
import { isJsonObject } from "./json.ts";
import type { Fingerprint } from "./record.ts";

/** Stored with every accepted record: a new algorithm gets a new version, or everything is sent again. */
const VERSION = "v1";

/** `v1:` + SHA-256 (hex) over the record's canonical JSON. Equal for records that mean the same. */
export function fingerprint(fields: JsonObject): Fingerprint {
  return `${VERSION}:${sha256(canonicalJson(fields))}` as Fingerprint;
}

/** Hex. */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/**
 * JSON with the keys of every object in code-unit order and -0 as 0. Text is kept as it is: NFC and NFD forms
 * differ, as they do in Planhat.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isJsonObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Whether two values mean the same, by their canonical JSON. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}
