import { byAction } from "../../model/action.ts";
import { type Change, type Create, fieldsOf } from "../../model/change.ts";
import type { Json } from "../../model/json.ts";
import { companyField, externalIdField, type ObjectType } from "../../model/object-type.ts";
import { nestCustom, nestedJson } from "../../model/record-body.ts";

/**
 * One element of a bulk PUT, as JSON text: what changes, and what Planhat needs to find the record. `_id` goes first
 * where it is known, because it matches before every other keyable and so never creates; the company goes along where
 * an external id is unique only within one, and so does what Planhat wants in every item.
 */
export function bulkItem(change: Change, objectType: ObjectType, keyField: string | undefined): string {
  // All of a new record goes out, just as it was written.
  const whole = isWhole(change) ? nestedJson(change.record.json) : undefined;
  if (whole !== undefined) return whole;
  const fields: Record<string, Json> = {};
  if (change.id !== undefined) fields["_id"] = change.id;
  for (const name of identifying(objectType, keyField)) {
    const value = change.record.fields[name];
    if (value !== undefined && value !== null) fields[name] = value;
  }
  const changed = fieldsOf(change);
  for (const name of Object.keys(changed)) fields[name] = changed[name]?.after as Json;
  return JSON.stringify(nestCustom(fields));
}

function isWhole(change: Change): change is Create {
  return byAction(change.action, { create: change.id === undefined, update: false });
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
