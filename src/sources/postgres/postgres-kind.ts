import type { SampleRows, SampleSource, SourceKind } from "../../model/source-kind.ts";
import { connectionPartHint } from "./credential-hint.ts";
import { postgresDialect } from "./sql/dialect.ts";
import { usualKind, usualTypes } from "./values/usual-types.ts";

export const postgresKind: SourceKind = {
  kind: "postgres",
  title: "PostgreSQL",
  hint: "a query",
  open: async () => (await import("./postgres-source.ts")).postgresSource,
  columnsCost: "little",
  hasFixedColumns: true,
  isAllText: false,
  columnTypes: (_settings, columns) => usualTypes(columns),
  usualKind,
  files: { file: { holds: "query" } },
  connectionSetting: "connection",
  sql: postgresDialect,
  credentialHint: (key) => connectionPartHint(key),
  noValueFix: (text) =>
    `With NULLIF(column, '${text.replaceAll("'", "''")}') in the query, it counts as no value.`,
  snippet: { description: "Rows of a query", settings: { connection: "$1", query: "$2" } },
  scaffold: {
    sample,
    settings: `connections:\n  warehouse: \${WAREHOUSE_URL}\n`,
    environment: `# postgres://user:password@host:5432/database; a user that may only read is enough.
WAREHOUSE_URL=
`,
    next: ["  # put the address of your database into .env"],
  },
};

/** The rows stand in the query, so that it runs in any database as it is. */
function sample({ columns, rows }: SampleRows): SampleSource {
  const values = rows.map((row) => `(${row.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`);
  const lines = [
    "  postgres:",
    "    connection: warehouse               # in planhat-sync.yaml",
    "    # Rows of its own, so that it runs in any database: put your table in their place.",
    "    query: |",
    `      SELECT ${columns.join(", ")}`,
    `      FROM (VALUES ${values.join(",\n                   ")})`,
    `        AS sample (${columns.join(", ")})`,
  ];
  return { lines, files: new Map() };
}
