import type { Json, JsonObject } from "../model/json.ts";
import { companyField, type ObjectType } from "../model/object-type.ts";
import type { World } from "./world.ts";

/** A record as a read shows it: with what Planhat copies of its company. */
export function presented(world: World, type: ObjectType, record: JsonObject): JsonObject {
  const reference = companyField(type);
  const referred = reference === undefined ? undefined : record[reference];
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
    const name = dot === -1 ? field : field.slice(0, dot);
    const value = ownValue(record, name);
    if (value === undefined) continue;
    if (dot === -1) picked.set(name, value);
    else picked.set(name, merged(picked.get(name), value, field.slice(dot + 1)));
  }
  return Object.fromEntries(picked);
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
