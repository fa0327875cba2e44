import type { Change } from "../../model/change.ts";
import type { Json } from "../../model/json.ts";
import { companyField, externalIdField, type ObjectType } from "../../model/object-type.ts";
import { nestCustom } from "../../model/record-body.ts";

/**
 * One element of a bulk PUT, as JSON text: what changes, and what Planhat needs to find the record. `_id` goes first
 * where it is known, because it matches before every other keyable and so never creates; the company goes along where
 * an external id is unique only within one, and so does what Planhat wants in every item.
 */
export function bulkItem(change: Change, objectType: ObjectType, keyField: string | undefined): string {
  const fields: Record<string, Json> = {};
  if (change.id !== undefined) fields["_id"] = change.id;
  for (const name of identifying(objectType, keyField)) {
    const value = change.record[name];
    if (value !== undefined && value !== null) fields[name] = value;
  }
  for (const name of Object.keys(change.fields)) fields[name] = change.fields[name]?.after as Json;
  return JSON.stringify(nestCustom(fields));
}

function identifying(objectType: ObjectType, keyField: string | undefined): readonly string[] {
  const always = objectType.always ?? [];
  if (keyField === undefined) return always;
  const company = companyField(objectType);
  return keyField === externalIdField(objectType) &&
    objectType.externalIdWithinCompany &&
    company !== undefined
    ? [keyField, company, ...always]
    : [keyField, ...always];
}
