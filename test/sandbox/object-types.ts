import type { FieldSpec, FieldType, ObjectType } from "../../src/model/object-type.ts";

/** An object type as a new file of the catalogue would add it. */
export function objectType(
  name: string,
  path: string,
  keyables: readonly string[],
  fields: Readonly<Record<string, FieldType | FieldSpec>>,
  more: Partial<ObjectType> = {},
): ObjectType {
  const specs = { ...Object.fromEntries(keyables.map((key) => [key, "string" as const])), ...fields };
  return {
    name,
    plural: path.slice(1),
    path,
    keyables: ["_id", ...keyables],
    required: [],
    pathIds: [{ field: "_id", prefix: "" }],
    list: { defaultLimit: 100, maxLimit: 2000 },
    externalIdWithinCompany: false,
    docs: "https://www.planhat.com/developers/api",
    fields: Object.fromEntries(
      Object.entries(specs).map(([field, spec]) => [
        field,
        typeof spec === "string" ? { type: spec, description: `${field} of a test.` } : spec,
      ]),
    ),
    ...more,
  };
}

export const COMPANY_ID: FieldSpec = {
  type: "objectId",
  ref: "Company",
  prefixes: true,
  description: "The company of a test.",
};
