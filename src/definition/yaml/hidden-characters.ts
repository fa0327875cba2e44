import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { Path, PlacedFile, PlaceOptions } from "../../model/placed.ts";

// Bidirectional controls, and characters without width. A joiner between two pictographs makes one emoji.
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)[\u200c\u200d]/u;

/** Texts that name something, besides every key. */
const IDENTIFIERS = [["name"], ["key"], ["mode"], ["target", "object"]] as const;

/** Characters in names that nobody sees: two names that look alike would differ. Data in `tests` is left alone. */
export function hiddenCharacters(placed: PlacedFile, value: Json): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(value, []);
  for (const path of IDENTIFIERS) look(at(value, path), path, "value");
  return found;

  function walk(node: Json, path: Path): void {
    if (path[0] === "tests" && path.length > 2) return;
    if (Array.isArray(node)) {
      for (const [index, item] of (node as readonly Json[]).entries()) walk(item, [...path, index]);
    } else if (isJsonObject(node)) {
      for (const [key, item] of Object.entries(node)) {
        look(key, [...path, key], "key");
        if (key === "connection") look(item, [...path, key], "value");
        walk(item, [...path, key]);
      }
    }
  }

  function look(text: Json | undefined, path: Path, part: "key" | "value"): void {
    const match = typeof text === "string" ? HIDDEN.exec(text) : null;
    if (match === null) return;
    const options: PlaceOptions = part === "key" ? { part } : { span: { offset: match.index, length: 1 } };
    found.push(
      diagnose(placed.file, placed.place(path, options), {
        rule: "hidden-character",
        message: `The name contains the invisible character ${codePoint(match[0])}.`,
        hint: "delete it: type the name instead of pasting it",
      }),
    );
  }
}

function at(value: Json, path: readonly string[]): Json | undefined {
  let node: Json | undefined = value;
  for (const step of path) node = isJsonObject(node) ? node[step] : undefined;
  return node;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
