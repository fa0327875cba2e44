import type { ObjectType } from "../../model/object-type.ts";
import type { PlacedField, PlacedSync } from "../../model/placed.ts";

/** A sync whose object the catalogue knows: what most rules work on. */
export interface KnownSync extends PlacedSync {
  readonly objectType: ObjectType;
}

export function isKnown(sync: PlacedSync): sync is KnownSync {
  return sync.objectType !== undefined;
}

export function isMapped(sync: PlacedSync, name: string): boolean {
  return sync.fields.some((field) => field.name === name);
}

/** Whether any row can get a value here: not a constant that is null or blank, nor an expression that can only give null or nothing. */
function givesValue(field: PlacedField): boolean {
  if (field.mapping.kind === "constant") {
    const { value } = field.mapping;
    return value !== null && !(typeof value === "string" && value.trim() === "");
  }
  const { result } = field.mapping;
  if (!result.ok) return true;
  return result.expression.result.some((type) => type !== "null" && type !== "nothing");
}

/** Whether one of the fields is mapped to something that can be a value. */
export function isSupplied(sync: PlacedSync, names: readonly string[]): boolean {
  return sync.fields.some((field) => names.includes(field.name) && givesValue(field));
}

/** Whether the sync can create records. */
export function creates(sync: PlacedSync): boolean {
  return sync.mode !== "update";
}

export function refersToCompany(objectType: ObjectType, name: string): boolean {
  return objectType.fields[name]?.ref === "Company";
}

/**
 * Groups of which the sync's records need one field, without those that say which company a record belongs to: what a
 * create needs, what every item carries, and when a point or an event was.
 */
export function requiredValues(sync: KnownSync): readonly (readonly string[])[] {
  const { required, requiredWhen = [], always = [], stream, fields } = sync.objectType;
  const when = stream === undefined ? [] : [[stream.date]];
  if (!creates(sync)) return always.map((name) => [name]);
  // A condition on a field that is not mapped is met, or not, by the field's default.
  const byDefault = requiredWhen.filter(
    ({ field, is }) => !isMapped(sync, field) && fields[field]?.default === is,
  );
  // A condition that is met narrows a group: `mrr`, where otherwise `mrr` or `value` would do.
  const isNarrowed = (group: readonly string[]) =>
    byDefault.some(({ needs }) => needs.every((name) => group.includes(name)));
  return [
    ...required.filter((group) => !isReference(sync.objectType, group) && !isNarrowed(group)),
    ...byDefault.map(({ needs }) => needs),
    ...when,
  ];
}

/** Groups that say which company a record belongs to. */
export function requiredReferences(objectType: ObjectType): readonly (readonly string[])[] {
  return objectType.required.filter((group) => isReference(objectType, group));
}

function isReference(objectType: ObjectType, group: readonly string[]): boolean {
  return group.length > 0 && group.every((name) => refersToCompany(objectType, name));
}
