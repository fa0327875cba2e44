// Rows a second of the postgres source beside the driver's own cursor on the same query, in one run. Needs `npm run build`.
import { Client } from "pg";
import Cursor from "pg-cursor";
import { postgresSource } from "../../build/sources/postgres/postgres-source.js";
import { startCluster } from "../support/embedded-postgres.mjs";

const ROWS = 200_000;
const ROUNDS = 5;
const LEAST = 0.6;
const QUERY = "select * from accounts";

const cluster = await startCluster();
const client = new Client({ connectionString: cluster.superuserUrl });
let failed = false;
try {
  await client.connect();
  await client.query(`create table accounts as select g as id, 'account-' || g as external_id, 'Company number ' || g as name,
    (g * 1.25)::numeric(12, 2) as mrr, g % 3 = 0 as active, '2024-01-01'::date + g % 1000 as renewal,
    '2024-01-01+00'::timestamptz + g * interval '1.000001 s' as updated_at, md5(g::text) as hash, g * 1.5::float8 as score,
    jsonb_build_object('tier', g % 4, 'tags', jsonb_build_array('a', 'b')) as extra from generate_series(1, ${ROWS}) g`);
  await client.query("analyze accounts");
  const bare = [];
  const ours = [];
  // In turns, so that what the machine does meanwhile meets both.
  for (let round = 0; round <= ROUNDS; round++) {
    const a = await timed(bareCursor);
    const b = await timed(source);
    if (round > 0) {
      bare.push(a);
      ours.push(b);
    }
  }
  const ratio = median(bare) / median(ours);
  console.log(`pg-cursor        ${rate(bare)} rows/s`);
  console.log(`postgres source  ${rate(ours)} rows/s`);
  console.log(`ratio            ${ratio.toFixed(2)} (at least ${LEAST})`);
  const before = process.memoryUsage().rss;
  const highest = await readMany(5 * ROWS);
  console.log(
    `memory           +${Math.round((highest - before) / 2 ** 20)} MiB at most over ${5 * ROWS} rows`,
  );
  failed = ratio < LEAST;
} finally {
  await client.end();
  await cluster.stop();
}
process.exitCode = failed ? 1 : 0;

async function bareCursor() {
  const cursor = client.query(new Cursor(QUERY));
  let rows = 0;
  for (let part = await cursor.read(1000); part.length > 0; part = await cursor.read(1000))
    rows += part.length;
  await cursor.close();
  return rows;
}

async function source() {
  let rows = 0;
  for await (const part of open(QUERY).read({ signal: new AbortController().signal })) rows += part.length;
  return rows;
}

async function readMany(expected) {
  let highest = 0;
  let rows = 0;
  const query = `${QUERY}, generate_series(1, ${expected / ROWS}) n`;
  for await (const part of open(query).read({ signal: new AbortController().signal })) {
    rows += part.length;
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  if (rows !== expected) throw new Error(`read ${rows} rows of ${expected}`);
  return highest;
}

function open(query) {
  return postgresSource(
    { connection: "db", query },
    {
      projectDir: ".",
      connections: { db: cluster.superuserUrl },
      random: Math.random,
      redact: (text) => text,
      warn: () => undefined,
    },
  );
}

async function timed(read) {
  const start = performance.now();
  const rows = await read();
  if (rows !== ROWS) throw new Error(`read ${rows} rows of ${ROWS}`);
  return performance.now() - start;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

function rate(times) {
  return Math.round((ROWS / median(times)) * 1000).toLocaleString("en");
}
