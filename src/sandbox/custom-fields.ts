import type { Json, JsonObject } from "../model/json.ts";
import type { FieldSpec, FieldType, ObjectType } from "../model/object-type.ts";
import type { Collection } from "./collection.ts";

const text = (description: string): FieldSpec => ({ type: "string", description });
const flag = (description: string): FieldSpec => ({ type: "boolean", description });

/**
 * The tenant's own fields: `GET`, `POST`, `PUT` and `DELETE` under `/customfields`, no bulk write.
 * Source: https://www.planhat.com/developers/api/custom-field
 */
export const CUSTOM_FIELD: ObjectType = {
  name: "CustomField",
  plural: "custom fields",
  path: "/customfields",
  keyables: ["_id"],
  required: [["name"], ["parent"], ["type"]],
  pathIds: [{ field: "_id", prefix: "" }],
  list: { defaultLimit: 100, maxLimit: 2000 },
  externalIdWithinCompany: false,
  docs: "https://www.planhat.com/developers/api/custom-field",
  fields: {
    _id: { type: "objectId", description: "Planhat's own id." },
    name: text("Display name: the key in `custom`."),
    parent: text("Model that has the field, in lower case."),
    type: {
      ...text("How its values look."),
      enum: [
        ...["number", "text", "rich text", "checkbox", "day", "date", "list", "multipicklist", "team member"],
        ...["team members", "rating", "phone", "email", "enduser", "endusers", "url"],
      ],
    },
    isFeatured: flag("Shown prominently."),
    isHidden: flag("Not shown."),
    isShared: flag("Shown to customers."),
    isLocked: flag("Not to be edited in the app."),
    isMandatory: flag("Needed to create the parent."),
    isFormula: flag("Computed by a formula."),
    treatUndefinedAsZero: flag("Formulas read a missing value as 0."),
    formula: text("The formula."),
    listValues: { type: "array", items: "string", description: "The values a list may take." },
    filter: { type: "array", items: "object", computed: true, description: "Generated from the formula." },
    formulaRefs: {
      type: "array",
      items: "string",
      computed: true,
      description: "Generated from the formula.",
    },
    numberFormat: text("How numbers are shown."),
    sortOrder: { type: "integer", computed: true, description: "Place in the list." },
  },
};

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
