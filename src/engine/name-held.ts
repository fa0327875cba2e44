import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { FindReferences, FoundReference, NamedRecord } from "../model/reference-lookup.ts";
import { referencesIn } from "./references.ts";

/**
 * The items, with the names of the records that Planhat's own values of looked up references mean: the plan shows who
 * was there before. Throws the Stop of `find`.
 */
export async function nameHeld(
  { fields }: CompiledSync,
  items: readonly PlanItem[],
  find: FindReferences,
  signal: AbortSignal,
): Promise<readonly PlanItem[]> {
  let named = items;
  for (const { name, lookup } of fields) {
    if (lookup === undefined) continue;
    const values = new Set(named.flatMap((item) => heldIn(item, name)));
    if (values.size === 0) continue;
    const found = await find({ objectType: lookup.objectType, by: "_id", values }, signal);
    named = named.map((item) => withHeld(item, name, found));
  }
  return named;
}

function heldIn(item: PlanItem, field: string): readonly string[] {
  const change = item.kind === "change" ? item.change : undefined;
  switch (change?.action) {
    case "update":
      return referencesIn(change.fields[field]?.before);
    // Planhat holds nothing yet.
    case "create":
    case undefined:
      return [];
    default:
      return change satisfies never;
  }
}

function withHeld(
  item: PlanItem,
  field: string,
  found: ReadonlyMap<string, readonly NamedRecord[]>,
): PlanItem {
  const held = heldIn(item, field).flatMap((id) => found.get(id) ?? []);
  if (held.length === 0 || item.kind !== "change") return item;
  const { change } = item;
  const references: readonly FoundReference[] = [...(change.references?.[field] ?? []), ...held];
  return { kind: "change", change: { ...change, references: { ...change.references, [field]: references } } };
}
