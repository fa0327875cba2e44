import type { Json, JsonObject } from "../model/json.ts";
import { companyField, type ObjectType } from "../model/object-type.ts";
import { derivedFields } from "./derived-fields.ts";
import type { World } from "./world.ts";

/**
 * A record as a read shows it: with what Planhat puts into a new one, works out and copies of its company. `fields`:
 * those that are looked at, where not all are.
 */
export function presented(
  world: World,
  type: ObjectType,
  record: JsonObject,
  fields?: readonly string[],
): JsonObject {
  const { shows } = type;
  const isShown = world.unknowns.newRecords === "shown" && shows !== undefined;
  const wanted =
    isShown && (fields === undefined || fields.some((field) => Object.hasOwn(shows, rootOf(field))));
  const whole = wanted ? { _id: record["_id"] as Json, ...shows, ...record } : record;
  const derived = world.unknowns.newRecords === "shown" ? derivedFields(world, type, record) : {};
  const shown = withCompany(world, type, record, { ...whole, ...derived });
  return world.unknowns.dateForm === "instant" ? withInstants(type, shown) : shown;
}

/** See the unknown `dateForm`. */
function withInstants({ fields }: ObjectType, record: JsonObject): JsonObject {
  const shown = Object.entries(record).map(([name, value]): [string, Json] => {
    const isDate = fields[name]?.type === "date" && typeof value === "string";
    return [name, isDate && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : value];
  });
  return Object.fromEntries(shown);
}

function withCompany(world: World, type: ObjectType, stored: JsonObject, record: JsonObject): JsonObject {
  const reference = companyField(type);
  const referred = reference === undefined ? undefined : stored[reference];
  if (Array.isArray(referred) && type.fields["companies"] !== undefined) {
    return { ...record, companies: companies(world, referred) };
  }
  if (typeof referred !== "string") return record;
  const company = world.collectionOf("Company")?.get(referred);
  const copies: Record<string, Json> = {};
  for (const [copy, field] of COPIES) {
    const value = company?.[field];
    if (value !== undefined && type.fields[copy] !== undefined) copies[copy] = value;
  }
  return { ...record, ...copies };
}

function companies(world: World, ids: readonly Json[]): readonly JsonObject[] {
  return ids.flatMap((id) => {
    const name = world.collectionOf("Company")?.get(String(id))?.["name"];
    return name === undefined ? [] : [{ id, name }];
  });
}

const COPIES = [
  ["companyName", "name"],
  ["cName", "name"],
  ["companyExternalId", "externalId"],
] as const;

/** Some fields of a record and its `_id`; `custom.Tier` picks one custom field. undefined: all of them. */
export function projected(record: JsonObject, fields: readonly string[] | undefined): JsonObject {
  if (fields === undefined) return record;
  const picked = new Map<string, Json>();
  const id = record["_id"];
  if (id !== undefined) picked.set("_id", id);
  for (const field of fields) {
    const dot = field.indexOf(".");
    const name = rootOf(field);
    const value = ownValue(record, name);
    if (value === undefined) continue;
    if (dot === -1) picked.set(name, value);
    else picked.set(name, merged(picked.get(name), value, field.slice(dot + 1)));
  }
  return Object.fromEntries(picked);
}

/** `custom.Tier` looks at `custom`. */
function rootOf(field: string): string {
  const dot = field.indexOf(".");
  return dot === -1 ? field : field.slice(0, dot);
}

function merged(picked: Json | undefined, whole: Json, key: string): Json {
  const inner = ownValue(whole, key);
  const known = typeof picked === "object" && picked !== null ? picked : {};
  return inner === undefined ? known : { ...known, [key]: inner };
}

function ownValue(object: Json, key: string): Json | undefined {
  if (typeof object !== "object" || object === null || !Object.hasOwn(object, key)) return undefined;
  return (object as JsonObject)[key];
}
