import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { idOf } from "./collection.ts";
import type { World } from "./world.ts";

/**
 * `_id`, `extid-<externalId>` or `srcid-<sourceId>` → the `_id`, also for each element of an array. undefined: there
 * is no such record. A reference to an object type that is not served is kept as it is.
 */
export function resolveReference(world: World, objectName: string, value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const ids = value.map((element: Json) => resolveReference(world, objectName, element));
    return ids.every((id) => id !== undefined) ? ids : undefined;
  }
  if (typeof value !== "string") return undefined;
  const collection = world.collectionOf(objectName);
  if (collection === undefined) return value;
  const record = findByPathId(world, objectName, value);
  return record === undefined ? undefined : idOf(record);
}

/** The record that a path or a reference names; several under one externalId: the oldest. */
export function findByPathId(world: World, objectName: string, text: string): JsonObject | undefined {
  const collection = world.collectionOf(objectName);
  if (collection === undefined) return undefined;
  const form = formOf(collection.type, text);
  return form === undefined ? undefined : collection.find(form.field, text.slice(form.prefix.length))[0];
}

/** The longest prefix decides: `_id` has none and fits everything. */
function formOf({ pathIds }: ObjectType, text: string): ObjectType["pathIds"][number] | undefined {
  let longest: ObjectType["pathIds"][number] | undefined;
  for (const form of pathIds) {
    if (!text.startsWith(form.prefix)) continue;
    if (longest === undefined || form.prefix.length > longest.prefix.length) longest = form;
  }
  return longest;
}

/** The company of a contact that names none: the one with the domain of its e-mail address. */
export function companyByDomain(world: World, email: Json | undefined): string | undefined {
  if (typeof email !== "string" || !email.includes("@")) return undefined;
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const [company] = world.collectionOf("Company")?.find("domains", domain) ?? [];
  return company === undefined ? undefined : idOf(company);
}
