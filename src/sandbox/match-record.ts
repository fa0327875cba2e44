import type { JsonObject } from "../model/json.ts";
import { companyField, isWithinCompany } from "../model/object-type.ts";
import type { Collection } from "./collection.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { World } from "./world.ts";

/** What an item of a bulk write means: one record, a new one, or nobody can tell. */
export type Match =
  /** `item` is what is left of it to be written. */
  | { readonly kind: "record"; readonly record: JsonObject; readonly item: JsonObject }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly message: string };

/**
 * Tries the item's keyables in Planhat's order; the first that finds a record decides.
 * Source: https://www.planhat.com/developers/api/bulk-upsert
 */
export function matchRecord(world: World, collection: Collection, item: JsonObject): Match {
  for (const field of collection.type.keyables) {
    const value = keyOf(item, field);
    if (value === undefined || isIgnoredKey(world, collection, field)) continue;
    const found = candidates(world, collection, item, field, value);
    const [first] = found;
    if (first === undefined) continue;
    if (found.length === 1 || world.unknowns.ambiguousMatch === "first") {
      return withKeysKept(world, collection, first, item, field);
    }
    if (world.unknowns.ambiguousMatch === "error") return { kind: "refused", message: `${field} duplicated` };
    return { kind: "none" };
  }
  return { kind: "none" };
}

/** See the unknown `uncertainKeys`. */
export function isIgnoredKey({ unknowns }: World, { type }: Collection, field: string): boolean {
  return unknowns.uncertainKeys === "ignore" && type.uncertainKeys?.includes(field) === true;
}

/** See the unknown `higherKeyChange`. */
function withKeysKept(
  { unknowns }: World,
  { type, fold }: Collection,
  record: JsonObject,
  item: JsonObject,
  matchedBy: string,
): Match {
  const higher = type.keyables.slice(0, type.keyables.indexOf(matchedBy)).filter((field) => field !== "_id");
  const changed = higher.filter((field) => {
    const [before, after] = [keyOf(record, field), keyOf(item, field)];
    return before !== undefined && after !== undefined && fold(field, before) !== fold(field, after);
  });
  const [first] = changed;
  if (first === undefined || unknowns.higherKeyChange === "store") return { kind: "record", record, item };
  if (unknowns.higherKeyChange === "refuse") {
    return { kind: "refused", message: `${first} cannot be changed by a match on ${matchedBy}` };
  }
  const kept = Object.entries(item).filter(([field]) => !changed.includes(field));
  return { kind: "record", record, item: Object.fromEntries(kept) };
}

/** The text of a keyable; undefined where the item has none that could identify a record. */
export function keyOf(item: JsonObject, field: string): string | undefined {
  const value = item[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function candidates(
  world: World,
  collection: Collection,
  item: JsonObject,
  field: string,
  value: string,
): readonly JsonObject[] {
  const found = collection.find(field, value);
  const { type } = collection;
  if (!isWithinCompany(type, field)) return found;
  const reference = companyField(type) ?? "companyId";
  const company = item[reference];
  if (company === undefined) return found;
  const here = resolveReference(world, "Company", company);
  const inside = found.filter((record) => record[reference] === here);
  return inside.length > 0 || world.unknowns.otherCompany === "insert" ? inside : found;
}
