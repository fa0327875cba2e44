import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { DEEPEST, isShallow } from "../model/shape.ts";
import { Stop } from "../model/stop.ts";
import type { Collection } from "./collection.ts";
import { fieldSpec } from "./prepare-item.ts";
import { misfit } from "./value-fits.ts";

/** What a seed file gives one collection. */
export interface Seed {
  readonly collection: Collection;
  readonly records: readonly JsonObject[];
}

/** Bytes. */
const LARGEST_FILE = 256 * 1024 * 1024;
const EXAMPLE = '{ "companies": [{ "name": "Acme", "externalId": "a1" }] }';

/**
 * `{ "companies": […], "endusers": […], "customFields": […] }`, each record of values that its fields hold.
 * `collections` by the last step of their paths. Throws a Stop that says what is wrong with the file, and where.
 */
export async function readSeedFile(
  path: string,
  collections: ReadonlyMap<string, Collection>,
): Promise<readonly Seed[]> {
  const seed = await readJson(path);
  if (!isJsonObject(seed)) {
    throw new Stop("seed-invalid", "The seed file is not a JSON object.", {
      fix: `Write ${EXAMPLE} in ${path}.`,
    });
  }
  if (!isShallow(seed, DEEPEST)) {
    throw new Stop("seed-invalid", `The seed file has values of more than ${DEEPEST} levels.`, {
      fix: `Check ${path}.`,
    });
  }
  return Object.entries(seed).map(([name, records]) => {
    const collection = collections.get(name.toLowerCase());
    if (collection === undefined || !Array.isArray(records)) {
      const why =
        collection === undefined ? "names a collection that is not served" : "has a key without a list";
      throw new Stop("seed-invalid", `The seed file ${why}: ${name}.`, {
        fix: `Its keys are ${[...collections.keys()].join(", ")}; each holds a list of records.`,
      });
    }
    const { type } = collection;
    return { collection, records: records.map((record: Json, index) => checked(type, record, index + 1)) };
  });
}

function checked(type: ObjectType, record: Json, number: number): JsonObject {
  if (!isJsonObject(record)) throw unfit(type, number, "is not an object", "Write each record as { … }.");
  for (const [name, value] of Object.entries(record)) {
    const spec = fieldSpec(type, name);
    // What refers is looked up once all records are there; Planhat takes a number for a key, and keeps text.
    if (spec === undefined || value === null || spec.ref !== undefined || name === "_id") continue;
    const types = type.keyables.includes(name) ? (["string", "number"] as const) : [spec.type];
    const problem = misfit(value, { types, items: spec.items });
    if (problem === undefined) continue;
    throw unfit(
      type,
      number,
      `has a value that does not fit: ${name} ${problem}`,
      "Correct it or leave it out.",
    );
  }
  return record;
}

function unfit({ plural }: ObjectType, number: number, why: string, fix: string): Stop {
  return new Stop("seed-invalid", `Seed record ${number} of ${plural} ${why}.`, { fix });
}

async function readJson(path: string): Promise<Json> {
  let bytes: Buffer;
  try {
    bytes = await readBytes(path);
  } catch (cause) {
    if (cause instanceof Stop) throw cause;
    throw new Stop("seed-invalid", "The seed file cannot be read.", { fix: `Check ${path}.`, cause });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "is not JSON" : "is not UTF-8";
    throw new Stop("seed-invalid", `The seed file ${why}.`, { fix: `Check ${path}.`, cause });
  }
}

async function readBytes(path: string): Promise<Buffer> {
  // O_NONBLOCK: opening a pipe would wait for somebody to write to it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile())
      throw new Stop("seed-invalid", "The seed file is not a regular file.", { fix: `Check ${path}.` });
    if (stats.size > LARGEST_FILE) {
      throw new Stop("seed-invalid", "The seed file is larger than 256 MiB.", {
        fix: "Send such data to the sandbox instead.",
      });
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}
