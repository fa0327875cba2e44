import type { CompiledField, OmittedReference } from "../../model/compiled-sync.ts";
import type { Json } from "../../model/json.ts";
import {
  type FindReferences,
  type FoundReference,
  lookupText,
  type NamedRecord,
  type ReferenceLookup,
} from "../../model/reference-lookup.ts";
import { ambiguousReference, type Fault, unknownReference } from "./row-fault.ts";

/** A mapped reference whose values are looked up. */
export interface LookedUpField {
  readonly name: string;
  readonly lookup: ReferenceLookup;
}

/** A record that is being built, as far as its references go. */
export interface Referring {
  readonly fields: Record<string, Json>;
  fault: Fault | undefined;
  /** Absent until one was found, or left out: most records have none. */
  references?: Record<string, readonly FoundReference[]>;
  omitted?: OmittedReference[];
}

export function lookedUpFields(fields: readonly CompiledField[]): readonly LookedUpField[] {
  return fields.flatMap(({ name, lookup }) => (lookup === undefined ? [] : [{ name, lookup }]));
}

/** What is looked for, of what an expression gave: blanks around it and blank texts are left out. */
export function soughtValue({ by }: ReferenceLookup, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one: unknown) => soughtText(by, one)).filter((one) => one !== undefined);
  }
  return soughtText(by, value);
}

function soughtText(by: ReferenceLookup["by"], value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return value;
  return value.trim() === "" ? undefined : lookupText(by, value);
}

/** Puts `_id`s in the place of what they were looked up by, with one question a field. Throws the Stop of `find`. */
export async function lookUp(
  fields: readonly LookedUpField[],
  records: readonly Referring[],
  find: FindReferences,
  signal: AbortSignal,
): Promise<void> {
  // What is rejected anyway needs no answer.
  const whole = records.filter(({ fault }) => fault === undefined);
  for (const field of fields) {
    const values = new Set(whole.flatMap((record) => textsOf(record.fields[field.name])));
    if (values.size === 0) continue;
    const { objectType, by } = field.lookup;
    const found = await find({ objectType, by, values }, signal);
    for (const record of whole) settle(record, field, found);
  }
}

function settle(
  record: Referring,
  { name, lookup }: LookedUpField,
  found: ReadonlyMap<string, readonly NamedRecord[]>,
): void {
  const sought = record.fields[name];
  const texts = textsOf(sought);
  if (texts.length === 0) return;
  const references: FoundReference[] = [];
  const omitted: OmittedReference[] = [];
  for (const value of texts) {
    const [match, ...others] = found.get(value) ?? [];
    if (match === undefined) {
      if (lookup.missing === "reject") record.fault ??= unknownReference(name, value, lookup);
      else omitted.push({ field: name, objectType: lookup.objectType });
    } else if (others.length > 0) {
      record.fault ??= ambiguousReference(name, value, lookup, [match, ...others]);
    } else references.push({ ...match, value });
  }
  // A rejection shows what was looked for.
  if (record.fault !== undefined) return;
  if (omitted.length > 0) record.omitted = [...(record.omitted ?? []), ...omitted];
  if (references.length === 0) {
    // An empty list would clear the field, and nobody asked for that.
    Reflect.deleteProperty(record.fields, name);
    return;
  }
  const ids = [...new Set(references.map(({ id }) => id))];
  record.fields[name] = Array.isArray(sought) ? ids : (ids[0] ?? null);
  record.references = { ...record.references, [name]: references };
}

function textsOf(value: Json | undefined): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === "string");
}
