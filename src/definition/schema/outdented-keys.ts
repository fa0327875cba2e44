import type { ErrorObject } from "ajv";
import type { Path } from "../../model/placed.ts";
import type { Explained } from "./explain-schema-error.ts";
import { subject } from "./schema-words.ts";

export interface Outdented {
  /** By the error of the empty map: what to say instead of it. */
  readonly explained: ReadonlyMap<ErrorObject, (path: Path) => Explained>;
  /** Errors that only follow from the indentation. */
  readonly echoes: ReadonlySet<ErrorObject>;
}

/**
 * `csv:` and its keys on the same level: YAML reads an empty map and keys that belong to nobody. One mistake, which Ajv
 * reports as an empty value, an unknown key for each of them, and a source of several kinds.
 */
export function outdentedKeys(errors: readonly ErrorObject[]): Outdented {
  const explained = new Map<ErrorObject, (path: Path) => Explained>();
  const echoes = new Set<ErrorObject>();
  for (const empty of errors.filter(isEmptyMap)) {
    const parent = empty.instancePath.slice(0, empty.instancePath.lastIndexOf("/"));
    const beside = errors.filter((error) => error.instancePath === parent && isStray(error, empty));
    if (beside.length === 0) continue;
    const keys = beside.map(strayKey);
    for (const error of beside) echoes.add(error);
    for (const error of errors) {
      if (error.keyword === "maxProperties" && error.instancePath === parent) echoes.add(error);
    }
    explained.set(empty, (path) => explain(path, keys, takesAny(empty)));
  }
  return { explained, echoes };
}

function explain(path: Path, keys: readonly string[], takesAny: boolean): Explained {
  const names = takesAny ? "the keys after it" : keys.map((key) => `"${key}"`).join(" and ");
  const isOne = keys.length === 1 && !takesAny;
  return {
    part: "key",
    message: `${subject(path)} is empty: ${names} ${isOne ? "is" : "are"} not indented below it.`,
    hint: `indent ${isOne ? "it" : "them"} by two spaces more than "${path.at(-1)}:"`,
  };
}

function isEmptyMap({ keyword, params, data, instancePath }: ErrorObject): boolean {
  return keyword === "type" && params["type"] === "object" && data === null && instancePath !== "";
}

/** A key that its own map does not know, and the empty one beside it does; or any, where that one takes every name. */
function isStray(error: ErrorObject, empty: ErrorObject): boolean {
  if (error.keyword !== "additionalProperties") return false;
  const { properties = {} } = empty.parentSchema as MapSchema;
  return takesAny(empty) || Object.hasOwn(properties, strayKey(error));
}

function takesAny({ parentSchema }: ErrorObject): boolean {
  const { properties, additionalProperties } = parentSchema as MapSchema;
  return properties === undefined && typeof additionalProperties === "object";
}

function strayKey(error: ErrorObject): string {
  return String(error.params["additionalProperty"]);
}

interface MapSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
}
