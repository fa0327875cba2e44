import type { UniformField } from "../../model/uniform-field.ts";
import { plural } from "../text/amounts.ts";
import { valueText } from "../text/value-text.ts";

/** `npsUnsubscribed is false in all 12 records, although optout differs from row to row. …`; not escaped, but for the value. */
export function uniformText(uniform: UniformField, width = WIDTH): string {
  return `${uniform.field} ${stateText(uniform, width)}, although ${columnsText(uniform.columns)} from row to row. If that is not intended, check its expression.`;
}

function stateText({ kind, value, records }: UniformField, width: number): string {
  if (kind === "none") {
    return `has no value in ${records === 2 ? "either of 2 records" : `any of ${plural(records, "record")}`}`;
  }
  const is = value === undefined ? "has the same value" : `is ${valueText(value, width)}`;
  return `${is} in ${records === 2 ? "both records" : `all ${plural(records, "record")}`}`;
}

function columnsText(columns: readonly string[]): string {
  const [first = "", second, ...others] = columns;
  if (second === undefined) return `${first} differs`;
  if (others.length === 0) return `${first} and ${second} differ`;
  return `${first}, ${second} and ${plural(others.length, "more column")} differ`;
}

const WIDTH = 60;
