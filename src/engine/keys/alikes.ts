import type { Alike } from "../../model/alike.ts";
import type { CurrentRecord } from "../../model/current-record.ts";
import { isWithinCompany, type ObjectType } from "../../model/object-type.ts";
import type { TargetRecord } from "../../model/record.ts";
import { type Claims, textOf } from "./claims.ts";
import { differencesOf, isAlmost } from "./likeness.ts";

/** So many others are named of one record. */
const MOST_NAMED = 3;

/**
 * The other records of which a record's keyables are almost those: other rows, and what Planhat holds near the row
 * (`held`). What they have in common is compared as text, not by its hash.
 */
export function alikesOf(
  claims: Claims,
  objectType: ObjectType,
  record: TargetRecord,
  held: readonly CurrentRecord[],
): readonly Alike[] {
  if (!claims.isOn || (held.length === 0 && claims.standsAlone(record))) return [];
  return [...alikeRows(claims, record), ...alikeRecords(claims, objectType, record, held)].slice(
    0,
    MOST_NAMED,
  );
}

function* alikeRows(claims: Claims, record: TargetRecord): Iterable<Alike> {
  for (const { field, value, row, key } of claims.rowsLikeKey(record)) {
    if (isAlmost(key, value)) yield { field, value, other: { row, key }, differs: differencesOf(value, key) };
  }
  for (const { field, value, row, key } of claims.rowsLikeOthers(record)) {
    yield { field, value, other: { row, key }, differs: [] };
  }
}

function* alikeRecords(
  claims: Claims,
  objectType: ObjectType,
  { key, fields }: TargetRecord,
  held: readonly CurrentRecord[],
): Iterable<Alike> {
  const told = new Set<string>();
  const shortened = claims.heldShortened(key);
  const keyed = held.map((one) => ({ id: one.id, value: one.key as string }));
  for (const other of shortened === undefined ? keyed : [...keyed, shortened]) {
    // A record of another row is that row's, and named with it.
    if (told.has(other.id) || claims.isKeyOfARow(other.value) || !isAlmost(key, other.value)) continue;
    told.add(other.id);
    yield { field: claims.keyField, value: key, other, differs: differencesOf(key, other.value) };
  }
  for (const field of claims.fields) {
    const value = textOf(fields[field]);
    // In another company it is another record, and what the references mean is not known here.
    if (value === undefined || isWithinCompany(objectType, field)) continue;
    for (const one of held) {
      const other = textOf(one.fields[field]);
      if (other === undefined || other === value || one.key === key || told.has(one.id)) continue;
      if (!isAlmost(value, other)) continue;
      told.add(one.id);
      yield { field, value, other: { id: one.id, value: other }, differs: differencesOf(value, other) };
    }
  }
}
