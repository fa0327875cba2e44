import { hash } from "node:crypto";
import type { Json, JsonObject } from "./json.ts";
import { isJsonObject } from "./json.ts";

declare const brand: unique symbol;

/** `v1:` + SHA-256 (hex) of a record's canonical JSON. Stored: a change of the algorithm needs a new version. */
export type Fingerprint = string & { readonly [brand]: "Fingerprint" };

/** Stored with every accepted record: a new algorithm gets a new version, or everything is sent again. */
const VERSION = "v1";

/** `v1:` + SHA-256 (hex) over the record's canonical JSON. Equal for records that mean the same. */
export function fingerprint(fields: JsonObject): Fingerprint {
  return fingerprintOf(canonicalJson(fields));
}

/** The same, of a record whose canonical JSON is at hand. */
export function fingerprintOf(canonical: string): Fingerprint {
  return `${VERSION}:${sha256(canonical)}` as Fingerprint;
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
  if (!isJsonObject(value)) return JSON.stringify(value);
  let text = "";
  for (const { key, quoted } of membersOf(value)) {
    text += `${text === "" ? "{" : ","}${quoted}:${canonicalJson(value[key] as Json)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

interface Member {
  readonly key: string;
  /** As JSON. */
  readonly quoted: string;
}

/** Of the last object: records of one definition have the same keys, mostly, and are sorted once. */
let lastKeys: readonly string[] = [];
let lastMembers: readonly Member[] = [];

function membersOf(value: JsonObject): readonly Member[] {
  const keys = Object.keys(value);
  if (keys.length === lastKeys.length && keys.every((key, index) => key === lastKeys[index])) {
    return lastMembers;
  }
  lastKeys = keys;
  lastMembers = keys.toSorted().map((key) => ({ key, quoted: JSON.stringify(key) }));
  return lastMembers;
}

/** Whether two values mean the same, by their canonical JSON. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}
