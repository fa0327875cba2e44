import type { FieldChange } from "../model/change.ts";
import { sameJson } from "../model/fingerprint.ts";
import type { Json, JsonObject } from "../model/json.ts";

/**
 * The fields of `after` that differ from `before`, in `after`'s order. A field that only `before` has is no
 * difference: what a definition does not map is left alone. Without `before` every field counts, as unknown.
 */
export function changedFields(
  before: JsonObject | undefined,
  after: JsonObject,
): Readonly<Record<string, FieldChange>> {
  const changes: Record<string, FieldChange> = {};
  for (const name of Object.keys(after)) {
    const value = after[name] as Json;
    const old = before?.[name];
    if (before !== undefined && old !== undefined && sameJson(old, value)) continue;
    changes[name] = old === undefined ? { after: value } : { before: old, after: value };
  }
  return changes;
}

/** Whether nothing would change: the quick answer for most records of most runs. */
export function isSame(before: JsonObject, after: JsonObject): boolean {
  return Object.entries(after).every(([name, value]) => {
    const old: Json | undefined = before[name];
    return old !== undefined && sameJson(old, value);
  });
}
