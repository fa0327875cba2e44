import type { Json, JsonObject } from "../../model/json.ts";
import type { PageCell, PageValue } from "../../model/page.ts";
import type { Redact } from "../../model/redact.ts";
import { escapeText } from "../text/escape-text.ts";
import { valueText } from "../text/value-text.ts";

/** A text without secrets and without characters that nobody sees. */
export type Clean = (text: string) => string;

export function cleaner(redact: Redact): Clean {
  return (text) => escapeText(redact(text));
}

/** UTF-16 units of one value that are shown. */
const LONGEST = 2000;

export const NO_VALUE: PageValue = { type: "none", text: "no value" };

/** A value as it is shown: a text as it is, everything else as JSON. */
export function pageValue(
  value: Json | undefined,
  clean: Clean,
  names?: Readonly<Record<string, string>>,
): PageValue {
  if (value === undefined) return NO_VALUE;
  if (value === null) return { type: "null", text: "null" };
  if (names !== undefined) return { type: "text", text: cut(clean(valueText(value, LONGEST, names))) };
  if (typeof value === "string") return { type: "text", text: cut(clean(value)) };
  const text = cut(clean(JSON.stringify(value)));
  if (Array.isArray(value)) return { type: "list", text };
  return {
    type: typeof value === "object" ? "object" : typeof value === "number" ? "number" : "boolean",
    text,
  };
}

export function pageCells(fields: JsonObject, clean: Clean): readonly PageCell[] {
  return Object.entries(fields).map(([name, value]) => ({
    name: clean(name),
    value: pageValue(value, clean),
  }));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
