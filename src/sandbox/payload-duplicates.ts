import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { companyField, isWithinCompany } from "../model/object-type.ts";
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
  for (const { field, indexes } of sharedKeys(world, collection, items)) {
    const stored = rule === "first" ? indexes[0] : rule === "last" ? indexes.at(-1) : undefined;
    for (const index of indexes) {
      if (index !== stored) refused.set(index, (refused.get(index) ?? new Set()).add(field));
    }
  }
  return new Map([...refused].map(([index, fields]) => [index, `${[...fields].join(",")} duplicated`]));
}

/**
 * Equal for items that mean the same record by this field; undefined where an item lacks it. Where only the company
 * and the value together name a record, both are in it.
 */
export function identityBy(
  world: World,
  collection: Collection,
  item: JsonObject,
  field: string,
): string | undefined {
  const { type } = collection;
  const sent = keyOf(item, field);
  if (sent === undefined) return undefined;
  const value = collection.fold(field, sent);
  if (!isWithinCompany(type, field)) return value;
  const company = item[companyField(type) ?? "companyId"];
  const scope = company === undefined ? undefined : resolveReference(world, "Company", company);
  return JSON.stringify([scope ?? null, value]);
}

interface SharedKey {
  readonly field: string;
  readonly indexes: readonly number[];
}

/** In the order of the first items that bear them. */
function sharedKeys(world: World, collection: Collection, items: readonly Json[]): readonly SharedKey[] {
  const fields = collection.type.keyables.map((field) => ({ field, bearers: new Map<string, Bearers>() }));
  items.forEach((item, index) => {
    if (!isJsonObject(item)) return;
    let known = false;
    for (const { field, bearers } of fields) {
      const identity = identityBy(world, collection, item, field);
      if (identity === undefined) continue;
      // An e-mail address is unique only where it is the first key.
      if (field !== "email" || !known) addBearer(bearers, identity, index);
      known = true;
    }
  });
  const shared = fields.flatMap(({ field, bearers }) =>
    [...bearers.values()].flatMap((indexes) => (typeof indexes === "number" ? [] : [{ field, indexes }])),
  );
  return shared.sort((a, b) => (a.indexes[0] ?? 0) - (b.indexes[0] ?? 0));
}

/** The indexes of the items that bear a key. Nearly all keys are borne by one item, and need no list. */
type Bearers = number | number[];

function addBearer(bearers: Map<string, Bearers>, identity: string, index: number): void {
  const known = bearers.get(identity);
  if (known === undefined) bearers.set(identity, index);
  else if (typeof known === "number") bearers.set(identity, [known, index]);
  else known.push(index);
}
