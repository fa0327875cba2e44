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
  readonly description: string;
  /** Planhat computes it: what is written is refused or overwritten. */
  readonly computed?: true;
  /** Offered by default by the products people use today: accepted, with a warning where computed or unlisted. */
  readonly offered?: true;
  /** Planhat's own pages do not list it. */
  readonly unlisted?: true;
  readonly enum?: readonly Json[];
  /** Name of the object type that the value refers to. */
  readonly ref?: string;
  /** A reference that also takes `extid-<externalId>` and `srcid-<sourceId>`. */
  readonly prefixes?: true;
}

/** One kind of thing Planhat holds. Data from `schemas/objects/`, one file each. */
export interface ObjectType {
  readonly name: string;
  /** Plural for messages: `companies`. */
  readonly plural: string;
  /** Collection path under the API host, with the leading slash. */
  readonly path: string;
  /** A cheap list of keys only (`_id`, `name`, `externalId`, `sourceId`), without page limit. */
  readonly leanPath?: string;
  /** In the order in which Planhat matches. */
  readonly keyables: readonly string[];
  /** What a create needs: every group, by at least one of its fields. */
  readonly required: readonly (readonly string[])[];
  /** The keyables that `GET <path>/<prefix><value>` takes; `_id` has no prefix. */
  readonly pathIds: readonly { readonly field: string; readonly prefix: string }[];
  readonly list: { readonly defaultLimit: number; readonly maxLimit: number };
  /** `externalId` is unique only within one company: `companyId` goes along. */
  readonly externalIdWithinCompany: boolean;
  /** A list hides records with this boolean field set, unless asked for with a parameter of the same name. */
  readonly hidden?: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Page of Planhat's documentation that the facts stand on. */
  readonly docs: string;
}
