import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { makeProject } from "../../support/project.ts";
import { END_OF_RUN, startWatching } from "../../support/watching.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const DEFINITION = `version: 1
name: companies
source:
  postgres: { connection: warehouse, file: queries/companies.sql }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
`;

test("a query's file that is saved shows the rows that it reads by now; an edit of an expression asks the database nothing", async () => {
  await server.query(
    "create table account (id text, name text, size int); insert into account values ('a1', 'Acme', 1), ('a2', 'Bolt', 2); grant select on account to public",
  );
  const dir = await makeProject({
    "planhat-sync.yaml": `version: 1\nconnections: { warehouse: "\${WAREHOUSE_URL}" }\n`,
    "syncs/companies.yaml": DEFINITION,
    "queries/companies.sql": "select id, name from account order by id",
  });
  const save = (path: string, text: string) => writeFile(join(dir, path), text);
  const watching = await startWatching({ dir, env: { WAREHOUSE_URL: server.url } });
  const first = await watching.after(
    () => save("syncs/companies.yaml", DEFINITION.replace("name: name", "name: $uppercase(name)")),
    END_OF_RUN,
  );
  expect(first).toContain('~ a1  name  "Acme" → "ACME"');

  await server.query("alter table account rename to gone");
  const second = await watching.after(
    () => save("syncs/companies.yaml", DEFINITION.replace("name: name", "name: $lowercase(name)")),
    END_OF_RUN,
  );
  // The table is gone, and nobody noticed.
  expect(second).toContain('"ACME" → "acme"');
  expect(second).not.toContain("cannot be read");

  const query = await watching.after(
    () => save("queries/companies.sql", "select id, name from gone where size > 1"),
    END_OF_RUN,
  );
  expect(query).toContain("saved queries/companies.sql");
  expect(query).toContain("- a1  no longer among the sample rows");
  const broken = await watching.after(
    () => save("queries/companies.sql", "select id, nme from gone"),
    END_OF_RUN,
  );
  expect(broken).toContain("The rows of companies cannot be read.");
  expect(broken).not.toContain(new URL(server.url).password);
});
