import type { CompiledSync } from "./compiled-sync.ts";
import type { FieldSpec } from "./object-type.ts";

/** What the order of a run depends on, of a sync that runs or of one that the linter looks at. */
export interface ReferringSync extends Pick<CompiledSync, "mode" | "objectType"> {
  readonly fields: readonly { readonly name: string; readonly spec: FieldSpec | undefined }[];
}

/** A mapped field whose values name records of another object type that syncs of the project create. */
export interface Reference<S> {
  readonly sync: S;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** Takes Planhat's own `_id` alone, so that it can only name what was there before the run. */
  readonly byIdAlone: boolean;
}

export interface ReferenceOrder<S> {
  /** By object type: those that are written before it. They form no circle. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** Syncs that create nothing and run behind everything: their references would close a circle. */
  readonly last: ReadonlySet<S>;
  /** Each begins with the reference that the order does not follow, and ends where it began. */
  readonly circles: readonly (readonly Reference<S>[])[];
}

/**
 * Which object types are written before which, from the fields that the syncs map. Only what creates records is waited
 * for. Of a circle the order leaves out a reference that takes `_id`s alone, where there is one: what it names is there
 * before the run, or never. Otherwise one that a record can be created without.
 */
export function referenceOrder<S extends ReferringSync>(syncs: readonly S[]): ReferenceOrder<S> {
  const created = new Set(syncs.filter(creates).map(({ objectType }) => objectType.name));
  const kept = new Map<string, Map<string, Reference<S>>>();
  const circles: (readonly Reference<S>[])[] = [];
  for (const reference of strongestFirst(
    syncs.filter(creates).flatMap((sync) => referencesOf(sync, created)),
  )) {
    const back = pathBetween(kept, reference.to, reference.from);
    if (back === undefined) keep(kept, reference);
    else if (!isTold(circles, reference)) circles.push([reference, ...back]);
  }
  const last = new Set<S>();
  for (const sync of syncs) {
    if (creates(sync)) continue;
    const references = referencesOf(sync, created);
    const fits = references.every(({ from, to }) => pathBetween(kept, to, from) === undefined);
    if (fits) for (const reference of references) keep(kept, reference);
    else last.add(sync);
  }
  const before = new Map([...kept].map(([type, references]) => [type, new Set(references.keys())]));
  return { before, last, circles };
}

/** Object types of which a sync names records that the project creates, each by the first field that does. */
function referencesOf<S extends ReferringSync>(
  sync: S,
  created: ReadonlySet<string>,
): readonly Reference<S>[] {
  const from = sync.objectType.name;
  return sync.fields.flatMap(({ name, spec }) => {
    const to = namedBy(spec);
    // Records of one object type that name each other do so by _id: it is there before the run, or never.
    if (to === undefined || to === from || !created.has(to)) return [];
    return [{ sync, field: name, from, to, byIdAlone: spec?.ref !== undefined && spec.prefixes !== true }];
  });
}

/** The object type whose records the values of a field name. */
function namedBy(spec: FieldSpec | undefined): string | undefined {
  if (spec === undefined || (spec.computed === true && spec.written !== true)) return undefined;
  return spec.ref ?? spec.finds;
}

function creates({ mode }: ReferringSync): boolean {
  return mode !== "update";
}

function strongestFirst<S extends ReferringSync>(
  references: readonly Reference<S>[],
): readonly Reference<S>[] {
  return references.toSorted((a, b) => weakness(a) - weakness(b));
}

/** What a record cannot be created without is left out of a circle last. */
function weakness({ sync, field, byIdAlone }: Reference<ReferringSync>): number {
  if (byIdAlone) return 2;
  return sync.objectType.required.some((group) => group.includes(field)) ? 0 : 1;
}

/** One circle is told once, whichever of its fields and syncs closes it. */
function isTold<S>(circles: readonly (readonly Reference<S>[])[], { from, to }: Reference<S>): boolean {
  return circles.some(([first]) => first?.from === from && first.to === to);
}

function keep<S>(kept: Map<string, Map<string, Reference<S>>>, reference: Reference<S>): void {
  const own = kept.get(reference.from) ?? new Map<string, Reference<S>>();
  if (!own.has(reference.to)) own.set(reference.to, reference);
  kept.set(reference.from, own);
}

/** The references that lead from one object type to another. */
function pathBetween<S>(
  kept: ReadonlyMap<string, ReadonlyMap<string, Reference<S>>>,
  from: string,
  to: string,
  visited: Set<string> = new Set(),
): readonly Reference<S>[] | undefined {
  if (from === to) return [];
  visited.add(from);
  for (const [next, reference] of kept.get(from) ?? []) {
    if (visited.has(next)) continue;
    const rest = pathBetween(kept, next, to, visited);
    if (rest !== undefined) return [reference, ...rest];
  }
  return undefined;
}
