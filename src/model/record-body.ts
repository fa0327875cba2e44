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
export function define<T>(target: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}

/**
 * The same as nestCustom, of canonical JSON and to JSON, without reading it: sorted, the custom fields stand side by side.
 * undefined where they cannot be put into an object of their own as they stand: a field is called `custom` itself.
 */
export function nestedJson(canonical: string): string | undefined {
  let from = -1;
  let to = -1;
  let custom = "";
  for (let at = 1; canonical[at] === '"'; ) {
    const start = at;
    const colon = endOfText(canonical, at);
    const isCustom = canonical.startsWith(CUSTOM_START, start);
    if (!isCustom && canonical.slice(start, colon) === '"custom"') return undefined;
    at = endOfValue(canonical, colon + 1);
    if (isCustom) {
      if (from === -1) from = start;
      custom += `${custom === "" ? "" : ","}"${canonical.slice(start + CUSTOM_START.length, at)}`;
      to = at;
    }
    // Behind the comma.
    if (canonical[at] === ",") at += 1;
  }
  if (from === -1) return canonical;
  return `${canonical.slice(0, from)}"custom":{${custom}}${canonical.slice(to)}`;
}

const CUSTOM_START = `"${CUSTOM}`;

/** Behind the text that begins with the quotation mark at `at`. */
function endOfText(json: string, at: number): number {
  for (let end = json.indexOf('"', at + 1); ; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
}

/** Behind the value that begins at `at`. */
export function endOfValue(json: string, at: number): number {
  let depth = 0;
  for (let place = at; ; ) {
    switch (json[place]) {
      case '"':
        place = endOfText(json, place);
        if (depth === 0) return place;
        continue;
      case "{":
      case "[":
        depth += 1;
        break;
      case "}":
      case "]":
        // Of a number or a word, what it stands in ends here.
        if (depth === 0) return place;
        depth -= 1;
        if (depth === 0) return place + 1;
        break;
      case ",":
        if (depth === 0) return place;
        break;
      default:
        break;
    }
    place += 1;
  }
}
