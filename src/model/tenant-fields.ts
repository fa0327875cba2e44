import type { FieldSpec } from "./object-type.ts";

/** What `introspect` writes and every check reads, beside planhat-sync.yaml. */
export const FIELDS_FILE = "planhat.fields.json";

/** One custom field of the tenant. Source: https://www.planhat.com/developers/api/custom-field */
export interface TenantField {
  /** Planhat's own name of the type: `number`, `rich text`, `multipicklist`. One that is new to us is taken as it is. */
  readonly type: string;
  /** The values of a list or multipicklist, sorted. */
  readonly options?: readonly string[];
  /** Planhat computes the field by it, and what is written is lost; may be empty. */
  readonly formula?: string;
  readonly mandatory?: boolean;
}

/** The custom fields of a tenant: by object type (`Company`), then by the name that Planhat shows (`Tier`). */
export type TenantFields = Readonly<Record<string, Readonly<Record<string, TenantField>>>>;

export const CUSTOM_PREFIX = "custom.";

/** The fields of one object, by name; undefined where the tenant is not known to have any. */
export function tenantFieldsOf(
  fields: TenantFields | undefined,
  objectName: string,
): ReadonlyMap<string, TenantField> | undefined {
  if (fields === undefined || !Object.hasOwn(fields, objectName)) return undefined;
  return new Map(Object.entries(fields[objectName] ?? {}));
}

/** The field that a definition names `custom.Tier`. */
export function tenantField(
  fields: TenantFields | undefined,
  objectName: string,
  name: string,
): TenantField | undefined {
  if (!name.startsWith(CUSTOM_PREFIX)) return undefined;
  return tenantFieldsOf(fields, objectName)?.get(name.slice(CUSTOM_PREFIX.length));
}

/**
 * What a run checks and compares by; undefined where nothing sure is known of the values. Formulas are not marked as
 * computed: a rule of their own speaks of them.
 */
export function tenantFieldSpec({ type, options = [] }: TenantField): FieldSpec | undefined {
  const description = `A custom field of the tenant: ${type}.`;
  const values = options.length === 0 ? {} : { enum: options };
  switch (type) {
    case "number":
    case "rating":
      return { type: "number", description };
    case "checkbox":
      return { type: "boolean", description };
    case "text":
    case "rich text":
    case "phone":
    case "email":
    case "url":
      return { type: "string", description };
    case "list":
      return { type: "string", ...values, description };
    case "multipicklist":
      return { type: "array", items: "string", ...values, description };
    case "team member":
      return { type: "objectId", ref: "User", description };
    case "enduser":
      return { type: "objectId", ref: "Enduser", description };
    case "team members":
      return { type: "array", items: "objectId", ref: "User", description };
    case "endusers":
      return { type: "array", items: "objectId", ref: "Enduser", description };
    case "date":
      return { type: "date", description };
    // Whether Planhat takes a day as text or as a number is not documented, nor is a type that is new.
    default:
      return undefined;
  }
}
