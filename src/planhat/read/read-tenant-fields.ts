import { CUSTOM_FIELD } from "../../model/custom-field-type.ts";
import { isForbiddenKey } from "../../model/forbidden-name.ts";
import type { JsonObject } from "../../model/json.ts";
import type { TenantField, TenantFields } from "../../model/tenant-fields.ts";
import { Reader, type ReaderOptions } from "../api/reader.ts";

const SELECTED = ["_id", "name", "parent", "type", "listValues", "isFormula", "formula", "isMandatory"];

/**
 * The tenant's custom fields, in an order that depends on nothing but themselves: objects, fields and values by name,
 * no ids, no dates. `objectNames` are the catalogue's; Planhat writes a parent in lower case. Throws a Stop where
 * Planhat cannot be asked or the token may not read them.
 */
export async function readTenantFields(
  options: ReaderOptions,
  objectNames: Iterable<string>,
  signal: AbortSignal,
): Promise<TenantFields> {
  const names = new Map([...objectNames].map((name) => [name.toLowerCase(), name]));
  const objects = new Map<string, Map<string, TenantField>>();
  for await (const page of new Reader(options, CUSTOM_FIELD, signal).shown(SELECTED)) {
    for (const item of page) {
      const { parent, name } = item;
      const field = asField(item);
      if (typeof parent !== "string" || typeof name !== "string" || field === undefined) continue;
      // No definition can map it, and the file that lists it would be refused.
      if (isForbiddenKey(name) || isForbiddenKey(parent)) continue;
      const object = names.get(parent.toLowerCase()) ?? parent;
      const fields = objects.get(object) ?? new Map<string, TenantField>();
      objects.set(object, fields);
      // Should Planhat hold two of one name, the answer is the same whichever comes first.
      const known = fields.get(name);
      if (known === undefined || JSON.stringify(field) < JSON.stringify(known)) fields.set(name, field);
    }
  }
  return sorted(new Map([...objects].map(([object, fields]) => [object, sorted(fields)])));
}

/** undefined for an item that has no type: nothing could be said of such a field. */
function asField({ type, listValues, isFormula, formula, isMandatory }: JsonObject): TenantField | undefined {
  if (typeof type !== "string" || type === "") return undefined;
  const values = Array.isArray(listValues) ? listValues.filter((value) => typeof value === "string") : [];
  return {
    type,
    ...(values.length === 0 ? {} : { options: [...new Set(values)].sort() }),
    ...(isFormula === true ? { formula: typeof formula === "string" ? formula : "" } : {}),
    ...(isMandatory === true ? { mandatory: true } : {}),
  };
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
