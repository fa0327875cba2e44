import type { JsonObject } from "../../model/json.ts";

/** Columns that seem to hold what belongs to a person: by their names, and by values that look like an address or number. */
export function personalColumns(row: JsonObject): readonly string[] {
  return Object.entries(row).flatMap(([column, value]) =>
    NAMES.test(plainName(column)) || (typeof value === "string" && VALUES.test(value)) ? [column] : [],
  );
}

function plainName(column: string): string {
  return column.toLowerCase().replace(/[^a-z]/g, "");
}

const NAMES =
  /^(?:e?mail(?:address)?|(?:first|last|given|family|sur|full|contact|user)name|.*phone(?:number)?|mobile|birth(?:day|date)|dateofbirth|(?:street|home|postal)?address(?:line)?|ssn|iban|passport|salary|gender|ip(?:address)?)$/;
/** An e-mail address, or a phone number with its country code. */
const VALUES = /^\s*(?:[^\s@]+@[^\s@]+\.[^\s@]+|\+\d[\d ()./-]{6,})\s*$/;
