import type { SourceKind } from "../../model/source-kind.ts";
import { nothingKnown } from "../formats/text-columns.ts";
import { sqliteDialect } from "./dialect.ts";

export const sqliteKind: SourceKind = {
  kind: "sqlite",
  title: "SQLite",
  hint: "a query over a database file",
  open: async () => (await import("./sqlite-source.ts")).sqliteSource,
  columnsCost: "little",
  hasFixedColumns: true,
  isAllText: false,
  // A declared type binds no value: a column of integers may hold texts.
  columnTypes: () => nothingKnown,
  files: { path: { holds: "data" }, file: { holds: "query" } },
  sql: sqliteDialect,
  noValueFix: (text) =>
    `With NULLIF(column, '${text.replaceAll("'", "''")}') in the query, it counts as no value.`,
  snippet: { description: "Rows of a query over a file", settings: { path: "data/$1.db", query: "$2" } },
  scaffold: { sample: async (rows) => (await import("./sample.ts")).sample(rows) },
};
