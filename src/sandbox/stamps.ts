import type { JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";

/** The fields that hold the time of a write. */
export interface Stamps {
  readonly created: JsonObject;
  readonly touched: JsonObject;
}

/** The latest of each object type: most records of a bulk write are written within the same millisecond. */
const latest = new WeakMap<ObjectType, Stamps & { readonly time: number }>();

/** `time` is in milliseconds since the epoch. */
export function stampsOf(type: ObjectType, time: number): Stamps {
  const known = latest.get(type);
  if (known?.time === time) return known;
  const text = new Date(time).toISOString();
  const stamp = (names: readonly string[]): JsonObject =>
    Object.fromEntries(names.filter((name) => type.fields[name] !== undefined).map((name) => [name, text]));
  const made = {
    time,
    created: stamp(["createDate", "createdAt", "phaseSince", ...TOUCHED]),
    touched: stamp(TOUCHED),
  };
  latest.set(type, made);
  return made;
}

const TOUCHED = ["lastUpdated", "updatedAt"];
