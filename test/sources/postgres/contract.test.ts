import { escapeIdentifier, escapeLiteral } from "pg";
import { afterAll, beforeAll } from "vitest";
import { sourceContract } from "../../contract/source-contract.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { sourceAt } from "./context.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

let tables = 0;

sourceContract("postgres", async ({ columns, rows, broken }) => {
  // One array a row: 400 columns of large values would not fit into one of PostgreSQL's own.
  const table = `contract_${tables++}`;
  await server.query(`create table ${table} (line serial, v text[]); grant select on ${table} to reader`);
  for (let from = 0; from < rows.length; from += 1000) {
    const values = rows
      .slice(from, from + 1000)
      .map((row) => `(array[${row.map(escapeLiteral).join(", ")}])`);
    await server.query(`insert into ${table} (v) values ${values.join(", ")}`);
  }
  const list = columns.map((column, index) => `v[${index + 1}] as ${escapeIdentifier(column)}`);
  const good = `select ${list.join(", ")} from ${table} order by line`;
  if (broken !== true) return sourceAt(server.url, { query: good });
  const breaking = columns.map((_, index) => (index === 0 ? "(1 / (g - g))::text" : "''"));
  const query = `(${good}) union all select ${breaking.join(", ")} from generate_series(1, 1) g`;
  return sourceAt(server.url, { query });
});
