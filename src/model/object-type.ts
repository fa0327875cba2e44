import type { Json } from "./json.ts";

/**
 * How a field's value looks. `date` is an ISO 8601 string, `epochDays` a whole number of days since 1970-01-01,
 * `objectId` Planhat's 24 hex digits (a reference also takes `extid-…` and `srcid-…` where `prefixes` is set).
 */
export type FieldType =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "epochDays"
  | "objectId"
  | "array"
  | "object";

export interface FieldSpec {
  readonly type: FieldType;
  /** Type of the elements, for `array`. */
  readonly items?: FieldType;
  /** Of a number: what Planhat takes. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of a date: Planhat keeps the day (UTC) and drops the time. */
  readonly day?: true;
  /** Of a text, or of each text of a list: an e-mail address. */
  readonly format?: "email";
  readonly description: string;
  /** Planhat computes it: what is written is refused or overwritten. */
  readonly computed?: true;
  /** Offered by default by the products people use today: accepted, with a warning where computed or unlisted. */
  readonly offered?: true;
  /** Marked as computed, and yet written in Planhat's examples: accepted, with a warning. */
  readonly written?: true;
  /** Planhat's own pages do not list it. */
  readonly unlisted?: true;
  readonly enum?: readonly Json[];
  /** What Planhat takes where a new record has no value. */
  readonly default?: Json;
  /** Name under which Planhat gives the value back. */
  readonly readAs?: string;
  /** Name under which the value is sent. */
  readonly sentAs?: string;
  /** Name of the object type that the value refers to. */
  readonly ref?: string;
  /** Name of the object type among whose records Planhat looks for the value, which is no reference. */
  readonly finds?: string;
  /** A reference that also takes `extid-<externalId>` and `srcid-<sourceId>`. */
  readonly prefixes?: true;
}

/** Append only: points and events, which are sent once and never matched, read back or changed. */
export interface Stream {
  /** The field that says when. Planhat would take the time of receipt; a sync has to map it. */
  readonly date: string;
  /** Items of one day (UTC) are one. */
  readonly perDay?: true;
  /** What tells items apart besides the date: of each group the first field with a value. */
  readonly identity: readonly (readonly string[])[];
  /** Items of one request. */
  readonly maxItems: number;
  /** `counts`: how many were processed, and the items that were not; `sink`: success, whatever was sent. */
  readonly answer: "counts" | "sink";
}

/** One kind of thing Planhat holds. Data from `schemas/objects/`, one file each. */
export interface ObjectType {
  readonly name: string;
  /** Plural for messages: `companies`. */
  readonly plural: string;
  /** Collection path under the API host, with the leading slash; a stream's under the analytics host. */
  readonly path: string;
  /** A cheap list of keys only (`_id`, `name`, `externalId`, `sourceId`), without page limit. */
  readonly leanPath?: string;
  /** In the order in which Planhat matches. Empty for a stream. */
  readonly keyables: readonly string[];
  /** Keyables by which Planhat may not match after all. */
  readonly uncertainKeys?: readonly string[];
  /** What a create needs: every group, by at least one of its fields. */
  readonly required: readonly (readonly string[])[];
  /** What other products ask of a new record and Planhat does not: of each group one. */
  readonly advised?: readonly (readonly string[])[];
  /** What a create needs besides, where a field has a certain value: of `needs`, one. */
  readonly requiredWhen?: readonly Condition[];
  /** Every item carries these, updates too: Planhat drops one without them and tells nobody. */
  readonly always?: readonly string[];
  /** Values that make a record one of this type: they go along by themselves. */
  readonly fixed?: Readonly<Record<string, Json>>;
  /** Calls for a single record that Planhat does not document. */
  readonly lacks?: readonly ("create" | "read" | "update")[];
  /** Path of another collection whose lists show these records too. */
  readonly livesIn?: string;
  readonly stream?: Stream;
  /** What `GET <path>/<prefix><value>` takes; `_id` has no prefix. Empty where single records cannot be read. */
  readonly pathIds: readonly { readonly field: string; readonly prefix: string }[];
  /** 0: there is no list. `filters`: parameters that pick records by the field of the same name. */
  readonly list: {
    readonly defaultLimit: number;
    readonly maxLimit: number;
    readonly filters?: readonly string[];
    /** Other names of parameters, with the parameter or the field that each means. */
    readonly aliases?: Readonly<Record<string, string>>;
  };
  /** `externalId` is unique only within one company: `companyId` goes along. */
  readonly externalIdWithinCompany: boolean;
  /** A list hides records with this boolean field set, unless asked for with a parameter of the same name. */
  readonly hidden?: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** What a new record shows besides what was sent, as in Planhat's examples. For the sandbox alone. */
  readonly shows?: Readonly<Record<string, Json>>;
  /** What is different from other objects, for the documentation. */
  readonly particulars?: readonly string[];
  /** What stands on no page of Planhat, and where it is from instead. */
  readonly unverified?: readonly string[];
  /** Page of Planhat's documentation that the facts stand on. */
  readonly docs: string;
}

export interface Condition {
  readonly field: string;
  /** Where this is the field's default, no value counts too. */
  readonly is: Json;
  readonly needs: readonly string[];
}

/** Asked for each record, and the same for all of a type. */
const companyFields = new WeakMap<ObjectType, { readonly name: string | undefined }>();

/** The field that names the company a record belongs to (`companyId`, `companyIds`, `cId`), where there is one. */
export function companyField(objectType: ObjectType): string | undefined {
  const known = companyFields.get(objectType);
  if (known !== undefined) return known.name;
  const { fields } = objectType;
  const name = Object.keys(fields).find((field) => {
    const { ref, computed, type, items } = fields[field] as FieldSpec;
    return ref === "Company" && computed !== true && (items ?? type) === "objectId";
  });
  companyFields.set(objectType, { name });
  return name;
}

/** Whether a keyable tells records apart only within one company. */
export function isWithinCompany(objectType: ObjectType, keyField: string): boolean {
  return objectType.externalIdWithinCompany && keyField === externalIdField(objectType);
}

/** Whether no two records share a value of a keyable; e-mail addresses need not be unique. */
export function isUniqueKey(objectType: ObjectType, keyField: string): boolean {
  if (keyField === "_id" || keyField === "sourceId") return true;
  return keyField === externalIdField(objectType) && !objectType.externalIdWithinCompany;
}

/**
 * Whether a record, or one that it belongs to, is found by this field's value: a keyable, what tells points and events
 * apart, a reference by another system's id, or what Planhat looks for among other records.
 */
export function identifies({ keyables, stream, fields }: ObjectType, name: string): boolean {
  const spec = fields[name];
  return (
    keyables.includes(name) ||
    stream?.identity.some((group) => group.includes(name)) === true ||
    spec?.prefixes === true ||
    spec?.finds !== undefined
  );
}

/** The field that holds the id of one's own system (`externalId`, `extId`), where there is one. */
export function externalIdField({ pathIds, fields }: ObjectType): string | undefined {
  const named = pathIds.find(({ prefix }) => prefix === "extid-")?.field;
  return named ?? (Object.hasOwn(fields, "externalId") ? "externalId" : undefined);
}
