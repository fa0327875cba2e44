import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";
import { type PostgresServer, startOwnPostgres } from "../../support/postgres-server.ts";
import { contextOf, dataOf, sourceAt, stopOf } from "./context.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startOwnPostgres();
  await server.query(`
    create extension dblink;
    create table accounts (id int primary key, name text);
    insert into accounts select g, 'name ' || g from generate_series(1, 100) g;
    create sequence numbers;
    create view writing as select 1 as v;
    create function evil() returns int language plpgsql as $$ begin delete from accounts; return 1; end $$;
    create function evil_dynamic() returns int language plpgsql as $$ begin execute 'set transaction read write'; delete from accounts; return 1; end $$;
    create function evil_config() returns text language sql as $$ select set_config('TimeZone', 'Asia/Tokyo', false) $$;
    create function live() returns bigint language sql volatile as 'select count(*) from accounts';
    create function catches() returns int language plpgsql as $$
      begin begin delete from accounts; exception when others then null; end; return 1; end $$;
    create procedure evil_commit(inout v int) language plpgsql as $$ begin commit; delete from accounts; end $$;
    select lo_from_bytea(4711, 'abc');
    grant all on accounts, numbers to reader;
    alter table accounts owner to reader`);
});
afterAll(() => server.stop());

/** What no read may change. */
async function dump(): Promise<string> {
  const parts: unknown[] = [];
  const queries = [
    "select * from accounts order by id",
    "select last_value, is_called from numbers",
    "select oid, lomowner from pg_largeobject_metadata order by oid",
    "select loid, pageno, encode(data, 'hex') as data from pg_largeobject order by 1, 2",
    "select oid, relname from pg_class where oid > 16384 order by oid",
    "select proname, md5(prosrc) from pg_proc where oid > 16384 order by oid",
    "select rolname, rolsuper from pg_roles order by 1",
    "select setdatabase, setrole, setconfig from pg_db_role_setting order by 1, 2",
    "select datname from pg_database order by 1",
    "select slot_name from pg_replication_slots",
  ];
  for (const sql of queries) parts.push(await server.query(sql));
  return JSON.stringify([
    parts,
    readdirSync(server.dir).toSorted(),
    existsSync("/tmp/planhat-sync-exported"),
  ]);
}

const WRITING: readonly (readonly [sql: string, message: RegExp])[] = [
  ["insert into accounts values (1000, 'x')", /returns no columns, so it was not run/],
  ["insert into accounts values (1000, 'x') returning id", /tries to write/],
  ["update accounts set name = 'x' returning id", /tries to write/],
  ["delete from accounts returning id", /tries to write/],
  [
    "merge into accounts a using accounts b on a.id = b.id when matched then delete returning a.id",
    /tries to write/,
  ],
  ["with gone as (delete from accounts returning id) select * from gone", /tries to write/],
  [
    "with a as (select 1 as v), b as (insert into accounts values (1001) returning id) select * from a",
    /tries to write/,
  ],
  ["truncate accounts", /returns no columns/],
  ["drop table accounts", /returns no columns/],
  ["create table copied as select * from accounts", /returns no columns/],
  ["select * into copied from accounts", /returns no columns/],
  ["commit; delete from accounts", /more than one statement/],
  ["commit /* ; */ ; delete from accounts returning id", /more than one statement/],
  ["select 1 as v; delete from accounts", /more than one statement/],
  ["rollback", /returns no columns/],
  ["commit", /returns no columns/],
  ["set transaction read write", /returns no columns/],
  ["set session characteristics as transaction read write", /returns no columns/],
  ["reset all", /returns no columns/],
  ["select set_config('transaction_read_only', 'off', false) as v", /calls set_config/],
  ["select pg_catalog . \"set_config\" ('transaction_read_only', 'off', false) as v", /calls set_config/],
  ["select U&\"set\\005fconfig\"('transaction_read_only', 'off', false) as v", /calls set_config/],
  ["select evil() as v", /tries to write/],
  ["select evil_dynamic() as v", /tries to write|is not accepted|failed in the server/],
  ["select evil_config() as v", /changed settings of its own session.*TimeZone/],
  ["call evil_commit(1)", /tries to write/],
  ["select nextval('numbers') as v", /calls nextval/],
  ["select setval('numbers', 9) as v", /calls setval/],
  ["select id from accounts for update", /tries to write/],
  ["copy accounts to program 'touch /tmp/planhat-sync-exported'", /returns no columns/],
  ["copy (select 1) to '/tmp/planhat-sync-exported'", /returns no columns/],
  ["copy accounts to stdout", /returns no columns/],
  ["copy accounts from program 'echo 1'", /returns no columns/],
  ["select lo_export(4711, '/tmp/planhat-sync-exported') as v", /calls lo_export/],
  ["select lo_unlink(4711) as v", /calls lo_unlink/],
  ["select lo_import('/etc/hostname') as v", /calls lo_import/],
  ["select dblink_exec('dbname=postgres', 'delete from accounts') as v", /calls dblink_exec/],
  [
    "select * from dblink('dbname=postgres', 'delete from accounts returning id') as t (id int)",
    /calls dblink/,
  ],
  ["do $$ begin delete from accounts; end $$", /returns no columns/],
  ["explain analyze delete from accounts", /tries to write/],
  ["select query_to_xml('delete from accounts returning id', true, true, '') as v", /not support/],
  ["select pg_create_physical_replication_slot('x') as v", /calls pg_create_physical_replication_slot/],
  ["select pg_notify('x', 'y') as v", /calls pg_notify/],
  ["alter role reader set statement_timeout = 1", /returns no columns/],
  ["listen x", /returns no columns/],
  ["prepare p as delete from accounts", /returns no columns/],
  ["vacuum", /returns no columns/],
];

describe("[S19] a query that tries to write changes nothing and is refused", () => {
  let before: string;
  beforeAll(async () => {
    before = await dump();
  });

  test.each(WRITING)("%s", async (query, message) => {
    for (const url of [server.url, server.superuserUrl]) {
      for (const cursor of [undefined, { column: "id" }]) {
        const settings = cursor === undefined ? { query } : { query, cursor };
        const stop = await stopOf(sourceAt(url, settings));
        expect(stop.kind).toBe("definition");
        if (cursor === undefined) expect(stop.message).toMatch(message);
      }
    }
    expect(await dump()).toBe(before);
  });

  test("a function that hides its failure reads on and changes nothing", async () => {
    expect(await dataOf(sourceAt(server.url, { query: "select catches() as v" }))).toEqual([{ v: 1 }]);
    expect(await dump()).toBe(before);
  });

  test("the wrap of a cursor cannot be closed from inside", async () => {
    const query = "select 1 as id) as a, (delete from accounts returning id";
    expect((await stopOf(sourceAt(server.url, { query, cursor: { column: "id" } }))).kind).toBe("definition");
    expect(await dump()).toBe(before);
  });
});

describe("a query that only reads is run", () => {
  test.each<[string, unknown]>([
    ["select 1 as v;", 1],
    ["select 1 as v -- the end; not a second statement", 1],
    ["/* a /* nested; */ comment; */ select 1 as v ; -- end", 1],
    ["select ';' || E'\\';' || $$;$$ || $a$;$$;$a$ as v", ";';;;$$;"],
    ['select 1 as "v"', 1],
    ["values (1)", undefined],
    [
      "with recursive t (v) as (values (1) union all select v + 1 from t where v < 3) select max(v) as v from t",
      3,
    ],
    ["select 'set_config(' as v", "set_config("],
    ["table accounts", undefined],
    ["show server_encoding", undefined],
  ])("%s", async (query, value) => {
    const [row] = await dataOf(sourceAt(server.url, { query }));
    expect(row).toBeDefined();
    if (value !== undefined) expect(row).toEqual({ v: value });
  });

  test("[S14] everything is read as of one moment, while others write", async () => {
    const query = "select a.id, live() as n from accounts a, generate_series(1, 50) g";
    const counts = new Set<unknown>();
    let rows = 0;
    for await (const part of sourceAt(server.url, { query }).read({ signal: new AbortController().signal })) {
      rows += part.length;
      for (const { data } of part) counts.add(data["n"]);
      await server.query("insert into accounts select max(id) + 1, 'late' from accounts");
    }
    await server.query("delete from accounts where name = 'late'");
    expect(rows).toBe(5000);
    expect([...counts]).toEqual([100]);
  });
});

describe("a query in a file", () => {
  let project: string;
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "planhat-sync-sql-"));
    await mkdir(join(project, "sql"));
    await mkdir(join(project, "sql", "folder.sql"));
    await writeFile(
      join(project, "sql", "one.sql"),
      "\ufeff-- accounts\nselect id from accounts\nwhere id = $1;\n",
    );
    await writeFile(
      join(project, "sql", "wrong.sql"),
      "select id\nfrom accounts\nwhere nonsense = 'é' and 1",
    );
    await writeFile(join(project, "sql", "latin1.sql"), Buffer.from([0x2d, 0x2d, 0xe9]));
    await writeFile(join(project, "sql", "dump.sql"), " ".repeat(1024 * 1024 + 1));
    await symlink("/etc/hostname", join(project, "sql", "link.sql"));
  });
  afterAll(() => rm(project, { recursive: true }));

  const inProject = (file: string): ReturnType<typeof postgresSource> =>
    postgresSource(
      { connection: "db", file, params: file.includes("one") ? [7] : [] },
      contextOf({ db: server.url }, project),
    );

  test("is read, with its comments and params", async () => {
    expect(await dataOf(inProject("sql/one.sql"))).toEqual([{ id: 7 }]);
  });

  test("names the place of a mistake in the file", async () => {
    expect((await stopOf(inProject("sql/wrong.sql"))).message).toMatch(/^sql\/wrong\.sql, line 3, column 7 /);
  });

  test.each([
    ["sql/none.sql", /cannot be read: it is not there/],
    ["../outside.sql", /lies outside|not there/],
    ["/etc/hostname", /lies outside/],
    ["sql/link.sql", /lies outside/],
    ["sql/folder.sql", /not a regular file/],
    ["sql/latin1.sql", /is not UTF-8/],
    ["sql/dump.sql", /larger than 1 MiB/],
  ])("%s is refused", async (file, message) => {
    const stop = await stopOf(inProject(file));
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(message);
  });
});
