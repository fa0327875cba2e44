import type { FieldSpec, ObjectType } from "./object-type.ts";

/** By what people have: fields of the record referred to. */
export const LOOKUP_FIELDS = ["externalId", "sourceId", "email", "name"] as const;
export type LookupField = (typeof LOOKUP_FIELDS)[number];

/** How the values of a mapped reference become Planhat's `_id`s. */
export interface ReferenceLookup {
  /** Among whose records they are looked for. */
  readonly objectType: string;
  readonly by: LookupField;
  /** What becomes of a value that no record has: of the whole record a rejection, or the field is left out. */
  readonly missing: "reject" | "omit";
}

/** A record of Planhat as people know it. */
export interface NamedRecord {
  readonly id: string;
  /** Absent where the record has no name. */
  readonly name?: string;
}

/** A record that a reference means. */
export interface FoundReference extends NamedRecord {
  /** What was looked for. Absent: the record is what Planhat holds now, and nobody looked for it. */
  readonly value?: string;
}

/** By field: the records that its references mean. */
export type FoundReferences = Readonly<Record<string, readonly FoundReference[]>>;

export interface FindQuery {
  readonly objectType: string;
  /** `_id`: to learn the names of records that are known already. */
  readonly by: LookupField | "_id";
  readonly values: ReadonlySet<string>;
}

/**
 * The records that have one of these values; several where it is not unique, none where no record has it. E-mail
 * addresses and names are compared without case and without blanks around them, unless one is exactly as given. Each
 * object type is read once a run, with its first value. Throws a Stop where the token may not read it.
 */
export type FindReferences = (
  query: FindQuery,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, readonly NamedRecord[]>>;

/** What `by:` comes to at a field; `refused`: why there is no such reference. */
export type ReferenceForm =
  /** Planhat itself turns the id into its own, behind this prefix. */
  | { readonly kind: "prefix"; readonly prefix: string }
  | { readonly kind: "lookup"; readonly objectType: string; readonly by: LookupField }
  | { readonly kind: "refused"; readonly why: "no-reference" | "no-ids" | "no-object" | "no-field" };

/** What Planhat takes in front of another system's id. Source: the pages of the objects, at `companyId`. */
const PREFIXES: Partial<Record<LookupField, string>> = { externalId: "extid-", sourceId: "srcid-" };

/** How a field's `by:` is kept: by Planhat where it can, by a look-up of ours where it cannot. */
export function referenceForm(
  spec: FieldSpec | undefined,
  by: LookupField,
  objectTypes: readonly ObjectType[],
): ReferenceForm {
  if (spec?.ref === undefined) return { kind: "refused", why: "no-reference" };
  if ((spec.items ?? spec.type) !== "objectId") return { kind: "refused", why: "no-ids" };
  const referred = objectTypes.find(({ name }) => name === spec.ref);
  if (referred === undefined) return { kind: "refused", why: "no-object" };
  const prefix = PREFIXES[by];
  const isTaken = referred.pathIds.some(({ field }) => field === by);
  if (spec.prefixes === true && prefix !== undefined && isTaken) return { kind: "prefix", prefix };
  if (!Object.hasOwn(referred.fields, by)) return { kind: "refused", why: "no-field" };
  return { kind: "lookup", objectType: referred.name, by };
}

/** By which fields an object type's records can be looked up. */
export function lookupFieldsOf({ fields }: ObjectType): readonly LookupField[] {
  return LOOKUP_FIELDS.filter((field) => Object.hasOwn(fields, field));
}

/** Blanks around an e-mail address or a name mean nothing; an id is compared as it is. */
export function lookupText(by: LookupField | "_id", value: string): string {
  return by === "email" || by === "name" ? value.trim().normalize("NFC") : value;
}

/** What two values that may mean one record have in common. */
export function lookupFold(by: LookupField | "_id", value: string): string {
  const text = lookupText(by, value);
  return by === "email" || by === "name" ? text.toLowerCase() : text;
}
