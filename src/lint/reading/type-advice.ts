import type { InferredType } from "../../model/expression.ts";
import type { Json } from "../../model/json.ts";
import type { MisfitCode } from "../../model/misfit-code.ts";
import type { FieldSpec } from "../../model/object-type.ts";

/** What to do with an expression of the wrong type, named by what it gives and what the field takes. */
export function expressionAdvice(types: readonly InferredType[], spec: FieldSpec, column?: string): string {
  const given = types.find((type) => type !== "null" && type !== "nothing");
  if (given === "function") return "call the function: give it its arguments in brackets";
  if (given === "object" && spec.type !== "array")
    return "name the part of the object that you mean: object.part";
  switch (spec.type) {
    case "number":
    case "integer":
    case "epochDays":
      if (given === "array") return "add it up with $sum(…), or pick one: (…)[0]";
      if (spec.type === "epochDays" && given === "string")
        return `count the days: $floor($toMillis(${column ?? "…"}) / 86400000)`;
      return wrap("number", column);
    case "string":
    case "objectId":
      return given === "array" ? 'join it with $join(…, ", "), or pick one: (…)[0]' : wrap("string", column);
    case "boolean":
      return given === "array"
        ? "ask whether it holds anything: $count(…) > 0"
        : `compare it: ${column ?? "x"} = "yes"`;
    case "date":
      return given === "number"
        ? "wrap it in $fromMillis(…)"
        : 'give an ISO 8601 string, such as "2026-03-31"';
    case "array":
      return "put it in brackets: [x]";
    case "object":
      return 'build one: { "name": x }';
    default:
      return spec.type satisfies never;
  }
}

function wrap(by: "number" | "string", column: string | undefined): string {
  return column === undefined ? `wrap it in $${by}(…)` : `write $${by}(${column})`;
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
