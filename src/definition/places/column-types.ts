import type { ColumnTypes, InferredType } from "../../model/expression.ts";
import type { SyncDefinition } from "../../model/generated/sync.ts";
import type { Column } from "../../model/source.ts";

/** What the columns of a source may hold, by its kind and, where it has told them, by its own types. */
export function columnTypes(
  source: Partial<SyncDefinition["source"]> | undefined,
  columns: readonly Column[] | undefined,
): ColumnTypes {
  const { csv, http } = source ?? {};
  if (csv !== undefined) {
    return Array.isArray(csv.nulls) && csv.nulls.length > 0 ? textsAndNulls : texts;
  }
  if (http !== undefined) return http.format === "csv" ? texts : unknown;
  if (columns === undefined) return unknown;
  const byName = new Map(
    columns.map(({ name, type }) => [name, type === undefined ? undefined : typesOf(type)]),
  );
  return (name) => byName.get(name);
}

// One function each, so that what is known of an expression holds for all such sources.
const texts: ColumnTypes = () => TEXT;
const textsAndNulls: ColumnTypes = () => TEXT_OR_NULL;
const unknown: ColumnTypes = () => undefined;

/** As the values of a PostgreSQL type arrive: nothing is rounded, so some numbers come as text. Any may be null. */
function typesOf(type: string): readonly InferredType[] | undefined {
  if (type.endsWith("[]")) return ["array", "null"];
  const types = POSTGRES_TYPES[type];
  return types === undefined ? undefined : [...types, "null"];
}

/** The kind of nearly all values of a PostgreSQL type; undefined where that is not known. */
export function usualKind(type: string): "string" | "number" | "boolean" | "array" | undefined {
  const [kind] = typesOf(type) ?? [];
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "array" ? kind : undefined;
}

const TEXT = ["string"] as const;
const TEXT_OR_NULL = ["string", "null"] as const;
const NUMBER = ["number"] as const;

const POSTGRES_TYPES: Readonly<Record<string, readonly InferredType[]>> = {
  bool: ["boolean"],
  int2: NUMBER,
  int4: NUMBER,
  // Beyond 2^53 − 1 it is text.
  int8: ["number", "string"],
  // NaN and infinities are text.
  float4: ["number", "string"],
  float8: ["number", "string"],
  numeric: TEXT,
  text: TEXT,
  varchar: TEXT,
  bpchar: TEXT,
  char: TEXT,
  name: TEXT,
  citext: TEXT,
  uuid: TEXT,
  date: TEXT,
  time: TEXT,
  timetz: TEXT,
  timestamp: TEXT,
  timestamptz: TEXT,
  interval: TEXT,
};
