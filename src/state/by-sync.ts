import type { Change } from "../model/change.ts";

/** In the order of the items, each sync's own. */
export function bySync<T>(
  items: readonly T[],
  changeOf: (item: T) => Change,
): ReadonlyMap<string, readonly T[]> {
  const syncs = new Map<string, T[]>();
  for (const item of items) {
    const { sync } = changeOf(item);
    const own = syncs.get(sync);
    if (own === undefined) syncs.set(sync, [item]);
    else own.push(item);
  }
  return syncs;
}
