import type { Change } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { nestCustom } from "../model/record-body.ts";

/**
 * One element of a bulk PUT, as JSON text: what changes, and what Planhat needs to find the record. `_id` goes first
 * where it is known, because it matches before every other keyable and so never creates; `companyId` goes along
 * where externalId is unique only within one company.
 */
export function bulkItem(change: Change, objectType: ObjectType, keyField: string | undefined): string {
  const fields: Record<string, Json> = {};
  if (change.id !== undefined) fields["_id"] = change.id;
  for (const name of identifying(objectType, keyField)) {
    const value = change.record[name];
    if (value !== undefined && value !== null) fields[name] = value;
  }
  for (const [name, { after }] of Object.entries(change.fields)) fields[name] = after;
  return JSON.stringify(nestCustom(fields));
}

function identifying(objectType: ObjectType, keyField: string | undefined): readonly string[] {
  if (keyField === undefined) return [];
  return keyField === "externalId" && objectType.externalIdWithinCompany
    ? [keyField, "companyId"]
    : [keyField];
}
