import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Rejection, RunId } from "../../src/model/record.ts";
import { type PgQueries, pgQueries } from "../../src/state/postgres/pg-queries.ts";
import type { Where } from "../../src/state/postgres/postgres-stop.ts";
import { inspect, MIGRATIONS, migrate } from "../../src/state/postgres/schema.ts";
import { BEGIN } from "../../src/state/postgres/session.ts";
import { rejectValues } from "../../src/state/rows/reject-row.ts";
import { change, rejection, take } from "../contract/state/fixtures.ts";
import { OPTIONS, type StateServer, startStateServer } from "./state-server.ts";

const RUN = "run-1" as RunId;
const NEXT = [...MIGRATIONS, (schema: string) => [`CREATE TABLE ${schema}.extra (a text)`]];
const BROKEN = [...NEXT, (schema: string) => [`CREATE TABLE ${schema}.more (a text)`, "oops"]];

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(() => server.stop());

test("[X9] an older state is brought up to date with what it holds, once, by one of those that begin at once", async () => {
  const { url, where } = await oldState();
  const all = await Promise.all(Array.from({ length: 4 }, () => session(url)));
  await Promise.all(all.map((queries) => migrate(queries, where, BEGIN, NEXT)));
  const [first] = all as [PgQueries, ...PgQueries[]];
  await migrate(first, where, BEGIN, NEXT);
  expect(await inspect(first, where, NEXT)).toBe(NEXT.length);
  expect(await first.rows(`SELECT count(*) AS count FROM ${first.schema}.record`)).toEqual([{ count: 1 }]);
});

test("[X9] a migration that fails leaves the version and the tables as they were", async () => {
  const { url, where } = await oldState();
  const queries = await session(url);
  await expect(migrate(queries, where, BEGIN, BROKEN)).rejects.toThrow(/syntax error/);
  await queries.script("ROLLBACK");
  expect(await inspect(queries, where, BROKEN)).toBe(MIGRATIONS.length);
  const made = "SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename IN ('extra', 'more')";
  expect(await queries.rows(made, [where.schema])).toEqual([]);
});

test("rejects of version 1, which had one text only, keep it as what the case shows", async () => {
  const { url, where } = await oldState();
  const store = server.open(url, OPTIONS);
  await store.breakLease();
  const next = "run-2" as RunId;
  await store.saveRejects(next, await take(store, next), "a", [rejection("k1", 1), rejection("k2", 2)]);
  await store.close();
  const queries = await session(url);
  const { reason: _, ...old } = {
    ...rejection("k1", 1),
    message: 'The name is missing. It is "Permission".',
  };
  const [scope] = await queries.rows(`SELECT scope FROM ${queries.schema}.reject LIMIT 1`);
  const before = { rejection: old as unknown as Rejection, run: "run-0" as RunId, attempts: 7 };
  const [, , run, attempts, text, checksum] = rejectValues(
    Number(scope?.["scope"]),
    0,
    before,
    (same) => same,
  );
  await queries.rows(
    `UPDATE ${queries.schema}.reject SET run = $1, attempts = $2, rejection = $3, checksum = $4 WHERE position = 0`,
    [run ?? null, attempts ?? null, text ?? null, checksum ?? null],
  );
  await queries.rows(`UPDATE ${queries.schema}.meta SET version = 1`);
  await migrate(queries, where, BEGIN);
  expect(JSON.stringify(await queries.rows(`SELECT rejection FROM ${queries.schema}.reject`))).not.toContain(
    '"message',
  );
  const [first, second] = await server.open(url, OPTIONS).rejects("a");
  expect(first).toEqual({
    ...before,
    rejection: {
      ...rejection("k1", 1),
      reason: {
        code: "rejected-before",
        what: "The record did not get in.",
        detail: 'The name is missing. It is "Permission".',
      },
    },
  });
  expect(second?.rejection).toEqual(rejection("k2", 2));
});

test("an engine that is older than the state refuses it, and changes nothing", async () => {
  const { url, where } = await oldState();
  await migrate(await session(url), where, BEGIN, NEXT);
  for (const readOnly of [true, false]) {
    const store = server.open(url, { ...OPTIONS, readOnly });
    await expect(store.count("a")).rejects.toMatchObject({
      kind: "environment",
      message: expect.stringMatching(/made by a newer planhat-sync/),
      reason: expect.objectContaining({
        fix: `It has version ${NEXT.length}, this program knows ${MIGRATIONS.length}. Update planhat-sync.`,
      }),
    });
  }
  expect(await inspect(await session(url), where, NEXT)).toBe(NEXT.length);
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
