import type { ObjectType } from "../model/object-type.ts";
import { Stop } from "../model/stop.ts";
import { Collection, type Fold } from "./collection.ts";
import { CUSTOM_FIELD, type CustomFieldLookup, customFieldLookup } from "./custom-fields.ts";
import { History } from "./history.ts";
import { Journal } from "./journal.ts";
import { ObjectIds } from "./object-ids.ts";
import type { Permissions } from "./permissions.ts";
import type { Unknowns } from "./unknowns.ts";

/** What the sandbox holds, and how it behaves: what every operation works on. */
export interface World {
  readonly unknowns: Unknowns;
  readonly permissions: Permissions;
  /** By path. Object types that share a path share a collection. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly customFields: Collection;
  readonly customField: CustomFieldLookup;
  readonly history: History;
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: (collection: Collection) => string;
  /** Collection of an object type, by its name; undefined where the catalogue does not have it. */
  readonly collectionOf: (objectName: string) => Collection | undefined;
}

export interface WorldOptions {
  readonly objectTypes: readonly ObjectType[];
  readonly unknowns: Unknowns;
  readonly permissions: Permissions;
  readonly now: () => number;
}

export function createWorld({ objectTypes, unknowns, permissions, now }: WorldOptions): World {
  const fold = foldBy(unknowns);
  const types = new Map<string, ObjectType>();
  const paths = new Map<string, string>();
  for (const type of objectTypes) {
    if (paths.has(type.name)) throw new Stop("usage", `The object type ${type.name} is given twice.`);
    const known = types.get(type.path);
    types.set(type.path, known === undefined ? type : shared(known, type));
    paths.set(type.name, type.path);
  }
  const collections = new Map([...types].map(([path, type]) => [path, new Collection(type, fold)]));
  const customFields = new Collection(CUSTOM_FIELD, fold);
  collections.set(CUSTOM_FIELD.path, customFields);
  const ids = new ObjectIds(now);
  return {
    unknowns,
    permissions,
    collections,
    customFields,
    customField: customFieldLookup(customFields),
    history: new History(),
    journal: new Journal(),
    now,
    newId: (collection) => ids.next((id) => collection.get(id) !== undefined),
    collectionOf: (name) =>
      collections.get(paths.get(name) ?? (name === CUSTOM_FIELD.name ? CUSTOM_FIELD.path : "")),
  };
}

function foldBy({ idCase, emailCase }: Unknowns): Fold {
  return (field, value) => {
    if (field === "domains") return value.toLowerCase();
    const rule = field === "email" ? emailCase : idCase;
    return rule === "insensitive" ? value.toLowerCase() : value;
  };
}

/** Two object types behind one path, as notes and conversations: what either has is served, what both need is required. */
function shared(a: ObjectType, b: ObjectType): ObjectType {
  const both = new Set(b.required.map((group) => group.join()));
  return {
    ...a,
    keyables: [...new Set([...a.keyables, ...b.keyables])],
    required: a.required.filter((group) => both.has(group.join())),
    pathIds: [
      ...a.pathIds,
      ...b.pathIds.filter(({ field }) => !a.pathIds.some((known) => known.field === field)),
    ],
    fields: { ...b.fields, ...a.fields },
  };
}
