import { CUSTOM_FIELD } from "../model/custom-field-type.ts";
import { holdsForbiddenKey } from "../model/forbidden-name.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { Stop } from "../model/stop.ts";
import { type Collection, idOf } from "./collection.ts";
import { CUSTOM_FIELD_DEFAULTS } from "./custom-fields.ts";
import { isObjectId } from "./object-ids.ts";
import { fieldSpec } from "./prepare-item.ts";
import { resolveReference } from "./resolve-reference.ts";
import { readSeedFile } from "./seed-file.ts";
import type { World } from "./world.ts";
import { takenKeys } from "./write-record.ts";

/** Adds records as they stand; makes ids and dates where they lack. Throws a Stop for a record that cannot be. */
export function seedRecords(world: World, collection: Collection, records: readonly Json[]): void {
  records.forEach((given, index) => {
    const record = isJsonObject(given) ? completed(world, collection, given) : undefined;
    const problem = problemOf(world, collection, record);
    if (record === undefined || problem !== undefined) {
      const what = `Seed record ${index + 1} of ${collection.type.plural} ${problem?.why ?? "cannot be"}.`;
      throw new Stop("seed-invalid", what, problem === undefined ? {} : { fix: problem.hint });
    }
    collection.put(record);
  });
}

/** Reads a seed file into the world: see readSeedFile. Throws a Stop that says what is wrong with it. */
export async function readSeed(world: World, path: string): Promise<void> {
  const byName = new Map([...world.collections].map(([path, collection]) => [path.slice(1), collection]));
  const given = await readSeedFile(path, byName);
  // What is referred to comes first.
  const references = ({ type }: Collection) =>
    Object.values(type.fields).filter((spec) => spec.prefixes).length;
  for (const { collection, records } of given.toSorted(
    (a, b) => references(a.collection) - references(b.collection),
  )) {
    seedRecords(world, collection, records);
  }
}

function problemOf(
  world: World,
  collection: Collection,
  record: JsonObject | undefined,
): { readonly why: string; readonly hint: string } | undefined {
  if (record === undefined) return { why: "is not an object", hint: "Write each record as { … }." };
  if (holdsForbiddenKey(record)) {
    return { why: "has a key named __proto__", hint: "Choose another name: no field can have this one." };
  }
  if (!isObjectId(record["_id"])) {
    return { why: "has an _id that is not 24 hex digits", hint: "Fix it or leave it out." };
  }
  const taken = collection.get(idOf(record)) === undefined ? takenKeys(world, collection, record) : ["_id"];
  if (taken.length > 0) {
    return { why: `repeats the ${taken.join(" and ")} of another`, hint: "Give each record its own." };
  }
  const lost = Object.keys(record).find((name) => record[name] === undefined);
  if (lost === undefined) return undefined;
  return {
    why: `refers by ${lost} to a record that does not exist`,
    hint: "Seed what it refers to first.",
  };
}

function completed(world: World, collection: Collection, given: JsonObject): JsonObject {
  const { type } = collection;
  const time = new Date(world.now()).toISOString();
  const stamps = ["createDate", "createdAt", "phaseSince", "lastUpdated", "updatedAt"].filter(
    (name) => type.fields[name] !== undefined,
  );
  const fields = Object.entries(given).map(([name, value]): [string, Json | undefined] => {
    const spec = fieldSpec(type, name);
    if (typeof value === "number" && type.keyables.includes(name)) return [name, String(value)];
    if (spec?.ref === undefined || spec.prefixes !== true || value === null) return [name, value];
    return [name, resolveReference(world, spec.ref, value)];
  });
  // A reference that leads nowhere stays as undefined, for problemOf to name.
  return Object.fromEntries([
    ["_id", given["_id"] ?? world.newId(collection)],
    ...stamps.map((name) => [name, time]),
    ...(type.name === CUSTOM_FIELD.name ? Object.entries(CUSTOM_FIELD_DEFAULTS) : []),
    ...fields,
  ]);
}
