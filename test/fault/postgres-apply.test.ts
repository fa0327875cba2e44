import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, runMain, startCli } from "../support/cli.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
const ROWS = 4000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

function definition(query: string, more = ""): string {
  return `version: 1
name: companies
source:
  postgres:
    connection: \${WAREHOUSE_URL}
    query: ${query}
${more}target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
`;
}

test("[S11] a database that goes away after half the rows: exit 4, nothing written, and the next apply ends in the right state", async () => {
  await server.query(
    "create table pace (seconds float8); grant select on pace to public; insert into pace values (0.002)",
  );
  const query = `select 'c' || i as id, 'Company ' || i as name, pg_sleep(seconds)::text as pause from generate_series(1, ${ROWS}) i, pace`;
  const { sandbox, env: planhat } = await makeSandbox();
  const env = { ...planhat, WAREHOUSE_URL: server.url };
  const dir = await makeProject({ "planhat-sync.yaml": FAST, "syncs/companies.yaml": definition(query) });

  const child = startCli(APPLY, { dir, env });
  const over = ended(child);
  // The first lines of progress: some rows have come, most have not.
  await new Promise((done) => child.stderr?.once("data", done));
  await server.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()",
  );
  const { code, stderr } = await over;
  expect(code).toBe(4);
  expect(stderr).toContain("Nothing was written.");
  expect(sandbox.records("Company")).toHaveLength(0);

  await server.query("update pace set seconds = 0");
  const next = await runMain(APPLY, { dir, env });
  expect(JSON.parse(next.stdout).syncs[0].summary).toMatchObject({ read: ROWS, created: ROWS });
  expect(sandbox.history.createdTwice()).toEqual([]);
});

test("an incremental sync reads what changed since the last whole apply, and the watermark moves with the data alone", async () => {
  await server.query(
    "create table account (id text, name text, changed timestamptz); insert into account select 'c' || i, 'Company ' || i, timestamptz '2026-01-01 00:00:00.000001+00' + i * interval '1 second' from generate_series(1, 500) i",
  );
  await server.query("grant select on account to public");
  const { env: planhat } = await makeSandbox();
  const env = { ...planhat, WAREHOUSE_URL: server.url };
  const cursor = "    cursor: { column: changed }\n";
  const dir = await makeProject({
    "syncs/companies.yaml": definition("select id, name, changed from account", cursor),
  });
  const summary = async (...argv: string[]) => {
    const { stdout, stderr } = await runMain(argv, { dir, env });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout).syncs[0].summary;
  };
  expect(await summary(...APPLY)).toMatchObject({ read: 500, created: 500 });
  const shown = await runMain(["state", "show"], { dir, env });
  expect(shown.stdout).toContain("companies has read up to 2026-01-01 00:08:20.000001+00.");

  // Equal values at the boundary are read again: the last row, and nothing else.
  expect(await summary(...APPLY)).toMatchObject({ read: 1, unchanged: 1 });
  await server.query("update account set name = 'New', changed = '2026-02-01T00:00:00Z' where id = 'c7'");
  expect(await summary("plan", "--format", "json")).toMatchObject({ read: 2, update: 1, unchanged: 1 });
  expect(await summary("plan", "--full", "--format", "json")).toMatchObject({ read: 500, update: 1 });

  // A row that is rejected keeps the watermark where it is: it must be read again.
  await server.query("update account set name = null, changed = '2026-03-01T00:00:00Z' where id = 'c8'");
  expect(await summary(...APPLY)).toMatchObject({ read: 3, updated: 1, rejected: 1 });
  expect(await summary(...APPLY)).toMatchObject({ read: 3, unchanged: 2, rejected: 1 });
  const { stdout: rejects } = await runMain(["rejects", "--format", "json"], { dir, env });
  expect(JSON.parse(rejects).rejects).toMatchObject([{ key: "c8", attempts: 2 }]);
  await server.query("update account set name = 'Mended' where id = 'c8'");
  expect(await summary(...APPLY)).toMatchObject({ read: 3, updated: 1, unchanged: 2 });
  expect(await summary(...APPLY)).toMatchObject({ read: 1, unchanged: 1 });

  // A retry reads the whole source, also where the row is older than the watermark, and leaves the watermark alone.
  await server.query("update account set name = null, changed = '2026-04-01T00:00:00Z' where id = 'c9'");
  expect(await summary(...APPLY)).toMatchObject({ read: 2, rejected: 1 });
  await server.query(
    "update account set name = 'Mended', changed = '2025-01-01' where id = 'c9'; update account set name = 'Newer', changed = '2026-05-01' where id = 'c10'",
  );
  expect(await summary("rejects", "retry", "--auto-approve", "--format", "json")).toMatchObject({
    read: 1,
    updated: 1,
  });
  const { stdout: state } = await runMain(["state", "show"], { dir, env });
  expect(state).toContain("companies has read up to 2026-03-01 00:00:00+00.");
  expect(await summary(...APPLY)).toMatchObject({ read: 2, updated: 1, unchanged: 1 });
});

test("the types that the database tells find a mapping that no row could pass, before one is read", async () => {
  await server.query(
    "create table priced (id text, name text, mrr numeric, seats int4, paid bool); grant select on priced to public",
  );
  const { sandbox, env: planhat } = await makeSandbox();
  const env = { ...planhat, WAREHOUSE_URL: server.url };
  const mapped = definition("select id, name, mrr, seats, paid from priced").replace(
    "  name: name\n",
    `  name: name
  mr: mrr
  custom.ARR: mrr * 12
  custom.Large: seats > 100
  custom.Paid: paid = "yes"
`,
  );
  const dir = await makeProject({ "planhat-sync.yaml": FAST, "syncs/companies.yaml": mapped });
  const offline = await runMain(["validate"], { dir, env });
  expect(offline.code).toBe(0);
  const { code, stderr } = await runMain(["plan"], { dir, env });
  expect(code).toBe(3);
  expect(
    [...stderr.matchAll(/^\S+:(\d+):\d+ {2}error {2}(\S+)/gm)].map(([, line, rule]) => `${line} ${rule}`),
  ).toEqual(["13 type-mismatch", "14 operand-type", "16 comparison-never-true"]);
  expect(sandbox.log).toEqual([]);
});
