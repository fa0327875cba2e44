import type { CompiledSync } from "../model/compiled-sync.ts";
import type { ObjectType } from "../model/object-type.ts";

/** Syncs by object type, referred-to types first: companies are there before what belongs to them, streams come last. */
export interface RunGroup {
  readonly objectType: ObjectType;
  readonly syncs: readonly CompiledSync[];
  /** Names of the object types of this run that it refers to: they are there before its first record leaves. */
  readonly after: readonly string[];
}

/**
 * Groups in the order of the references between their object types; otherwise, and where references form a circle,
 * in the order in which the types are met. Within a group the syncs keep their order. `after` names only groups that
 * stand before, so that no circle of references makes two groups wait for each other.
 */
export function runOrder(syncs: readonly CompiledSync[]): readonly RunGroup[] {
  const groups = new Map<string, { objectType: ObjectType; syncs: CompiledSync[] }>();
  for (const sync of syncs) {
    const group = groups.get(sync.objectType.name) ?? { objectType: sync.objectType, syncs: [] };
    group.syncs.push(sync);
    groups.set(sync.objectType.name, group);
  }
  const ordered: RunGroup[] = [];
  const visited = new Set<string>();
  const visit = (name: string): void => {
    const group = groups.get(name);
    if (group === undefined || visited.has(name)) return;
    visited.add(name);
    const refs = references(group.objectType);
    for (const ref of refs) visit(ref);
    const after = ordered
      .map(({ objectType }) => objectType.name)
      .filter((earlier) => refs.includes(earlier));
    ordered.push({ ...group, after });
  };
  for (const name of groups.keys()) visit(name);
  // A point may belong to a record of several object types, so its field names none.
  const isStream = ({ objectType }: RunGroup): boolean => objectType.stream !== undefined;
  return [...ordered.filter((group) => !isStream(group)), ...ordered.filter(isStream)];
}

function references(objectType: ObjectType): readonly string[] {
  return Object.values(objectType.fields).flatMap(({ ref, computed }) =>
    ref === undefined || computed === true ? [] : [ref],
  );
}
