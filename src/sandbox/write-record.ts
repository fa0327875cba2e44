import { sameJson } from "../model/fingerprint.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { companyField, externalIdField, type ObjectType } from "../model/object-type.ts";
import { define } from "../model/record-body.ts";
import { type Collection, idOf } from "./collection.ts";
import { CUSTOM_FIELD_DEFAULTS } from "./custom-fields.ts";
import { isIgnoredKey, keyOf } from "./match-record.ts";
import { isObjectId } from "./object-ids.ts";
import { type Patch, prepareItem } from "./prepare-item.ts";
import { companyByDomain, resolveReference } from "./resolve-reference.ts";
import type { World } from "./world.ts";

export type Written =
  | { readonly kind: "created" | "updated" | "unchanged"; readonly record: JsonObject }
  | { readonly kind: "refused"; readonly message: string };

/** Creates one record from an item that matches none. */
export function createRecord(world: World, collection: Collection, item: JsonObject): Written {
  const { type } = collection;
  const id = newIdOf(world, collection, item);
  if (id === undefined) return { kind: "refused", message: "invalid id" };
  if (collection.get(id) !== undefined) return { kind: "refused", message: "_id duplicated" };
  const prepared = prepareItem(world, type, item);
  if (!prepared.ok) return { kind: "refused", message: prepared.message };
  const base: JsonObject = { _id: id, ...defaultsOf(type) };
  const record = withCompany(world, collection, apply(base, prepared.patch, prepared.custom));
  const missing = missingGroup(type, record);
  if (missing !== undefined) return { kind: "refused", message: `${missing.join(" or ")} is required` };
  const taken = takenKeys(world, collection, record);
  if (taken.length > 0) return { kind: "refused", message: `${taken.join(",")} duplicated` };
  const stored = stamped(world, collection, record, ["createDate", ...TOUCHED]);
  collection.put(stored);
  world.history.noteCreate(type, stored);
  world.journal.note(collection, id, world.now(), undefined, stored);
  return { kind: "created", record: stored };
}

/** Changes the fields that were sent, and no others. */
export function updateRecord(
  world: World,
  collection: Collection,
  before: JsonObject,
  item: JsonObject,
): Written {
  const prepared = prepareItem(world, collection.type, item);
  if (!prepared.ok) return { kind: "refused", message: prepared.message };
  const custom = isJsonObject(before["custom"]) ? before["custom"] : {};
  if (!changes(before, prepared.patch) && !changes(custom, prepared.custom)) {
    if (world.unknowns.touchUnchanged) collection.put(stamped(world, collection, before, TOUCHED));
    return { kind: "unchanged", record: before };
  }
  const after = apply(before, prepared.patch, prepared.custom);
  const taken = takenKeys(world, collection, after);
  if (taken.length > 0) return { kind: "refused", message: `${taken.join(",")} duplicated` };
  const stored = stamped(world, collection, after, TOUCHED);
  collection.put(stored);
  world.history.noteUpdate(collection.type);
  world.journal.note(collection, idOf(stored), world.now(), before, stored);
  return { kind: "updated", record: stored };
}

const TOUCHED = ["lastUpdated", "updatedAt"];

function newIdOf(world: World, collection: Collection, item: JsonObject): string | undefined {
  const sent = item["_id"];
  if (sent === undefined) return world.newId(collection);
  return world.unknowns.unknownId === "insert" && isObjectId(sent) ? sent : undefined;
}

function changes(record: JsonObject, patch: Patch): boolean {
  return [...patch].some(([name, value]) => {
    const before = Object.hasOwn(record, name) ? record[name] : undefined;
    if (before === undefined || value === undefined) return before !== value;
    return !sameJson(before, value);
  });
}

function apply(record: JsonObject, patch: Patch, custom: Patch): JsonObject {
  const known = isJsonObject(record["custom"]) ? record["custom"] : {};
  const merged = custom.size === 0 ? known : overlaid(known, custom);
  const fields = overlaid(record, patch);
  return Object.keys(merged).length === 0 && record["custom"] === undefined
    ? fields
    : overlaid(fields, new Map([["custom", merged]]));
}

/** A copy; own properties only, so that a field may bear any name. */
function overlaid(record: JsonObject, patch: Patch): JsonObject {
  const fields: Record<string, Json> = { ...record };
  for (const [name, value] of patch) {
    if (value !== undefined) define(fields, name, value);
    else if (Object.hasOwn(fields, name)) delete fields[name];
  }
  return fields;
}

/** Asked for each new record, and the same for all of a type. */
const defaultsByType = new WeakMap<ObjectType, JsonObject>();

/** What Planhat puts into a new record by itself. */
function defaultsOf(type: ObjectType): JsonObject {
  const known = defaultsByType.get(type) ?? findDefaults(type);
  defaultsByType.set(type, known);
  return known;
}

function findDefaults(type: ObjectType): JsonObject {
  if (type.name === "CustomField") return CUSTOM_FIELD_DEFAULTS;
  const defaults = Object.entries(type.fields).flatMap(([name, spec]): [string, Json][] =>
    spec.default === undefined ? [] : [[spec.readAs ?? name, spec.default]],
  );
  // What lives among other records bears its own name as its type.
  const own = type.livesIn === undefined ? {} : { type: type.name.toLowerCase() };
  return { ...Object.fromEntries(defaults), ...own };
}

/** The first group of fields that a create needs and none of which has a value. */
function missingGroup(type: ObjectType, record: JsonObject): readonly string[] | undefined {
  const { required, requiredWhen = [], fields } = type;
  const conditional = requiredWhen.filter(({ field, is }) => record[field] === is).map(({ needs }) => needs);
  return [...required, ...conditional].find(
    (group) => !group.some((field) => isFilled(record[fields[field]?.readAs ?? field])),
  );
}

/** By what else the item says of its company: its externalId, its domains, the domain of an e-mail address. */
function withCompany(world: World, { type }: Collection, record: JsonObject): JsonObject {
  if (record["companyId"] !== undefined || type.fields["companyId"] === undefined) return record;
  const { companyExternalId, domains, email } = record;
  const named = typeof companyExternalId === "string" ? `extid-${companyExternalId}` : null;
  const list = Array.isArray(domains) ? (domains as readonly Json[]) : [];
  const company =
    resolveReference(world, "Company", named) ??
    [...list.map((domain): Json => `@${String(domain)}`), email].flatMap(
      (address) => companyByDomain(world, address) ?? [],
    )[0];
  return company === undefined ? record : { ...record, companyId: company };
}

function isFilled(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/**
 * The unique keyables of a record that another one bears. E-mail addresses are not kept unique.
 * Source: http://support.planhat.com/en/articles/8146372
 */
export function takenKeys(world: World, collection: Collection, record: JsonObject): readonly string[] {
  const { type } = collection;
  const id = idOf(record);
  return type.keyables.filter((field) => {
    const value = keyOf(record, field);
    if (field === "_id" || field === "email" || value === undefined) return false;
    if (isIgnoredKey(world, collection, field)) return false;
    const scoped = field === externalIdField(type) && type.externalIdWithinCompany;
    const company = companyField(type) ?? "companyId";
    return collection
      .find(field, value)
      .some((other) => idOf(other) !== id && (!scoped || other[company] === record[company]));
  });
}

function stamped(
  world: World,
  { type }: Collection,
  record: JsonObject,
  names: readonly string[],
): JsonObject {
  const time = new Date(world.now()).toISOString();
  const fields: Record<string, Json> = { ...record };
  for (const name of names) if (type.fields[name] !== undefined) fields[name] = time;
  return fields;
}
