import { isJsonObject, type Json } from "../model/json.ts";
import type { FieldType } from "../model/object-type.ts";
import { isObjectId } from "./object-ids.ts";

export interface Shape {
  readonly types: readonly FieldType[];
  readonly items?: FieldType | undefined;
  readonly values?: readonly Json[] | undefined;
}

/** What is wrong with a value, as in "tags … is not an array"; undefined where it fits. */
export function misfit(value: Json, { types, items, values }: Shape): string | undefined {
  if (!types.some((type) => isOf(type, value)))
    return `is not ${types.map((type) => NAMES[type]).join(" or ")}`;
  if (items === undefined && values === undefined) return undefined;
  const elements = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (Array.isArray(value) && items !== undefined && !elements.every((element) => isOf(items, element))) {
    return `holds an element that is not ${NAMES[items]}`;
  }
  if (values !== undefined && !elements.every((element) => values.includes(element))) {
    return "is not one of the allowed values";
  }
  return undefined;
}

const NAMES: Readonly<Record<FieldType, string>> = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  date: "a date",
  epochDays: "a number of days",
  objectId: "a valid id",
  array: "an array",
  object: "an object",
};

function isOf(type: FieldType, value: Json): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "integer":
    case "epochDays":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    case "objectId":
      return isObjectId(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isJsonObject(value);
    default:
      return type satisfies never;
  }
}
