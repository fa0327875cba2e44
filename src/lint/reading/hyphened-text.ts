import { nearest } from "../../model/nearest.ts";

/** `crm-export`, and no column of any such name: a constant that reads as a subtraction. */
export function isHyphenedText(text: string, columns: ReadonlySet<string>): boolean {
  const parts = text.split("-");
  if (parts.length < 2 || !parts.every((part) => /^[A-Za-z_]\w*$/.test(part))) return false;
  return [text, ...parts].every((name) => !columns.has(name) && nearest(name, columns) === undefined);
}
