import { fold, nearest } from "../../model/nearest.ts";
import type { ObjectType } from "../../model/object-type.ts";
import { isCustomField } from "../../model/record-body.ts";
import type { KnownSync } from "./mapped-fields.ts";

/** What a sync may write. */
export function writableFields({ fields }: ObjectType): readonly string[] {
  return Object.entries(fields).flatMap(([field, spec]) => (spec.computed && !spec.offered ? [] : [field]));
}

/** The field that was probably meant by a name that the object does not have. */
export function meantField(name: string, objectType: ObjectType): string | undefined {
  return (
    nearest(name, writableFields(objectType)) ??
    Object.keys(objectType.fields).find((field) => fold(field) === fold(name))
  );
}

/** Whether one of the fields stands there misspelt: `unknown-field` says so, and one mistake is told once. */
export function isMisspelt(sync: KnownSync, names: readonly string[]): boolean {
  return misspeltAs(sync, names).length > 0;
}

/** The names that stand under `fields:` where one of these was meant. */
export function misspeltAs(sync: KnownSync, names: readonly string[]): readonly string[] {
  return sync.fields.flatMap(({ name, spec }) => {
    if (spec !== undefined || isCustomField(name)) return [];
    const meant = meantField(name, sync.objectType);
    return meant !== undefined && names.includes(meant) ? [name] : [];
  });
}
