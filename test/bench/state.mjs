// Records a second that both states take (announced, then settled) and give (recalled), beside bare inserts of the same
// bytes into a table of two columns, in one run. Every batch is durable in all of them. Needs `npm run build`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { Client } from "pg";
import { RecordJson } from "../../build/model/record-json.js";
import { openPostgresState } from "../../build/state/postgres/postgres.js";
import { openSqliteState } from "../../build/state/sqlite.js";
import { startCluster } from "../support/embedded-postgres.mjs";
import { inTurns, rate } from "./in-turns.mjs";

const ROWS = 20_000;
const BATCH = 1000;
const ROUNDS = 3;
const MOST = 15;
const DURABLE = ["fsync=on", "full_page_writes=on", "synchronous_commit=on"].flatMap((one) => ["-c", one]);

const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));
const cluster = await startCluster({ flags: DURABLE });
const client = new Client({ connectionString: cluster.superuserUrl });
await client.connect();
await client.query("create table bare (key bytea primary key, accepted text)");
const file = new DatabaseSync(join(dir, "bare.db"));
file.exec(
  "pragma journal_mode = wal; pragma synchronous = full; create table bare (key blob primary key, accepted text)",
);
const options = {
  target: "t",
  clock: { now: Date.now, monotonic: () => performance.now(), sleep: async () => undefined },
  process: { pid: process.pid, host: "bench", user: "bench" },
  random: Math.random,
  redact: (text) => text,
};
const stores = {
  SQLite: openSqliteState({ ...options, path: join(dir, "state.db") }),
  PostgreSQL: openPostgresState({ ...options, url: cluster.superuserUrl }),
};
const leases = {};
for (const [name, store] of Object.entries(stores)) {
  const answer = await store.acquire("bench");
  leases[name] = answer.lease;
}
let round = 0;
let slowest = 0;
try {
  const seconds = await inTurns(ROUNDS, [
    () => bareSqlite(),
    () => write("SQLite"),
    () => recall("SQLite"),
    () => barePostgres(),
    () => write("PostgreSQL"),
    () => recall("PostgreSQL"),
  ]);
  for (const [index, name] of ["SQLite", "PostgreSQL"].entries()) {
    const [bare, written, recalled] = seconds.slice(3 * index, 3 * index + 3);
    const ratio = written / bare;
    slowest = Math.max(slowest, ratio);
    console.log(
      `${name.padEnd(11)} announced and settled ${rate(ROWS, written)}, recalled ${rate(ROWS, recalled)}; bare inserts ${rate(ROWS, bare)}`,
    );
    console.log(
      `            ${ratio.toFixed(1)} times as long, for two durable writes a record (at most ${MOST})`,
    );
  }
} finally {
  for (const store of Object.values(stores)) await store.close();
  file.close();
  await client.end();
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
}
process.exitCode = slowest > MOST ? 1 : 0;

async function write(name) {
  const store = stores[name];
  for (const changes of batches()) {
    await store.intend("bench", leases[name], changes);
    const outcomes = changes.map((change) => ({
      kind: "applied",
      change,
      as: "created",
      id: change.fingerprint.slice(0, 24),
    }));
    await store.settle("bench", leases[name], outcomes);
  }
}

async function recall(name) {
  let known = 0;
  for (const changes of batches())
    known += (
      await stores[name].recall(
        "a",
        changes.map(({ key }) => key),
      )
    ).size;
  if (known !== ROWS) throw new Error(`${name} knows ${known} records of ${ROWS}`);
}

/** The same keys with other values in every round: most applies update. */
function bareSqlite() {
  round += 1;
  const insert = file.prepare(
    "insert into bare values (?, ?) on conflict (key) do update set accepted = excluded.accepted",
  );
  for (const changes of batches()) {
    file.exec("begin immediate");
    for (const { key, record } of changes) insert.run(Buffer.from(key), JSON.stringify(record));
    file.exec("commit");
  }
}

async function barePostgres() {
  for (const changes of batches()) {
    await client.query(
      "insert into bare select * from unnest($1::bytea[], $2::text[]) on conflict (key) do update set accepted = excluded.accepted",
      [changes.map(({ key }) => Buffer.from(key)), changes.map(({ record }) => JSON.stringify(record))],
    );
  }
}

function* batches() {
  for (let start = 0; start < ROWS; start += BATCH) {
    yield Array.from({ length: BATCH }, (_, index) => {
      const key = `account-${start + index}`;
      const record = {
        externalId: key,
        name: `Company ${start + index}`,
        mr: round,
        phase: "Customer",
        "custom.Note": "x".repeat(150),
      };
      return {
        sync: "a",
        action: "update",
        key,
        fields: {},
        record: RecordJson.of(record),
        fingerprint: `v1:${round}-${key}`.padEnd(67, "0"),
        position: { row: start + index + 1 },
      };
    });
  }
}
