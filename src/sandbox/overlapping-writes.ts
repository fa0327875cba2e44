import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { Collection } from "./collection.ts";
import { identityBy } from "./payload-duplicates.ts";
import type { World } from "./world.ts";

export interface Claim {
  /** The text with which an item is refused because an unfinished write holds its key. */
  readonly refusal: (item: JsonObject) => string | undefined;
  /** The write is finished. */
  readonly end: () => void;
}

/** The keys of bulk writes that have not been answered yet: see the unknown `overlappingWrites`. */
export class OverlappingWrites {
  readonly #open = new Map<symbol, { readonly collection: Collection; readonly keys: ReadonlySet<string> }>();

  claim(world: World, collection: Collection, items: readonly Json[]): Claim {
    const others = [...this.#open.values()].filter((other) => other.collection === collection);
    const keysOf = (item: JsonObject) => keysIn(world, collection, item);
    const keys = items.flatMap((item) => (isJsonObject(item) ? keysOf(item) : []));
    const id = Symbol();
    this.#open.set(id, { collection, keys: new Set(keys.map(({ key }) => key)) });
    return {
      refusal: (item) => {
        if (others.length === 0) return undefined;
        const held = keysOf(item).filter(({ key }) => others.some((other) => other.keys.has(key)));
        return held.length === 0 ? undefined : `${held.map(({ field }) => field).join(",")} duplicated`;
      },
      end: () => this.#open.delete(id),
    };
  }
}

/** Every key of an item, in Planhat's order. */
function keysIn(
  world: World,
  collection: Collection,
  item: JsonObject,
): readonly { readonly field: string; readonly key: string }[] {
  return collection.type.keyables.flatMap((field) => {
    const identity = identityBy(world, collection, item, field);
    return identity === undefined ? [] : [{ field, key: `${field} ${identity}` }];
  });
}
