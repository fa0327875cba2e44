import type { CursorKind, SqlDialect } from "../../model/source-kind.ts";

/** Declared types, as people write them; what the values are is known when they are read. */
const CURSOR_TYPES: Readonly<Record<string, CursorKind>> = {
  int: "number",
  integer: "number",
  bigint: "number",
  real: "number",
  double: "number",
  float: "number",
  numeric: "number",
};

export const sqliteDialect: SqlDialect = {
  name: "SQLite",
  cursorTypes: CURSOR_TYPES,
  cursorFunctions: { unixepoch: "number", julianday: "number", datetime: "time", date: "time" },
  otherStatements: ["attach", "begin", "commit", "detach", "pragma", "replace", "rollback", "savepoint"],
};
