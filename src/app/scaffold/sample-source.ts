import { csvText } from "./csv-text.ts";
import type { SampleSync } from "./sample-sync.ts";

export const SOURCE_KINDS = ["csv", "postgres", "http"] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

interface SampleSource {
  /** Lines below `source:`. */
  readonly lines: readonly string[];
  /** Further files, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Where a sample's rows are kept for a kind of source, and how the definition reads them. */
export function sampleSource(kind: SourceKind, sample: SampleSync): SampleSource {
  switch (kind) {
    case "csv": {
      const path = `data/${sample.name}.csv`;
      return {
        lines: ["  csv:", `    path: ${path}`],
        files: new Map([[path, csvText([sample.columns, ...sample.rows])]]),
      };
    }
    case "postgres":
      return { lines: postgresLines(sample), files: new Map() };
    case "http":
      return {
        lines: [
          "  http:                                 # node sample-api.mjs stands in for your API",
          `    url: \${API_URL:-http://127.0.0.1:4020}/${sample.name}`,
          "    records: data                       # JSONata: the list within an answer",
          "    pagination: { cursor: { param: cursor, next: next } }",
        ],
        files: new Map(),
      };
    default:
      return kind satisfies never;
  }
}

/** The rows stand in the query, so that it runs in any database as it is. */
function postgresLines({ columns, rows }: SampleSync): readonly string[] {
  const values = rows.map((row) => `(${row.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`);
  return [
    "  postgres:",
    "    connection: warehouse               # in planhat-sync.yaml",
    "    # Rows of its own, so that it runs in any database: put your table in their place.",
    "    query: |",
    `      SELECT ${columns.join(", ")}`,
    `      FROM (VALUES ${values.join(",\n                   ")})`,
    `        AS sample (${columns.join(", ")})`,
  ];
}

/** A stand-in for an API: the rows of each sample under its name, two a page. */
export function sampleApi(samples: readonly SampleSync[]): string {
  const tables = samples.map(({ name, columns, rows }) => [
    name,
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
  ]);
  return `// Stands in for your API until the definitions name the real one: node sample-api.mjs
import { createServer } from "node:http";

const TABLES = ${JSON.stringify(Object.fromEntries(tables), null, 2)};
const PAGE = 2;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
  const rows = TABLES[pathname.slice(1)];
  const start = Number(searchParams.get("cursor") ?? 0);
  response.writeHead(rows ? 200 : 404, { "content-type": "application/json" });
  const next = rows && start + PAGE < rows.length ? String(start + PAGE) : null;
  response.end(JSON.stringify(rows ? { data: rows.slice(start, start + PAGE), next } : { error: "not found" }));
});
server.listen(Number(process.env.PORT ?? 4020), "127.0.0.1", () => {
  console.log(\`The sample API listens at http://127.0.0.1:\${server.address().port}\`);
});
`;
}
