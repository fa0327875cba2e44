import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { RecordKey, RunId } from "../../src/model/record.ts";
import { makeRedact } from "../../src/model/redact.ts";
import { applied, change, fill, rejection, take } from "../contract/state/fixtures.ts";
import { runs } from "../support/effort.ts";
import { startCluster } from "../support/embedded-postgres.mjs";
import { roleOnce } from "../support/postgres-server.ts";
import { OPTIONS, type StateServer, startStateServer, TIME } from "./state-server.ts";

const RUN = "run-1" as RunId;
let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(() => server.stop());

describe("a state to look into", () => {
  test("that does not exist reads as an empty one, and is not made", async () => {
    const url = server.newState();
    const reader = server.open(url, { ...OPTIONS, readOnly: true });
    expect(await reader.recall("a", [change("k1").key])).toEqual(new Map());
    expect([await reader.count("a"), await reader.runs(1), await reader.rejects()]).toEqual([0, [], []]);
    expect([await reader.holder(), await reader.watermark("a")]).toEqual([undefined, undefined]);
    expect(await schemas(schemaOf(url))).toBe(0);
    await fill(server.open(url, OPTIONS));
    expect(await reader.count("a")).toBe(2);
  });

  test("is not written to", async () => {
    const url = server.newState();
    await fill(server.open(url, OPTIONS));
    const reader = server.open(url, { ...OPTIONS, readOnly: true });
    const before = await dump(url);
    for (let round = 0; round < 2; round++) {
      await reader.recall("a", [change("k1").key]);
      await reader.holder();
      await reader.rejects();
    }
    expect(await dump(url)).toEqual(before);
  });

  test("needs no more than USAGE and SELECT", async () => {
    const url = server.newState();
    await fill(server.open(url, OPTIONS));
    const schema = schemaOf(url);
    await server.query(
      `grant usage on schema ${schema} to reader; grant select on all tables in schema ${schema} to reader`,
    );
    const asReader = url.replace("state_writer:state-password", "reader:reader-password");
    expect(await server.open(asReader, { ...OPTIONS, readOnly: true }).count("a")).toBe(2);
    await expect(take(server.open(asReader, OPTIONS), RUN)).rejects.toMatchObject({
      kind: "environment",
      message: expect.stringMatching(/the role lacks a permission/),
      reason: expect.objectContaining({ fix: expect.stringContaining("docs/state.md") }),
    });
  });

  test("[X5] is read through a server that takes no writes, and no apply begins there", async () => {
    const standby = await startCluster({ standby: true, flags: ["-c", "max_connections=100"] });
    onTestFinished(() => standby.stop());
    expect(await server.open(standby.superuserUrl, { ...OPTIONS, readOnly: true }).count("a")).toBe(0);
    await expect(take(server.open(standby.superuserUrl, OPTIONS), RUN)).rejects.toMatchObject({
      kind: "environment",
      message: expect.stringMatching(/the server is a read replica or read-only/),
      reason: expect.objectContaining({ fix: expect.stringContaining("primary") }),
    });
  });
});

const BROKEN: readonly [name: string, breakIt: (schema: string) => string, message: RegExp][] = [
  ["of a newer version", (s) => `update ${s}.meta set version = 99`, /made by a newer planhat-sync/],
  ["without a version", (s) => `delete from ${s}.meta`, /damaged: it has no version/],
  ["without its table of the version", (s) => `drop table ${s}.meta`, /damaged: it has no version/],
  ["of which a table is gone", (s) => `drop table ${s}.record`, /damaged: a table is missing/],
  [
    "of which a column is gone",
    (s) => `alter table ${s}.record drop column standing`,
    /damaged: a table or a column/,
  ],
  ["with a record less", (s) => `delete from ${s}.record where key = 'k1'`, /damaged: rows are missing/],
  ["with a reject less", (s) => `delete from ${s}.reject`, /damaged: rows are missing/],
  [
    "that was emptied",
    (s) => `truncate ${s}.record, ${s}.reject, ${s}.scope`,
    /damaged: the row of the lock/,
  ],
];

test.each(BROKEN)(
  "a state %s is refused, and never taken for an empty one",
  async (name, breakIt, message) => {
    const url = server.newState();
    await fill(server.open(url, OPTIONS));
    const schema = schemaOf(url);
    await server.query(breakIt(schema));
    if (name === "that was emptied") await server.query(`delete from ${schema}.lease`);
    for (const readOnly of [true, false]) {
      const store = server.open(url, { ...OPTIONS, readOnly });
      await expect(store.holder().then(() => store.count("a"))).rejects.toMatchObject({
        kind: "environment",
        message: expect.stringMatching(message),
        reason: expect.objectContaining({ fix: expect.stringMatching(/./) }),
      });
    }
  },
);

test("a value that was changed behind our back is refused when it is read", async () => {
  const url = server.newState();
  await fill(server.open(url, OPTIONS));
  await server.query(`update ${schemaOf(url)}.record set accepted = replace(accepted, '"n":1', '"n":2')`);
  await expect(server.open(url, OPTIONS).recall("a", [change("k1").key])).rejects.toThrow(
    /damaged: a row of table record/,
  );
});

test("a schema that holds something else is refused, and left as it is", async () => {
  const url = server.newState();
  const schema = schemaOf(url);
  await server.query(
    `create schema ${schema}; create table ${schema}.meta (a text); grant usage on schema ${schema} to public`,
  );
  for (const readOnly of [true, false]) {
    await expect(server.open(url, { ...OPTIONS, readOnly }).count("a")).rejects.toMatchObject({
      message: expect.stringMatching(/schema of the state holds tables of something else/),
      reason: expect.objectContaining({ fix: expect.stringContaining("?schema=") }),
    });
  }
});

test("an administrator may make the schema beforehand: then its owner needs nothing on the database", async () => {
  const url = server.newState();
  await server.query(
    `${roleOnce("owner_only", "owner-password")}; create schema ${schemaOf(url)} authorization owner_only`,
  );
  const owned = url.replace("state_writer:state-password", "owner_only:owner-password");
  await fill(server.open(owned, OPTIONS));
  const elsewhere = server.newState().replace("state_writer:state-password", "owner_only:owner-password");
  await expect(take(server.open(elsewhere, OPTIONS), RUN)).rejects.toThrow(/the role lacks a permission/);
});

test("[X14] two schemas of one database are two states, each with its own lock", async () => {
  const [one, other] = [server.newState(), server.newState()];
  await fill(server.open(one, OPTIONS));
  const first = server.open(one, OPTIONS);
  const second = server.open(other, OPTIONS);
  await take(first, "run-2");
  await take(second, "run-3");
  expect(await second.syncs()).toEqual([]);
  expect((await first.holder())?.run).toBe("run-2");
});

test("settings of the role change neither what is read nor what is durable", async () => {
  const url = server.newState();
  await server.query(
    `${roleOnce("odd", "odd-password")}; grant create on database ${server.database} to odd;
     alter role odd set bytea_output = 'escape'; alter role odd set synchronous_commit = off;
     alter role odd set standard_conforming_strings = off; alter role odd set default_transaction_isolation = serializable;
     alter role odd set default_transaction_read_only = on; alter role odd set search_path = nowhere;
     alter role odd set datestyle = 'German'; alter role odd set client_encoding = 'LATIN1'`,
  );
  const store = server.open(url.replace("state_writer:state-password", "odd:odd-password"), {
    ...OPTIONS,
    process: { ...OPTIONS.process, user: "an\\n 'O'\\'" },
  });
  const lease = await take(store, RUN);
  const sent = change("kä\0\\'😀", { note: "\\ ' 😀" });
  await store.intend(RUN, lease, [sent]);
  await store.settle(RUN, lease, [applied(sent, "created")]);
  expect((await store.recall("a", [sent.key])).get(sent.key)).toMatchObject({
    accepted: { fields: sent.record.fields },
  });
  expect(await store.holder()).toHaveProperty("user", "an\\n 'O'\\'");
});

test("the time of a lease is the database's, whatever the clock of its holder says", async () => {
  const url = server.newState();
  const wrong = { now: () => 0, monotonic: () => 0, sleep: async () => {} };
  const store = server.open(url, { ...OPTIONS, clock: wrong, now: undefined as never });
  const other = server.open(url, {
    ...OPTIONS,
    process: { pid: 42, host: "there", user: "bob" },
    now: undefined as never,
  });
  await take(store, RUN);
  const [row] = await server.query("select (extract(epoch from now()) * 1000)::bigint as now");
  const holder = await other.holder();
  expect(holder).toMatchObject({ run: RUN });
  expect(Math.abs((holder?.heartbeat ?? 0) - Number(row?.["now"]))).toBeLessThan(15_000);
  expect(await other.acquire("run-2" as RunId)).toHaveProperty("heldBy.run", RUN);
});

test("[X4] of eight that take over one expired lease at once, one gets it", async () => {
  const url = server.newState();
  let time = TIME;
  const later = { ...OPTIONS, now: () => time };
  await take(server.open(url, later), RUN);
  time += 15_001;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => server.open(url, later).acquire(`next-${index}` as RunId)),
  );
  expect(answers.filter((answer) => "lease" in answer)).toHaveLength(1);
});

test("keys longer than an index takes are kept apart to the last byte", async () => {
  const store = server.open(server.newState(), OPTIONS);
  const lease = await take(store, RUN);
  const head = randomBytes(3000).toString("hex");
  const keys = [head, `${head}a`, `${head}\ud83d`, head.slice(0, 2000), head.slice(0, 2001)];
  await store.intend(
    RUN,
    lease,
    keys.map((key) => change(key)),
  );
  const known = await store.recall("a", [...keys, `${head}b`] as RecordKey[]);
  expect(new Set(known.keys())).toEqual(new Set(keys));
  expect(await store.forget("a", `${head}a` as RecordKey)).toBe(1);
  expect(await store.syncs()).toMatchObject([{ pending: 4 }]);
});

test("no message and no row holds the password, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 8, maxLength: 20, unit: "grapheme" }), async (password) => {
      fc.pre(password.trim().length >= 8 && !password.includes("\0") && !password.includes("/"));
      const url = new URL(server.newState());
      url.password = encodeURIComponent(password);
      const store = server.open(url.href, { ...OPTIONS, redact: makeRedact([]) });
      const error: unknown = await store.acquire(RUN).catch((thrown: unknown) => thrown);
      const text = `${String(error)} ${JSON.stringify(error)} ${String((error as Error).cause)}`;
      expect(text).toMatch(/refuses the login/);
      expect(text).not.toContain(password);
    }),
    { numRuns: runs(10) },
  );
});

test("no byte of the database holds a secret", async () => {
  const url = server.newState();
  const store = server.open(url, { ...OPTIONS, redact: makeRedact(["s3cr3t-token"]) });
  const lease = await take(store, RUN);
  const sent = change("k1", { note: "s3cr3t-token", "custom.s3cr3t-token": [{ a: "s3cr3t-token" }] });
  await store.settle(RUN, lease, [applied(sent, "created")]);
  await store.saveRejects(RUN, lease, "a", [
    { ...rejection("k2", 1), reason: { code: "refused", what: "No.", detail: "s3cr3t-token" } },
  ]);
  expect(JSON.stringify(await dump(url))).not.toContain("s3cr3t");
});

function schemaOf(url: string): string {
  return new URL(url).searchParams.get("schema") ?? "";
}

async function schemas(name: string): Promise<number> {
  return (await server.query(`select 1 as one from pg_namespace where nspname = '${name}'`)).length;
}

/** Every row of every table. */
async function dump(url: string): Promise<unknown> {
  const schema = schemaOf(url);
  const tables = await server.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = '${schema}' and relkind = 'r' order by 1`,
  );
  const all = [];
  for (const { relname } of tables) {
    all.push([relname, await server.query(`select xmin, * from ${schema}.${relname} order by 2, 3`)]);
  }
  return all;
}
