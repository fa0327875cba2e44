import type { FieldSpec, ObjectType } from "./object-type.ts";

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
  list: { defaultLimit: 100, maxLimit: 2000, filters: ["parent"] },
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
