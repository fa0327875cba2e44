import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { contextOf, dataOf, stopOf } from "./context.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.query(`
    create table account (id int4); insert into account values (1), (2); grant select on account to public;
    create table trouble (code text); grant select on trouble to public;
    create function ask(id int4) returns int4 language plpgsql as $$
      declare state text := (select code from trouble);
      begin
        if state is not null then raise exception 'in trouble' using errcode = state; end if;
        return id;
      end $$`);
});
afterAll(() => server.stop());

/** A source whose wait before another try does something instead. */
function sourceOf(query: string, params: string, onWait: () => Promise<unknown>) {
  const context = contextOf({ db: `${server.url}?${params}` });
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    await onWait();
  };
  const source = postgresSource(
    { connection: "db", query },
    { ...context, clock: { ...context.clock, sleep } },
  );
  return { source, waits };
}

test.each(["40001", "40P01", "55P03"])(
  "[S13] a query that the server broke off with %s is run again from its start, in a new snapshot",
  async (code) => {
    await server.query(`insert into trouble values ('${code}')`);
    const { source, waits } = sourceOf("select ask(id) as id from account order by 1", "", () =>
      server.query("delete from trouble"),
    );
    expect(await dataOf(source)).toEqual([{ id: 1 }, { id: 2 }]);
    expect(waits).toHaveLength(1);
  },
);

test("[S13] and given up after three more, saying why", async () => {
  await server.query("insert into trouble values ('40001')");
  const { source, waits } = sourceOf("select ask(id) as id from account", "", async () => undefined);
  const stop = await stopOf(source);
  expect(stop.reason).toMatchObject({
    what: "The server broke the query off for others (40001).",
    detail: "PostgreSQL says: in trouble",
  });
  expect(stop.reason.fix).toMatch(/from the primary/);
  expect(waits).toHaveLength(3);
  await server.query("delete from trouble");
});

test("[S13] a table that somebody has locked is waited for as long as the URL says, and tried again", async () => {
  await server.query("begin; lock table account in access exclusive mode");
  const { source, waits } = sourceOf(
    "select id from account order by id",
    "options=-c%20lock_timeout%3D50",
    () => server.query("rollback"),
  );
  expect(await dataOf(source)).toEqual([{ id: 1 }, { id: 2 }]);
  expect(waits).toHaveLength(1);
});
