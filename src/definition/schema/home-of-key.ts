import { fieldsSchema } from "../../model/generated/fields.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { syncSchema } from "../../model/generated/sync.ts";
import type { Path } from "../../model/placed.ts";
import type { SchemaName } from "./schema-check.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

const SCHEMAS: Readonly<Record<SchemaName, Schema>> = {
  sync: syncSchema as Schema,
  project: projectSchema as Schema,
  fields: fieldsSchema as Schema,
};
const FILES: Readonly<Record<SchemaName, string>> = {
  sync: "a definition",
  project: "planhat-sync.yaml",
  fields: "planhat.fields.json",
};

/**
 * Where a key belongs that stands in a map which does not know it, as a hint: `region` under `target` belongs into the
 * project file. undefined where no map of either file knows it, or where several do.
 */
export function homeOfKey(key: string, path: Path, here: SchemaName): string | undefined {
  const own = mapsWith(SCHEMAS[here], key, []).filter((home) => home.join(".") !== path.join("."));
  const [home, ...more] = nearestHomes(own, path);
  if (home !== undefined && more.length === 0) {
    return home.length === 0
      ? "it belongs to the file itself: take it out of the map"
      : `it belongs under "${home.join(".")}"`;
  }
  const there = here === "sync" ? "project" : "sync";
  const [other, ...others] = mapsWith(SCHEMAS[there], key, []);
  if (own.length > 0 || other === undefined || others.length > 0) return undefined;
  return `it belongs in ${FILES[there]}${other.length === 0 ? "" : `, under "${other.join(".")}"`}`;
}

/** Those in the same part of the file, where there are any. */
function nearestHomes(homes: readonly (readonly string[])[], path: Path): readonly (readonly string[])[] {
  const same = homes.filter((home) => home.length > 0 && home[0] === path[0] && home[1] === path[1]);
  return same.length > 0 ? same : homes;
}

/** The paths of all maps that have such a key. */
function mapsWith(
  { properties = {} }: Schema,
  key: string,
  path: readonly string[],
): readonly (readonly string[])[] {
  const below = Object.entries(properties).flatMap(([name, schema]) =>
    mapsWith(schema, key, [...path, name]),
  );
  return Object.hasOwn(properties, key) ? [path, ...below] : below;
}
