import { isCurlyQuoted } from "../../model/curly-quotes.ts";
import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";

export interface Straightened {
  /** The same shape with the quotes taken off: what was meant, so that nothing else is said of these texts. */
  readonly value: Json;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `object: “Company”`, pasted from a word processor: YAML knows no such quotes and takes them for a part of the text. A text in
 * straight quotes may begin with any character. Left alone: tests and descriptions, which hold data and prose, and the
 * expressions of fields, which their own parser checks.
 */
export function straightenQuotes(placed: PlacedFile, value: Json): Straightened {
  const diagnostics: Diagnostic[] = [];
  return { value: walk(value, []), diagnostics };

  function walk(node: Json, path: Path): Json {
    if (typeof node === "string") return isExpression(path) ? node : text(node, path, "value");
    if (Array.isArray(node)) return node.map((item: Json, index) => walk(item, [...path, index]));
    if (!isJsonObject(node)) return node;
    const copy: Record<string, Json> = Object.create(null);
    for (const [key, item] of Object.entries(node)) {
      const inner = [...path, key];
      if (isProse(inner)) copy[key] = item;
      else copy[text(key, inner, "key")] = walk(item, inner);
    }
    return copy;
  }

  function text(written: string, path: Path, part: "key" | "value"): string {
    if (!isCurlyQuoted(written)) return written;
    const start = placed.extent(path, { part })?.start;
    if (start === undefined || placed.text[start] !== written[0]) return written;
    diagnostics.push(
      diagnose(placed.file, placed.place(path, { part }), {
        rule: "yaml-syntax",
        message: "The quotes are typographic (curly), so YAML reads them as a part of the text.",
        hint: 'write straight quotes: "…"',
      }),
    );
    return written.slice(1, -1);
  }
}

function isProse(path: Path): boolean {
  return path.length === 1 && (path[0] === "tests" || path[0] === "description");
}

function isExpression([first, , third]: Path): boolean {
  return first === "fields" && third !== "value";
}
