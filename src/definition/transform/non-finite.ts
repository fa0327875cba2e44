import type { Json } from "../../model/json.ts";
import { isNonFinite } from "../../model/non-finite.ts";
import type { Row } from "../../model/row.ts";
import type { Fault } from "./row-fault.ts";

/**
 * Why a field's value cannot be what the expression gives: it shows the NaN or the infinity of a column that it reads,
 * as it is or within a text. undefined where the row has none, or the expression makes something else of it. `columns`:
 * what the expression reads, undefined where that may be any.
 */
export function nonFiniteFault(
  field: string,
  result: unknown,
  { data, nonFinite }: Row,
  columns: readonly string[] | undefined,
): Fault | undefined {
  for (const column of nonFinite ?? []) {
    if (columns?.includes(column) === false) continue;
    for (const text of nonFiniteTexts(data[column] ?? null)) {
      if (shows(result, text.toLowerCase())) return fault(field, column, text, Array.isArray(data[column]));
    }
  }
  return undefined;
}

function nonFiniteTexts(value: Json): readonly string[] {
  if (typeof value === "string") return isNonFinite(value) ? [value] : [];
  return Array.isArray(value) ? (value as readonly Json[]).flatMap(nonFiniteTexts) : [];
}

/** `text` in lower case: an expression may have changed the case. */
function shows(result: unknown, text: string): boolean {
  if (typeof result === "string") return result.toLowerCase().includes(text);
  if (typeof result !== "object" || result === null) return false;
  return Object.values(result).some((part) => shows(part, text));
}

function fault(field: string, column: string, text: string, isList: boolean): Fault {
  const name = /^[A-Za-z_]\w*$/.test(column) ? column : `\`${column}\``;
  const example = isList ? `${name}[$ != "${text}"]` : `${name} = "${text}" ? null : ${name}`;
  return {
    rule: "not-finite",
    field,
    reason: {
      code: "not-finite",
      what: `"${field}" would get ${text} from the column "${column}", which is not ${KINDS[text] ?? "a value"} that Planhat can hold.`,
      fix: `Say in the expression what it stands for, such as ${example}, or leave such rows out in the query.`,
    },
  };
}

const KINDS: Readonly<Record<string, string>> = {
  NaN: "a number",
  Infinity: "a number",
  "-Infinity": "a number",
  infinity: "a date",
  "-infinity": "a date",
};
