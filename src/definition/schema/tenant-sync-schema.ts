import { syncSchema } from "../../model/generated/sync.ts";
import { CUSTOM_PREFIX, type TenantField, type TenantFields } from "../../model/tenant-fields.ts";

/**
 * The schema of a definition (draft-07) with the tenant's custom fields under `fields`, by the object that is written
 * to: an editor completes and describes them, and the constants of a list. Other names stay allowed, since the tenant
 * may have moved on: `unknown-field` speaks of them. Formulas are left out, for nobody can write them. `base` is the
 * schema that they are added to.
 */
export function tenantSyncSchema(tenantFields: TenantFields, base: object = syncSchema): object {
  const objects = Object.entries(tenantFields).map(([object, fields]) => ({
    if: {
      required: ["target"],
      properties: { target: { required: ["object"], properties: { object: { const: object } } } },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { fields: { properties: fieldSchemas(fields) } } },
  }));
  // First: a server shows the first description that it meets.
  const known = "allOf" in base && Array.isArray(base.allOf) ? base.allOf : [];
  return objects.length === 0 ? base : { ...base, allOf: [...objects, ...known] };
}

function fieldSchemas(fields: TenantFields[string]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { formula }]) => formula === undefined)
      .map(([name, field]) => [CUSTOM_PREFIX + name, fieldSchema(field)]),
  );
}

function fieldSchema({ type, options, mandatory }: TenantField): object {
  const values = options === undefined ? "" : ` Its values: ${options.join(", ")}.`;
  const needed = mandatory === true ? " Mandatory in Planhat's app." : "";
  return {
    description: `A custom field of your tenant: ${type}.${needed}${values}`,
    ...(options === undefined ? {} : { properties: { value: constantSchema(type, options) } }),
  };
}

/** null clears the field. A multipicklist takes several. */
function constantSchema(type: string, options: readonly string[]): object {
  const one = { enum: [...options, null] };
  return type === "multipicklist" ? { anyOf: [one, { type: "array", items: { enum: options } }] } : one;
}
