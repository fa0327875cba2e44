import type { ColumnTypes, InferredType } from "../model/expression.ts";
import type { SyncDefinition } from "../model/generated/sync.ts";
import type { Column } from "../model/source.ts";

/** What the columns of a source may hold, by its kind and, where it has told them, by its own types. */
export function columnTypes(
  source: Partial<SyncDefinition["source"]> | undefined,
  columns: readonly Column[] | undefined,
): ColumnTypes {
  const { csv, http } = source ?? {};
  if (csv !== undefined) {
    const nulls = Array.isArray(csv.nulls) && csv.nulls.length > 0;
    const types: readonly InferredType[] = nulls ? ["string", "null"] : ["string"];
    return () => types;
  }
  if (http !== undefined) return http.format === "csv" ? () => ["string"] : () => undefined;
  const byName = new Map(
    columns?.map(({ name, type }) => [name, type === undefined ? undefined : typesOf(type)]),
  );
  return (name) => byName.get(name);
}

/** As the values of a PostgreSQL type arrive: nothing is rounded, so some numbers come as text. Any may be null. */
function typesOf(type: string): readonly InferredType[] | undefined {
  if (type.endsWith("[]")) return ["array", "null"];
  const types = POSTGRES_TYPES[type];
  return types === undefined ? undefined : [...types, "null"];
}

const TEXT = ["string"] as const;
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
