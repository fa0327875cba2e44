import type { CursorKind, SqlDialect } from "../../../model/source-kind.ts";

/** PostgreSQL's own names of the types that a cursor can have, and the longer ones that people write. */
const CURSOR_TYPES: Readonly<Record<string, CursorKind>> = {
  date: "time",
  timestamp: "time",
  timestamptz: "time",
  int: "number",
  int2: "number",
  int4: "number",
  int8: "number",
  integer: "number",
  smallint: "number",
  bigint: "number",
  numeric: "number",
  decimal: "number",
  real: "number",
  float4: "number",
  float8: "number",
  text: "text",
  varchar: "text",
  uuid: "text",
};

export const postgresDialect: SqlDialect = {
  name: "PostgreSQL",
  cursorTypes: CURSOR_TYPES,
  cursorFunctions: {
    extract: "number",
    date_part: "number",
    to_timestamp: "time",
    date_trunc: "time",
    now: "time",
  },
  settingsHint: "settings belong in the connection's URL, such as ?statement_timeout=60000",
};
