import type { InferredType } from "../../model/expression.ts";
import type { FieldSpec, FieldType } from "../../model/object-type.ts";
import { TYPE_WORDS } from "../../model/type-words.ts";
import { listed } from "./phrase.ts";

/** Whether a value of one of these types can suit the field. Null clears and no value leaves alone, always. */
export function mayFit(types: readonly InferredType[], spec: FieldSpec): boolean {
  const values = types.filter((type) => type !== "null" && type !== "nothing");
  return values.length === 0 || values.some((type) => fits(type, spec));
}

/** `text`, `a number or a list`. */
export function describeTypes(types: readonly InferredType[]): string {
  const values = types.filter((type) => type !== "null" && type !== "nothing");
  return listed(
    [...new Set(values)].map((type) => TYPE_WORDS[type]),
    "or",
  );
}

/** `a whole number`, `a list of texts`. */
export function describeField(spec: FieldSpec): string {
  if (spec.type !== "array") return FIELD_WORDS[spec.type];
  return spec.items === undefined ? "an array" : `a list of ${ITEM_WORDS[spec.items]}`;
}

function fits(type: InferredType, spec: FieldSpec): boolean {
  if (type === "unknown") return true;
  const expected = JSON_TYPES[spec.type];
  if (type === expected) return true;
  // JSONata gives an array of one as the element itself: it is wrapped again.
  return (
    spec.type === "array" &&
    (spec.items === undefined ? type !== "function" : JSON_TYPES[spec.items] === type)
  );
}

const JSON_TYPES: Readonly<Record<FieldType, InferredType>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  date: "string",
  epochDays: "number",
  objectId: "string",
  array: "array",
  object: "object",
};

const FIELD_WORDS: Readonly<Record<FieldType, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  date: "an ISO 8601 date as text",
  epochDays: "a whole number of days since 1970-01-01",
  objectId: "an id of Planhat as text",
  array: "a list",
  object: "an object",
};

const ITEM_WORDS: Readonly<Record<FieldType, string>> = {
  string: "texts",
  number: "numbers",
  integer: "whole numbers",
  boolean: "true and false",
  date: "ISO 8601 dates",
  epochDays: "days since 1970-01-01",
  objectId: "ids of Planhat",
  array: "lists",
  object: "objects",
};
