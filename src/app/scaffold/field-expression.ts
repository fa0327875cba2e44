import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { FieldSpec } from "../../model/object-type.ts";
import { referenceForm } from "../../model/reference-lookup.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { dateExpression } from "./date-expression.ts";
import { numberExpression } from "./number-expression.ts";

/**
 * JSONata that makes of a column's values what a field takes; undefined where they do not look like that. Blank values
 * leave the field alone. `spec` is undefined for a custom field, whose type is the values' own.
 */
export function fieldExpression(
  column: ColumnProfile,
  field: string,
  spec: FieldSpec | undefined,
): string | undefined {
  const written = columnExpression(column.name);
  const value = column.isPadded ? `$trim(${written})` : written;
  // Planhat keeps some dates as text.
  const date =
    spec?.type === "string" && /date$/i.test(field) ? dateExpression(value, column.values) : undefined;
  const made =
    date ?? (spec === undefined ? custom(value, column.values) : typed(value, column.values, spec));
  return made !== undefined && column.hasBlanks ? `${value} != "" ? ${made}` : made;
}

/**
 * JSONata for a reference whose column holds e-mail addresses, by which the records are looked up: blanks need no care.
 * undefined where it does not.
 */
export function addressExpression(column: ColumnProfile, spec: FieldSpec | undefined): string | undefined {
  if (referenceForm(spec, "email", OBJECT_TYPES).kind !== "lookup") return undefined;
  const { values } = column;
  const written = columnExpression(column.name);
  if (values.length === 0) return undefined;
  if (values.every((one) => ADDRESS.test(one))) return written;
  if (spec?.type !== "array") return undefined;
  const separator = SEPARATORS.find((sign) => values.some((one) => one.includes(sign)));
  const isList =
    separator !== undefined &&
    values.every((one) => one.split(separator).every((part) => ADDRESS.test(part.trim())));
  return isList ? `$split(${written}, ${JSON.stringify(separator)})` : undefined;
}

const ADDRESS = /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/;
const SEPARATORS = ["|", ";", ","];

/** A column's name as JSONata reads it, whatever it is. */
export function columnExpression(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name) && !WORDS.includes(name)) return name;
  return name.includes("`") ? `$lookup($$, ${JSON.stringify(name)})` : `\`${name}\``;
}

/** JSONata's own. */
const WORDS = ["and", "or", "in", "true", "false", "null", "function"];

function typed(value: string, values: readonly string[], spec: FieldSpec): string | undefined {
  switch (spec.type) {
    case "string":
      return spec.enum === undefined ? value : choice(value, values, spec.enum.map(String));
    case "number":
      return numberExpression(value, values);
    case "integer":
      return values.every((one) => /^-?\d+$/.test(one)) ? numberExpression(value, values) : undefined;
    case "boolean":
      return truth(value, values);
    case "date":
      return dateExpression(value, values);
    case "epochDays": {
      const date = dateExpression(value, values);
      return date === undefined ? undefined : `$floor($toMillis(${date}) / 86400000)`;
    }
    case "objectId":
      if (values.length > 0 && values.every((one) => OBJECT_ID.test(one))) return value;
      return spec.prefixes ? `"extid-" & ${value}` : undefined;
    case "array":
      return list(value, values, spec);
    case "object":
      return undefined;
    default:
      return spec.type satisfies never;
  }
}

/** Numbers, truth values and dates are taken for such; whoever disagrees has the text in front of them. */
function custom(value: string, values: readonly string[]): string {
  // A leading zero is part of an id or of a postal code.
  const number = values.some((one) => /^-?0\d/.test(one)) ? undefined : numberExpression(value, values);
  const word = values.some((one) => /^[a-z]/i.test(one)) ? truth(value, values) : undefined;
  return number ?? word ?? dateExpression(value, values) ?? value;
}

function choice(value: string, values: readonly string[], allowed: readonly string[]): string | undefined {
  if (values.every((one) => allowed.includes(one))) return value;
  return values.every((one) => allowed.includes(one.toLowerCase())) ? `$lowercase(${value})` : undefined;
}

const TRUE = ["true", "yes", "y", "1", "t"];
const FALSE = ["false", "no", "n", "0", "f"];

function truth(value: string, values: readonly string[]): string | undefined {
  const written = [...new Set(values)];
  const words = written.map((one) => one.toLowerCase());
  if (words.length === 0 || !words.every((word) => TRUE.includes(word) || FALSE.includes(word)))
    return undefined;
  const yes = TRUE.filter((word) => words.includes(word));
  const own = written.every((one) => one === one.toLowerCase()) ? value : `$lowercase(${value})`;
  const [first = "true", ...others] = yes;
  return others.length === 0
    ? `${own} = ${JSON.stringify(first)}`
    : `${own} in [${yes.map((word) => JSON.stringify(word)).join(", ")}]`;
}

function list(value: string, values: readonly string[], spec: FieldSpec): string | undefined {
  if (spec.items === "objectId") return spec.ref === "Company" ? `["extid-" & ${value}]` : undefined;
  if (spec.items !== undefined && spec.items !== "string") return undefined;
  const separator = SEPARATORS.find((sign) => values.some((one) => one.includes(sign)));
  if (separator === undefined) return `[${value}]`;
  return `[$split(${value}, ${JSON.stringify(separator)}).$trim($)[$ != ""]]`;
}

const OBJECT_ID = /^[0-9a-fA-F]{24}$/;
