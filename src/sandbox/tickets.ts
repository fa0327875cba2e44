import type { JsonObject } from "../model/json.ts";
import type { Collection } from "./collection.ts";
import { matchRecord } from "./match-record.ts";
import type { World } from "./world.ts";

/** Collections whose records live among these: see the unknown `livesIn`. */
export function guestsOf(world: World, { type }: Collection): readonly Collection[] {
  if (world.unknowns.livesIn === "apart") return [];
  return [...world.collections.values()].filter((other) => other.type.livesIn === type.path);
}

/** Where the record with this `_id` is kept: a ticket is a conversation, and has one place. */
export function holderOf(world: World, collection: Collection, id: string): Collection {
  if (collection.get(id) !== undefined) return collection;
  return guestsOf(world, collection).find((guest) => guest.get(id) !== undefined) ?? collection;
}

/** Where an item is kept or will be: a conversation of type `ticket` is a ticket. */
export function placeOf(world: World, collection: Collection, item: JsonObject): Collection {
  const guests = guestsOf(world, collection);
  if (guests.length === 0 || matchRecord(world, collection, item).kind === "record") return collection;
  const known = typeof item["_id"] === "string" ? holderOf(world, collection, item["_id"]) : collection;
  if (known !== collection) return known;
  return guests.find(({ type }) => item["type"] === type.name.toLowerCase()) ?? collection;
}
