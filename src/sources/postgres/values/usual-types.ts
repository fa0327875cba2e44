import type { ColumnTypes, InferredType } from "../../../model/expression.ts";
import type { Column } from "../../../model/source.ts";
import { nothingKnown } from "../../formats/text-columns.ts";

/** What columns may hold, by PostgreSQL's types; nothing is known of them before it has told. */
export function usualTypes(columns: readonly Column[] | undefined): ColumnTypes {
  if (columns === undefined) return nothingKnown;
  const byName = new Map(
    columns.map(({ name, type }) => [name, type === undefined ? undefined : typesOf(type)]),
  );
  return (name) => byName.get(name);
}

/** The kind of nearly all values of a PostgreSQL type; undefined where that is not known. */
export function usualKind(type: string): "string" | "number" | "boolean" | "array" | undefined {
  const [kind] = typesOf(type) ?? [];
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "array" ? kind : undefined;
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
