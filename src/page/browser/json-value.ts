import type { PageCell, PageValue } from "../../model/page.ts";

/** JSON as it came over the wire → a value to show. */
export function jsonValue(value: unknown): PageValue {
  if (value === undefined) return { type: "none", text: "no value" };
  if (value === null) return { type: "null", text: "null" };
  if (typeof value === "string") return { type: "text", text: visible(value) };
  const text = visible(JSON.stringify(value));
  if (Array.isArray(value)) return { type: "list", text };
  if (typeof value === "object") return { type: "object", text };
  return { type: typeof value === "number" ? "number" : "boolean", text };
}

/** A record as cells, with its custom fields beside the others. */
export function recordCells(record: Readonly<Record<string, unknown>>): readonly PageCell[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const isCustom =
      name === "custom" && typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isCustom) return [{ name: visible(name), value: jsonValue(value) }];
    return Object.entries(value).map(([inner, one]) => ({
      name: visible(`custom.${inner}`),
      value: jsonValue(one),
    }));
  });
}

/** Characters that nobody sees, or that turn the direction of what follows, are written out. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}

const UNSEEN = /(?![\n\t]|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
