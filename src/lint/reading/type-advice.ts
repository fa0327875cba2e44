import { ANY_ROWS, ofNumber, ofText, over, type Rows } from "../../model/advice/advice.ts";
import { spelledOut } from "../../model/advice/truth-advice.ts";
import type { InferredType } from "../../model/expression.ts";
import type { Json } from "../../model/json.ts";
import type { MisfitCode } from "../../model/misfit-code.ts";
import type { FieldSpec, FieldType } from "../../model/object-type.ts";
import type { Finding } from "../rule.ts";

/**
 * What to do with an expression of the wrong type, chosen by what it gives and what the field takes. `text` is the
 * expression; what is proposed stands in its place.
 */
export function expressionAdvice(
  types: readonly InferredType[],
  spec: FieldSpec,
  text: string,
): Pick<Finding, "hint" | "rewrites"> {
  const values = types.filter((type) => type !== "null" && type !== "nothing");
  const [given, ...others] = values;
  const rows = { texts: values.every((type) => type === "string"), nulls: types.includes("null") };
  // Of several types no one way is right for all.
  const write = given === undefined || others.length > 0 ? undefined : WAYS[spec.type]?.[given];
  if (given === undefined || write === undefined) return { hint: wordsFor(given, spec) };
  const made = over(text, (x, isColumn) => write(x, isColumn ? rows : ANY_ROWS));
  return { hint: `${wordsFor(given, spec)}: ${made}`, rewrites: [{ text: made }] };
}

type Write = (x: string, rows: Rows) => string;

const asNumber: Write = (x, rows) => ofText(x, `$number(${x})`, rows);
const asText: Write = (x, { nulls }) => (nulls ? `${x} = null ? null : $string(${x})` : `$string(${x})`);

const asOneOrZero: Write = (x) => `$type(${x}) = "boolean" ? $number(${x}) : ${x}`;

/** By the field's type, then by what is given. */
const WAYS: Partial<Record<FieldType, Partial<Record<InferredType, Write>>>> = {
  number: { string: asNumber, boolean: asOneOrZero },
  integer: { string: asNumber, boolean: asOneOrZero },
  epochDays: { string: (x, rows) => ofText(x, `$floor($toMillis(${x}) / 86400000)`, rows) },
  string: { number: asText, boolean: asText },
  boolean: { string: spelledOut, number: (x) => `${x} = 1 ? true : ${x} = 0 ? false : ${x}` },
  // Seconds and milliseconds are told apart by their size: since 1973 they do not meet.
  date: { number: (x) => ofNumber(x, `$fromMillis(${x} < 100000000000 ? ${x} * 1000 : ${x})`) },
};

function wordsFor(given: InferredType | undefined, spec: FieldSpec): string {
  if (given === "function") return "call the function: give it its arguments in brackets";
  if (given === "object" && spec.type !== "array")
    return "name the part of the object that you mean: object.part";
  switch (spec.type) {
    case "number":
    case "integer":
      if (given === "array") return "add it up with $sum(…), or pick one: (…)[0]";
      return given === "string" || given === "boolean" ? "make it a number" : "give a number";
    case "epochDays":
      return given === "string" ? "count the days" : "give a number of days";
    case "string":
      return given === "array" ? 'join it with $join(…, ", "), or pick one: (…)[0]' : "make it text";
    case "objectId":
      return spec.prefixes
        ? "say whose id it is: { expr: …, by: externalId }"
        : "map a column that holds Planhat's ids, 24 hexadecimal digits each";
    case "boolean":
      if (given === "array") return "ask whether it holds anything: $count(…) > 0";
      return given === "string"
        ? "say which texts mean true and which mean false"
        : "say which numbers mean true and which mean false";
    case "date":
      return given === "number"
        ? "make it a date: seconds or milliseconds since 1970"
        : 'give an ISO 8601 string, such as "2026-03-31"';
    case "array":
      return "put it in brackets: [x]";
    case "object":
      return 'build one: { "name": x }';
    default:
      return spec.type satisfies never;
  }
}

/** What to write instead of a constant of the wrong type. */
export function constantAdvice(given: InferredType, spec: FieldSpec): string {
  switch (spec.type) {
    case "number":
    case "integer":
    case "epochDays":
      return given === "string" ? "write the number without quotes" : "write a number";
    case "string":
      return given === "array" || given === "object" ? "write one text" : "put it in quotes";
    case "boolean":
      return "write true or false, without quotes";
    case "date":
      return "write an ISO 8601 date in quotes, such as '2026-03-31'";
    case "objectId":
      return spec.prefixes
        ? "write Planhat's id (24 hexadecimal digits), or extid- and the externalId, in quotes"
        : "write Planhat's id (24 hexadecimal digits) in quotes";
    case "array":
      return "write a list: [ … ]";
    case "object":
      return "write an object: { name: … }";
    default:
      return spec.type satisfies never;
  }
}

/** What to write instead of a constant of the right type that does not fit all the same. */
export function misfitAdvice(code: MisfitCode, given: InferredType, spec: FieldSpec): string {
  const { items } = spec;
  if (given === "array") {
    return items === undefined ? "write plain values" : `write each item as ${ITEM_FORMS[items]}`;
  }
  return CONSTANT_ADVICE[code] ?? constantAdvice(given, spec);
}

const CONSTANT_ADVICE: Partial<Record<MisfitCode, string>> = {
  "value-fraction": "write a whole number",
  "value-not-finite": "write a finite number",
  "value-inexact": "write it as text, in quotes, to a text field",
  "value-date-day": "write a day that exists",
  "value-date-time": "write a time that exists: hours go to 23, minutes and seconds to 59, zones to 14:59",
  "value-date-zone": "append the zone that it is meant in, such as Z or +01:00",
  "value-days-range": "write days since 1970-01-01, not milliseconds",
  "value-id-number": "put it in quotes",
  "value-empty-part": "leave the part out, or give it a value",
};

const ITEM_FORMS: Readonly<Record<FieldSpec["type"], string>> = {
  string: "text, in quotes",
  number: "a number, without quotes",
  integer: "a whole number, without quotes",
  boolean: "true or false, without quotes",
  date: "an ISO 8601 date in quotes, such as '2026-03-31'",
  epochDays: "a whole number of days since 1970-01-01",
  objectId: "an id of Planhat (24 hexadecimal digits), in quotes",
  array: "a list",
  object: "an object: { name: … }",
};

export function typeOf(value: Json): InferredType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}
