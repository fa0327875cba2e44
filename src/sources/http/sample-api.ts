import type { SampleRows } from "../../model/source-kind.ts";

/** A stand-in for an API: the rows of each sample under its name, two a page. */
export function sampleApi(samples: readonly SampleRows[]): string {
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
