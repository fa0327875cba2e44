import type { Json, JsonObject } from "../model/json.ts";
import type { FieldType } from "../model/object-type.ts";
import type { Collection } from "./collection.ts";

/** What a new custom field holds besides what was sent, as in Planhat's example of a create. */
export const CUSTOM_FIELD_DEFAULTS: JsonObject = {
  isFeatured: false,
  isShared: false,
  listValues: [],
  filter: [],
  formulaRefs: [],
  isFormula: false,
  isHidden: false,
  isLocked: false,
  __v: 0,
};

/** The definition of one custom field; undefined where the tenant has none of that name. */
export type CustomFieldLookup = (object: string, name: string) => JsonObject | undefined;

export function customFieldLookup(collection: Collection): CustomFieldLookup {
  let known:
    | { readonly from: readonly JsonObject[]; readonly byName: ReadonlyMap<string, JsonObject> }
    | undefined;
  return (object, name) => {
    if (collection.size === 0) return undefined;
    const from = collection.view("by name", () => [...collection.all()]);
    if (known?.from !== from) {
      known = { from, byName: new Map(from.map((field) => [`${field["parent"]} ${field["name"]}`, field])) };
    }
    return known.byName.get(`${object.toLowerCase()} ${name}`);
  };
}

/** What a custom field's values look like: any of these types, or one of these values. */
export interface CustomValue {
  readonly types: readonly FieldType[];
  readonly items?: FieldType;
  readonly values?: readonly Json[];
}

export function customValue(field: JsonObject): CustomValue {
  const listed = field["listValues"];
  const values = Array.isArray(listed) && listed.length > 0 ? { values: listed as readonly Json[] } : {};
  switch (field["type"]) {
    case "number":
    case "rating":
      return { types: ["number"] };
    case "checkbox":
      return { types: ["boolean"] };
    case "list":
      return { types: ["string"], ...values };
    case "multipicklist":
      return { types: ["array"], items: "string", ...values };
    case "team members":
    case "endusers":
      return { types: ["array"], items: "objectId" };
    case "team member":
    case "enduser":
      return { types: ["objectId"] };
    // Whether Planhat takes days as text or as a number is not documented.
    case "day":
    case "date":
      return { types: ["date", "epochDays"] };
    default:
      return { types: ["string"] };
  }
}
