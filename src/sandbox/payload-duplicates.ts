import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { companyField, externalIdField } from "../model/object-type.ts";
import type { Collection } from "./collection.ts";
import { keyOf } from "./match-record.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { World } from "./world.ts";

/** Items of one bulk write that share a key and so are refused: their index → the text. */
export function payloadDuplicates(
  world: World,
  collection: Collection,
  items: readonly Json[],
): ReadonlyMap<number, string> {
  const refused = new Map<number, Set<string>>();
  const { payloadDuplicates: rule } = world.unknowns;
  if (rule === "each") return new Map();
  for (const [field, indexes] of sharedKeys(world, collection, items)) {
    const stored = rule === "first" ? indexes[0] : rule === "last" ? indexes.at(-1) : undefined;
    for (const index of indexes) {
      if (index !== stored) refused.set(index, (refused.get(index) ?? new Set()).add(field));
    }
  }
  return new Map([...refused].map(([index, fields]) => [index, `${[...fields].join(",")} duplicated`]));
}

export interface Identity {
  readonly field: string;
  /** Equal for items that mean the same record by this field. */
  readonly identity: string;
}

/** The keys of an item that no other item may bear: an e-mail address only where it is the first key. */
function ownIdentities(world: World, collection: Collection, item: JsonObject): readonly Identity[] {
  return identities(world, collection, item).filter(({ field }, index) => field !== "email" || index === 0);
}

/** Every key of an item, in Planhat's order. */
export function identities(world: World, collection: Collection, item: JsonObject): readonly Identity[] {
  const { type } = collection;
  const keys = type.keyables.flatMap((field) => {
    const value = keyOf(item, field);
    return value === undefined ? [] : [{ field, value: collection.fold(field, value) }];
  });
  return keys.map(({ field, value }) => {
    const company = item[companyField(type) ?? "companyId"];
    const scoped = field === externalIdField(type) && type.externalIdWithinCompany && company !== undefined;
    const scope = scoped ? resolveReference(world, "Company", company) : undefined;
    return { field, identity: JSON.stringify([field, scope ?? null, value]) };
  });
}

function sharedKeys(
  world: World,
  collection: Collection,
  items: readonly Json[],
): readonly (readonly [string, readonly number[]])[] {
  const seen = new Map<string, { readonly field: string; readonly indexes: number[] }>();
  items.forEach((item, index) => {
    if (!isJsonObject(item)) return;
    for (const { field, identity } of ownIdentities(world, collection, item)) {
      const known = seen.get(identity);
      if (known === undefined) seen.set(identity, { field, indexes: [index] });
      else known.indexes.push(index);
    }
  });
  return [...seen.values()].flatMap(({ field, indexes }) =>
    indexes.length > 1 ? [[field, indexes] as const] : [],
  );
}
