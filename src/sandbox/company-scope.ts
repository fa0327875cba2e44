import { externalIdField, type ObjectType } from "../model/object-type.ts";

/** Whether a keyable tells records apart only within one company. */
export function isWithinCompany(type: ObjectType, field: string): boolean {
  return type.externalIdWithinCompany && field === externalIdField(type);
}
