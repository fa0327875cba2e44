/** Groups in the order in which their first member comes. */
export function groupBySync<T>(
  items: readonly T[],
  syncOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(syncOf(item));
    if (group === undefined) groups.set(syncOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
