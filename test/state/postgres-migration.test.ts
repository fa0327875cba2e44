import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import { type PgQueries, pgQueries } from "../../src/state/postgres/pg-queries.ts";
import type { Where } from "../../src/state/postgres/postgres-stop.ts";
import { inspect, MIGRATIONS, migrate } from "../../src/state/postgres/schema.ts";
import { BEGIN } from "../../src/state/postgres/session.ts";
import { change, take } from "../contract/state/fixtures.ts";
import { OPTIONS, type StateServer, startStateServer } from "./state-server.ts";

const RUN = "run-1" as RunId;
const NEXT = [...MIGRATIONS, (schema: string) => [`CREATE TABLE ${schema}.extra (a text)`]];
const BROKEN = [...NEXT, (schema: string) => [`CREATE TABLE ${schema}.more (a text)`, "oops"]];

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(() => server.stop());

test("an older state is brought up to date with what it holds, once, by one of those that begin at once", async () => {
  const { url, where } = await oldState();
  const all = await Promise.all(Array.from({ length: 4 }, () => session(url)));
  await Promise.all(all.map((queries) => migrate(queries, where, BEGIN, NEXT)));
  const [first] = all as [PgQueries, ...PgQueries[]];
  await migrate(first, where, BEGIN, NEXT);
  expect(await inspect(first, where, NEXT)).toBe(2);
  expect(await first.rows(`SELECT count(*) AS count FROM ${first.schema}.record`)).toEqual([{ count: 1 }]);
});

test("a migration that fails leaves the version and the tables as they were", async () => {
  const { url, where } = await oldState();
  const queries = await session(url);
  await expect(migrate(queries, where, BEGIN, BROKEN)).rejects.toThrow(/syntax error/);
  await queries.script("ROLLBACK");
  expect(await inspect(queries, where, BROKEN)).toBe(1);
  const made = "SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename IN ('extra', 'more')";
  expect(await queries.rows(made, [where.schema])).toEqual([]);
});

test("an engine that is older than the state refuses it, and changes nothing", async () => {
  const { url, where } = await oldState();
  await migrate(await session(url), where, BEGIN, NEXT);
  for (const readOnly of [true, false]) {
    const store = server.open(url, { ...OPTIONS, readOnly });
    await expect(store.count("a")).rejects.toMatchObject({
      kind: "environment",
      message: expect.stringMatching(/made by a newer planhat-sync/),
      hint: "It has version 2, this program knows 1. Update planhat-sync.",
    });
  }
  expect(await inspect(await session(url), where, NEXT)).toBe(2);
});

/** A state of the newest released version, with a record in it. */
async function oldState(): Promise<{ readonly url: string; readonly where: Where }> {
  const url = server.newState();
  const store = server.open(url, OPTIONS);
  await store.intend(RUN, await take(store, RUN), [change("k1")]);
  await store.close();
  const schema = new URL(url).searchParams.get("schema") ?? "";
  return { url, where: { place: url, schema, redact: (text) => text } };
}

async function session(url: string): Promise<PgQueries> {
  const { searchParams } = new URL(url);
  const client = new Client({ connectionString: url.replace(/\?.*/, "") });
  await client.connect();
  onTestFinished(() => client.end());
  return pgQueries(client, searchParams.get("schema") ?? "", (answer) => answer);
}
