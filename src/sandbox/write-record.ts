import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { companyField, isWithinCompany, type ObjectType } from "../model/object-type.ts";
import { type Collection, idOf } from "./collection.ts";
import { CUSTOM_FIELD_DEFAULTS } from "./custom-fields.ts";
import { isIgnoredKey, keyOf } from "./match-record.ts";
import { isObjectId } from "./object-ids.ts";
import type { Patch } from "./patch.ts";
import { prepareItem } from "./prepare-item.ts";
import { companyByDomain, resolveReference } from "./resolve-reference.ts";
import { filledFromProduct } from "./revenue.ts";
import { stampsOf } from "./stamps.ts";
import { timesheetWritten } from "./timesheet-written.ts";
import type { World } from "./world.ts";

export type Written =
  | { readonly kind: "created" | "updated" | "unchanged"; readonly record: JsonObject }
  | { readonly kind: "refused"; readonly message: string };

// Records are made in one go, with `_id` in front. Where `{ ...record }` grows by a field, V8 makes a hidden class for
// that one object, which costs more time and memory than the object.

/** Creates one record from an item that matches none. `as`: the type of the path that it is written through. */
export function createRecord(
  world: World,
  collection: Collection,
  item: JsonObject,
  as: ObjectType = collection.type,
): Written {
  const type = as;
  const id = newIdOf(world, collection, item);
  if (id === undefined) return { kind: "refused", message: "invalid id" };
  const isMade = item["_id"] === undefined;
  if (!isMade && collection.get(id) !== undefined) return { kind: "refused", message: "_id duplicated" };
  const prepared = prepareItem(world, type, item);
  if (!prepared.ok) return { kind: "refused", message: prepared.message };
  const { patch, custom } = prepared;
  const defaults = { ...defaultsOf(type), ...ownType(collection) };
  const made: JsonObject = {
    _id: id,
    ...patch.left(defaults),
    ...patch.values,
    ...customOf(defaults, custom),
    ...companyOf(world, type, patch.values),
    ...stampsOf(type, world.now()).created,
  };
  const record = filledFromProduct(world, type, made);
  const missing =
    type.name === "LineItem" && world.unknowns.lineItemRules === "store"
      ? undefined
      : missingGroup(type, record);
  if (missing !== undefined) return { kind: "refused", message: `${missing.join(" or ")} is required` };
  const taken = takenKeys(world, collection, record);
  if (taken.length > 0) return { kind: "refused", message: `${taken.join(",")} duplicated` };
  collection.put(record);
  if (type.name === "Timesheet") timesheetWritten(world, record);
  world.history.noteCreate(collection.type, record);
  world.journal.note(collection, id, world.now(), undefined, record);
  return { kind: "created", record };
}

/** Changes the fields that were sent, and no others. `as`: the type of the path that it is written through. */
export function updateRecord(
  world: World,
  collection: Collection,
  before: JsonObject,
  item: JsonObject,
  as: ObjectType = collection.type,
): Written {
  const type = as;
  const id = idOf(before);
  const prepared = prepareItem(world, type, item, before);
  if (!prepared.ok) return { kind: "refused", message: prepared.message };
  const { patch, custom } = prepared;
  const { touched } = stampsOf(type, world.now());
  if (!patch.changes(before) && !custom.changes(customIn(before))) {
    if (world.unknowns.touchUnchanged) collection.put({ _id: id, ...before, ...touched });
    return { kind: "unchanged", record: before };
  }
  const after: JsonObject = {
    _id: id,
    ...patch.left(before),
    ...patch.values,
    ...customOf(before, custom),
    ...touched,
  };
  const taken = takenKeys(world, collection, after);
  if (taken.length > 0) return { kind: "refused", message: `${taken.join(",")} duplicated` };
  collection.put(after);
  if (type.name === "Timesheet") timesheetWritten(world, after);
  world.history.noteUpdate(collection.type);
  world.journal.note(collection, id, world.now(), before, after);
  return { kind: "updated", record: after };
}

function newIdOf(world: World, collection: Collection, item: JsonObject): string | undefined {
  const sent = item["_id"];
  if (sent === undefined) return world.newId(collection);
  return world.unknowns.unknownId === "insert" && isObjectId(sent) ? sent : undefined;
}

/** `custom` as a write leaves it; nothing where the record has none, before and after. */
function customOf(before: JsonObject, custom: Patch): JsonObject {
  const after = custom.over(customIn(before));
  return before["custom"] === undefined && Object.keys(after).length === 0 ? NOTHING : { custom: after };
}

function customIn(record: JsonObject): JsonObject {
  return isJsonObject(record["custom"]) ? record["custom"] : NOTHING;
}

const NOTHING: JsonObject = {};

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
  return Object.fromEntries(defaults);
}

/** What lives among other records bears its own name as its type. */
function ownType({ type }: Collection): JsonObject {
  return type.livesIn === undefined ? NOTHING : { type: type.name.toLowerCase() };
}

/** The first group of fields that a create needs and none of which has a value. */
function missingGroup(type: ObjectType, record: JsonObject): readonly string[] | undefined {
  const { required, requiredWhen = [], fields } = type;
  const isMissing = (group: readonly string[]): boolean =>
    !group.some((field) => isFilled(record[fields[field]?.readAs ?? field]));
  return (
    required.find(isMissing) ??
    requiredWhen.find(({ field, is, needs }) => record[field] === is && isMissing(needs))?.needs
  );
}

/** By what else the item says of its company: its externalId, its domains, the domain of an e-mail address. */
function companyOf(world: World, type: ObjectType, values: JsonObject): JsonObject {
  if (values["companyId"] !== undefined || type.fields["companyId"] === undefined) return NOTHING;
  const { companyExternalId, domains, email } = values;
  const named = typeof companyExternalId === "string" ? `extid-${companyExternalId}` : null;
  const list = Array.isArray(domains) ? (domains as readonly Json[]) : [];
  const company =
    resolveReference(world, "Company", named) ??
    [...list.map((domain): Json => `@${String(domain)}`), email].flatMap(
      (address) => companyByDomain(world, address) ?? [],
    )[0];
  return company === undefined ? NOTHING : { companyId: company };
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
    const scoped = isWithinCompany(type, field);
    const company = companyField(type) ?? "companyId";
    return collection
      .find(field, value)
      .some((other) => idOf(other) !== id && (!scoped || other[company] === record[company]));
  });
}
