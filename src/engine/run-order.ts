import type { CompiledSync } from "../model/compiled-sync.ts";
import type { ObjectType } from "../model/object-type.ts";
import { referenceOrder } from "../model/reference-order.ts";

/** Syncs of one object type, written one after the other; streams come last. */
export interface RunGroup {
  readonly objectType: ObjectType;
  readonly syncs: readonly CompiledSync[];
  /** Places of the groups before it that have to be written when its first record leaves. */
  readonly after: readonly number[];
}

/**
 * Groups in the order of the references that the syncs map; otherwise in the order in which their object types are met.
 * Within a group those that create come first; otherwise the syncs keep their order. A type has two groups where a sync
 * that only updates refers to what has to be written behind the first one.
 */
export function runOrder(syncs: readonly CompiledSync[]): readonly RunGroup[] {
  const records = syncs.filter(({ objectType }) => objectType.stream === undefined);
  const { before, last } = referenceOrder(records);
  const groups: RunGroup[] = [];
  const places = new Map<string, number>();
  const add = (own: readonly CompiledSync[], after: readonly number[]): void => {
    const [first] = own;
    if (first === undefined) return;
    const { objectType } = first;
    groups.push({ objectType, syncs: own, after });
    places.set(objectType.name, groups.length - 1);
  };
  const ofType = (name: string): readonly CompiledSync[] =>
    records
      .filter((sync) => sync.objectType.name === name && !last.has(sync))
      .toSorted((a, b) => Number(a.mode === "update") - Number(b.mode === "update"));
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const earlier = [...(before.get(name) ?? [])];
    for (const other of earlier) visit(other);
    add(ofType(name), numbers(earlier.flatMap((other) => places.get(other) ?? [])));
  };
  for (const name of namesOf(records)) visit(name);
  const addBehind = (own: readonly CompiledSync[]): void => {
    const all = groups.map((_, index) => index);
    for (const name of namesOf(own))
      add(
        own.filter(({ objectType }) => objectType.name === name),
        all,
      );
  };
  // They may refer to any of the others, and a point may belong to a record of any type.
  addBehind(records.filter((sync) => last.has(sync)));
  addBehind(syncs.filter(({ objectType }) => objectType.stream !== undefined));
  return groups;
}

function namesOf(syncs: readonly CompiledSync[]): ReadonlySet<string> {
  return new Set(syncs.map(({ objectType }) => objectType.name));
}

function numbers(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b);
}
