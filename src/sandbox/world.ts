import { CUSTOM_FIELD } from "../model/custom-field-type.ts";
import type { FieldSpec, ObjectType } from "../model/object-type.ts";
import { Stop } from "../model/stop.ts";
import { type Aggregation, Analytics } from "./analytics.ts";
import { Collection, type Fold } from "./collection.ts";
import { type CustomFieldLookup, customFieldLookup } from "./custom-fields.ts";
import { History } from "./history.ts";
import { Journal } from "./journal.ts";
import { ObjectIds } from "./object-ids.ts";
import type { Permissions } from "./permissions.ts";
import type { Unknowns } from "./unknowns.ts";
import { WORKFLOW } from "./workflow-type.ts";

/** What the sandbox holds, and how it behaves: what every operation works on. */
export interface World {
  readonly unknowns: Unknowns;
  readonly permissions: Permissions;
  /** By path. Object types that share a path share a collection. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** By path: what the analytics host takes. */
  readonly streams: ReadonlyMap<string, ObjectType>;
  readonly analytics: Analytics;
  readonly tenantUuid: string;
  /** How metrics combine the points of a day, by dimensionId. */
  readonly metrics: Readonly<Record<string, Aggregation>>;
  /** The tenant's own conversation types. */
  readonly conversationTypes: readonly string[];
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
  /** Default: `sandbox-tenant`. */
  readonly tenantUuid?: string | undefined;
  readonly metrics?: Readonly<Record<string, Aggregation>> | undefined;
  readonly conversationTypes?: readonly string[] | undefined;
}

export function createWorld(options: WorldOptions): World {
  const { unknowns, now } = options;
  const objectTypes = options.objectTypes.filter(({ stream }) => stream === undefined);
  const streams = options.objectTypes.filter(({ stream }) => stream !== undefined);
  const fold = foldBy(unknowns);
  const types = new Map<string, ObjectType>();
  const paths = new Map<string, string>();
  for (const type of objectTypes) {
    if (paths.has(type.name)) throw new Stop("seed-invalid", `The object type ${type.name} is given twice.`);
    const known = types.get(type.path);
    types.set(type.path, known === undefined ? type : shared(known, type));
    paths.set(type.name, type.path);
  }
  const collections = new Map([...types].map(([path, type]) => [path, new Collection(type, fold)]));
  const customFields = new Collection(CUSTOM_FIELD, fold);
  collections.set(CUSTOM_FIELD.path, customFields);
  collections.set(WORKFLOW.path, new Collection(WORKFLOW, fold));
  for (const { name, path } of [CUSTOM_FIELD, WORKFLOW]) paths.set(name, path);
  const ids = new ObjectIds(now);
  return {
    unknowns,
    permissions: options.permissions,
    collections,
    streams: new Map(streams.map((type) => [type.path, type])),
    analytics: new Analytics(),
    tenantUuid: options.tenantUuid ?? "sandbox-tenant",
    metrics: options.metrics ?? {},
    conversationTypes: options.conversationTypes ?? [],
    customFields,
    customField: customFieldLookup(customFields),
    history: new History(),
    journal: new Journal(),
    now,
    newId: (collection) => ids.next((id) => collection.get(id) !== undefined),
    collectionOf: (name) => collections.get(paths.get(name) ?? ""),
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
  const { fixed: _, ...rest } = a;
  const uncertain = [...(a.uncertainKeys ?? []), ...(b.uncertainKeys ?? [])];
  return {
    ...rest,
    ...(uncertain.length === 0 ? {} : { uncertainKeys: uncertain }),
    keyables: [...new Set([...a.keyables, ...b.keyables])],
    required: a.required.filter((group) => both.has(group.join())),
    pathIds: [
      ...a.pathIds,
      ...b.pathIds.filter(({ field }) => !a.pathIds.some((known) => known.field === field)),
    ],
    fields: {
      ...b.fields,
      ...Object.fromEntries(
        Object.entries(a.fields).map(([name, spec]) => [name, sharedField(spec, b.fields[name])]),
      ),
    },
  };
}

/** What either of them takes. */
function sharedField(
  { enum: values, computed, ...spec }: FieldSpec,
  other: FieldSpec | undefined,
): FieldSpec {
  return {
    ...spec,
    ...(values !== undefined && (other === undefined || other.enum !== undefined) ? { enum: values } : {}),
    ...(computed === true && (other === undefined || other.computed === true) ? { computed } : {}),
  };
}
