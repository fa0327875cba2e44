// Reads the same pages through the source and by undici + JSON.parse alone, in turns, from a server in its own thread.
// The source may take no more than 1/0.6 of the bare time. Needs `npm run build`.
import { createServer } from "node:http";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { Agent, request } from "undici";

const PAGES = 40;
const RECORDS = 2500;
const ROUNDS = 8;
const LEAST_RATIO = 0.6;

if (isMainThread) await main();
else serve();

async function main() {
  const { compileExpression } = await import("../../build/expression/compile-expression.js");
  const { httpSource } = await import("../../build/sources/http/http-source.js");
  const context = {
    projectDir: ".",
    stdin: process.stdin,
    connections: {},
    clock: { now: Date.now, monotonic: () => performance.now(), sleep: async () => undefined },
    random: Math.random,
    compileExpression,
    warn: console.error,
    redact: (text) => text,
  };
  const worker = new Worker(new URL(import.meta.url));
  const url = await new Promise((done) => worker.once("message", done));
  const agent = new Agent();
  const pagination = { page: { param: "page", size: RECORDS } };
  const cases = {
    "JSON pages": {
      source: httpSource({ url: `${url}/json`, records: "data", pagination }, context),
      bare: () => bare(`${url}/json`, agent, (text) => JSON.parse(text).data),
    },
    NDJSON: {
      source: httpSource({ url: `${url}/ndjson`, pagination }, context),
      bare: () => bare(`${url}/ndjson`, agent, parseLines),
    },
  };
  for (const [name, { source, bare: readBare }] of Object.entries(cases)) {
    const rates = { source: 0, bare: 0 };
    for (let round = 0; round <= ROUNDS; round++) {
      // The best round of each counts: what disturbs one is not its own.
      const own = await rate(() => count(source));
      const plain = await rate(readBare);
      if (round === 0) continue;
      rates.source = Math.max(rates.source, own);
      rates.bare = Math.max(rates.bare, plain);
    }
    const ratio = rates.source / rates.bare;
    console.log(
      `http-source, ${name}: ${thousand(rates.source)} rows/s, bare ${thousand(rates.bare)}, ratio ${ratio.toFixed(2)} (at least ${LEAST_RATIO})`,
    );
    if (ratio < LEAST_RATIO) process.exitCode = 1;
  }
  await agent.close();
  await worker.terminate();
}

async function rate(read) {
  const start = performance.now();
  const rows = await read();
  if (rows !== PAGES * RECORDS) throw new Error(`${rows} rows instead of ${PAGES * RECORDS}`);
  return (rows / (performance.now() - start)) * 1000;
}

async function count(source) {
  let rows = 0;
  for await (const batch of source.read({ signal: new AbortController().signal })) rows += batch.length;
  return rows;
}

async function bare(url, dispatcher, parse) {
  let rows = 0;
  for (let page = 1; ; page++) {
    const { body } = await request(`${url}?page=${page}`, { dispatcher });
    const records = parse(await body.text());
    if (records.length === 0) return rows;
    rows += records.length;
  }
}

function parseLines(text) {
  const records = [];
  for (const line of text.split("\n")) if (line !== "") records.push(JSON.parse(line));
  return records;
}

function serve() {
  const pages = Array.from({ length: PAGES }, (_, page) =>
    Array.from({ length: RECORDS }, (_, index) => JSON.stringify(record(page * RECORDS + index))),
  );
  const bodies = {
    "/json": [...pages, []].map((lines) =>
      Buffer.from(`{"data":[${lines.join()}],"total":${PAGES * RECORDS}}`),
    ),
    "/ndjson": [...pages, []].map((lines) => Buffer.from(lines.map((line) => `${line}\n`).join(""))),
  };
  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url, "http://x");
    const type = pathname === "/json" ? "application/json" : "application/x-ndjson";
    const body = bodies[pathname][Number(searchParams.get("page")) - 1];
    response.writeHead(200, { "content-type": type, "content-length": body.length }).end(body);
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(`http://127.0.0.1:${server.address().port}`));
}

function record(id) {
  return {
    id,
    externalId: `acc-${id}`,
    name: `Company number ${id}`,
    email: `user${id}@example.com`,
    mrr: id * 1.5,
    active: id % 2 === 0,
    updatedAt: new Date(1.7e12 + id * 1000).toISOString(),
    tags: ["a", "b"],
    address: { city: "Oslo", zip: "0150" },
  };
}

function thousand(rate) {
  return `${Math.round(rate / 1000)}k`;
}
